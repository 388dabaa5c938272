"""One table for the cost of training: python training.py simulate ROWS FOLDER writes table.csv and dataset.yaml.

python training.py xgboost FOLDER KIND DEPTH ETA ROUNDS THREADS reads it, fits tree_method=hist on the first 60 % of the rows, stops on the next 20 %,
judges on the last 20 %, and prints rounds, processor and wall seconds of reading, of building KIND (dmatrix, quantile) and of boosting, and the peak memory.
python training.py ebm FOLDER THREADS does the same with interpret's ExplainableBoostingClassifier.
"""
import os
import resource
import sys
import time

import numpy as np
import pandas as pd

# A thread that waits for another must not count as work.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

NUMBERS = 30
LEVELS = [2, 3, 4, 5, 6, 8, 10, 12, 20, 40]
BLOCK = 100_000


def simulate(rows, folder):
    rng = np.random.default_rng(7)
    names = [f"n{i}" for i in range(NUMBERS)] + [f"c{i}" for i in range(len(LEVELS))]
    with open(f"{folder}/table.csv", "w", encoding="utf-8") as out:
        out.write(",".join(["id", *names, "churn"]) + "\n")
        for start in range(0, rows, BLOCK):
            n = min(BLOCK, rows - start)
            x = rng.normal(size=(n, NUMBERS))
            x[:, :5] = np.exp(x[:, :5])
            x[:, 5:10] = np.round(x[:, 5:10] * 10)
            c = rng.integers(0, LEVELS, size=(n, len(LEVELS)))
            score = (-3 + .6 * np.log1p(x[:, 0]) + .5 * x[:, 11] * (x[:, 12] > 0) - .4 * np.abs(x[:, 13]) + .3 * (c[:, 3] == 2)
                     + .4 * np.sin(x[:, 14] * 2) + .03 * x[:, 6] + .3 * x[:, 15] * x[:, 16] + .2 * (c[:, 9] % 3) + .1 * x[:, 20]
                     + .5 * ((x[:, 11] > 0) & (c[:, 1] == 1) & (x[:, 7] > 3)))
            left = rng.random(n) < 1 / (1 + np.exp(-score))
            for i in range(n):
                out.write(str(start + i) + "," + ",".join(f"{v:.4g}" for v in x[i]) + ","
                          + ",".join(f"k{v}" for v in c[i]) + "," + ("yes" if left[i] else "no") + "\n")
    with open(f"{folder}/dataset.yaml", "w", encoding="utf-8") as out:
        out.write("format: 1\nname: simulated\ntable:\n  path: table.csv\n  delimiter: \",\"\n  encoding: UTF-8\n  missing: [\"\"]\n"
                  "validDays: 30\nlanguage: en\ncolumns:\n  id:\n    role: id\n")
        for name in names:
            kind = "number" if name[0] == "n" else "category"
            out.write(f"  {name}:\n    role: feature\n    kind: {kind}\n    reason: profile\n")
        out.write("  churn:\n    role: label\n    positive: \"yes\"\n")


class Clock:
    """Processor and wall seconds since the last look."""

    def __init__(self):
        self.cpu, self.wall = time.process_time(), time.time()

    def lap(self):
        cpu, wall = time.process_time(), time.time()
        text = f"{cpu - self.cpu:.1f} s processor, {wall - self.wall:.1f} s wall"
        self.cpu, self.wall = cpu, wall
        return text


def read(folder):
    types = {f"n{i}": np.float32 for i in range(NUMBERS)} | {f"c{i}": "category" for i in range(len(LEVELS))}
    table = pd.read_csv(f"{folder}/table.csv", dtype=types)
    left = (table.churn == "yes").to_numpy()
    return table.drop(columns=["id", "churn"]), left, int(len(table) * .6), int(len(table) * .8)


def judged(left, p):
    ranks = pd.Series(p).rank().to_numpy()
    n = left.sum()
    auc = (ranks[left].sum() - n * (n + 1) / 2) / (n * (len(left) - n))
    return f"test ROC AUC {auc:.4f}, log loss {-np.log(np.where(left, p, 1 - p)).mean():.4f}"


def memory():
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def xgboost(folder, kind, depth, eta, rounds, threads):
    import xgboost as xgb

    clock = Clock()
    x, left, a, b = read(folder)
    print("read", clock.lap())
    matrix = xgb.QuantileDMatrix if kind == "quantile" else xgb.DMatrix
    train = matrix(x[:a], left[:a], enable_categorical=True, nthread=threads)
    stop = xgb.DMatrix(x[a:b], left[a:b], enable_categorical=True, nthread=threads)
    print(kind, clock.lap())
    settings = {"objective": "binary:logistic", "tree_method": "hist", "max_depth": depth, "eta": eta, "nthread": threads}
    model = xgb.train(settings, train, rounds, evals=[(stop, "stop")], early_stopping_rounds=50, verbose_eval=False)
    print("boosting", clock.lap(), f"{model.best_iteration + 1} rounds used of {model.num_boosted_rounds()}")
    p = model.predict(xgb.DMatrix(x[b:], enable_categorical=True), iteration_range=(0, model.best_iteration + 1))
    print(judged(left[b:], p), memory())


def ebm(folder, threads):
    from interpret.glassbox import ExplainableBoostingClassifier
    from joblib.externals.loky import get_reusable_executor

    clock = Clock()
    x, left, a, b = read(folder)
    print("read", clock.lap())
    model = ExplainableBoostingClassifier(n_jobs=threads).fit(x[:a], left[:a])
    print("fit", clock.lap(), "(this process)")
    get_reusable_executor().shutdown(wait=True)  # only children that have ended are counted
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"     {children.ru_utime + children.ru_stime:.1f} s processor in its children")
    print(judged(left[b:], model.predict_proba(x[b:])[:, 1]), memory())


if __name__ == "__main__":
    task, *rest = sys.argv[1:]
    if task == "simulate":
        simulate(int(rest[0]), rest[1])
    elif task == "xgboost":
        xgboost(rest[0], rest[1], int(rest[2]), float(rest[3]), int(rest[4]), int(rest[5]))
    else:
        ebm(rest[0], int(rest[1]))
