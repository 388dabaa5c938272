"""One report of all predictions: python compare.py PREDICTIONS_FOLDER TABLE...

Means over folds; differences (holdfast less peer) paired by fold, standard errors by Nadeau and Bengio (2003), p values by Student's t, Holm's
correction over all tables and peers; at the end the mean deficit over tables with its 95 % bound.
"""
import glob
import json
import os
import platform
import sys

import numpy as np
import pandas as pd
from scipy import stats
from sklearn.metrics import log_loss, roc_auc_score

OURS = "holdfast"
TINY = 1e-12
MENDED_ON = {"rare"}  # settings were mended on these tables, so they are no fresh exam


def figures(file):
    frame = pd.read_csv(file)
    measured = {key: (roc_auc_score(fold.label, fold.probability), log_loss(fold.label, fold.probability.clip(TINY, 1 - TINY)))
                for key, fold in frame.groupby(["repeat", "fold"])}
    return measured, frame.groupby("repeat").fold.nunique().mean()


def paired(ours, theirs, folds):
    difference = ours - theirs
    n = len(difference)
    error = np.sqrt(difference.var(ddof=1) * (1 / n + 1 / (folds - 1)))
    mean = difference.mean()
    p = 2 * stats.t.sf(abs(mean) / error, n - 1) if error > 0 else 1.
    return mean, error, p


def holm(values):
    order = np.argsort(values)
    adjusted = np.empty(len(values))
    running = 0.
    for position, index in enumerate(order):
        running = max(running, min(1., (len(values) - position) * values[index]))
        adjusted[index] = running
    return adjusted


def main(folder, tables):
    rows, tests = [], []
    for table in tables:
        ours, folds = figures(f"{folder}/{table}/{OURS}.csv")
        rows.append([table, OURS, *np.mean(list(ours.values()), axis=0), None, None])
        for file in sorted(glob.glob(f"{folder}/{table}/*.csv")):
            peer = os.path.basename(file)[:-4]
            if peer == OURS:
                continue
            theirs, _ = figures(file)
            common = sorted(ours.keys() & theirs.keys())  # fewer where one was measured with fewer repeats
            a, b = (np.array([of[key] for key in common]) for of in (ours, theirs))
            auc, loss = (paired(a[:, i], b[:, i], folds) for i in (0, 1))
            rows.append([table, peer, *b.mean(axis=0), auc, loss])
            tests += [auc[2], loss[2]]
    corrected = iter(holm(np.array(tests)) if tests else [])
    print(f"Machine: {os.cpu_count()} cores, {platform.machine()}. Differences: {OURS} less peer; * significant after Holm.\n")
    print("| table | model | AUC | log loss | difference of AUC | difference of log loss |")
    print("|---|---|---|---|---|---|")
    pooled, untouched = {}, {}
    for table, model, auc, loss, by_auc, by_loss in rows:
        cells = ["", ""]
        if by_auc is not None:
            stars = ["*" if next(corrected) < .05 else "" for _ in range(2)]
            cells = [f"{m:+.4f} ± {e:.4f}{s}" for (m, e, _), s in zip((by_auc, by_loss), stars)]
            pooled.setdefault(model, []).append((by_auc[0], by_loss[0] / loss))
            if table not in MENDED_ON:
                untouched.setdefault(model, []).append((by_auc[0], by_loss[0] / loss))
        print(f"| {table} | {model} | {auc:.4f} | {loss:.4f} | {cells[0]} | {cells[1]} |")
    print("\nBounds are one-sided.\n\n| peer | tables | mean difference of AUC | 95 % from | mean relative difference of log loss | 95 % to |")
    print("|---|---|---|---|---|---|")
    lines(pooled)
    if any(len(untouched.get(peer, [])) < len(values) for peer, values in pooled.items()):
        print(f"| *without {', '.join(sorted(MENDED_ON))}:* |  |  |  |  |  |")
        lines({peer: values for peer, values in untouched.items() if len(values) < len(pooled[peer])})


def lines(pooled):
    for peer, differences in pooled.items():
        values = np.array(differences)
        n = len(values)
        reach = stats.t.ppf(.95, n - 1) * values.std(axis=0, ddof=1) / np.sqrt(n) if n > 1 else np.array([np.nan] * 2)
        mean = values.mean(axis=0)
        print(f"| {peer} | {n} | {mean[0]:+.4f} | {mean[0] - reach[0]:+.4f} | {mean[1]:+.2%} | {mean[1] + reach[1]:+.2%} |")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
