"""Writes the reference values of the measures: scikit-learn 1.9.1, numpy 2.4.6.

    python reference.py

writes beside itself NAME.csv (probability, left) and reference.csv (table, measure, value). scikit-learn has no lift and no
expected calibration error; the first is counted here, the second is taken from its calibration curve, whose bins of equally
many rows agree with ours where no two probabilities are equal and the rows are a multiple of ten.
"""

import csv
import math
import pathlib

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score

HERE = pathlib.Path(__file__).parent


def tables():
    rng = np.random.default_rng(20260131)
    z = rng.normal(-1.2, 1.3, 1000)
    p = 1 / (1 + np.exp(-z))
    yield "smooth", p, rng.random(1000) < 1 / (1 + np.exp(-1.2 * z - 0.1))
    p = np.round(1 / (1 + np.exp(-rng.normal(-0.5, 1, 600))), 1)
    yield "tied", p, rng.random(600) < p
    p = rng.random(60) ** 4
    y = rng.random(60) < p / 2
    y[np.argmin(p)] = True
    yield "rare", p, y
    p = np.clip(np.round(rng.random(40), 1), 0, 1)
    p[:3] = [0.0, 1.0, 1.0]
    y = rng.random(40) < p
    y[:3] = [True, False, True]
    yield "certain", p, y


def lift(p, y, share):
    """Rows at the cut count in proportion."""
    k = math.ceil(round(share * len(p), 9))
    cut = np.sort(p)[::-1][k - 1]
    above = y[p > cut].sum()
    part = (k - (p > cut).sum()) / (p == cut).sum()
    return (above + part * y[p == cut].sum()) / k / y.mean()


with open(HERE / "reference.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["table", "measure", "value"])
    for name, p, y in tables():
        with open(HERE / f"{name}.csv", "w", newline="") as rows:
            table = csv.writer(rows, lineterminator="\n")
            table.writerow(["probability", "left"])
            table.writerows([repr(float(a)), int(b)] for a, b in zip(p, y))
        values = {
            "rocAuc": roc_auc_score(y, p),
            "prAuc": average_precision_score(y, p),
            "logLoss": log_loss(y, p),
            "brier": brier_score_loss(y, p),
            "calibrationGap": np.mean(p) - np.mean(y),
            "topDecileLift": lift(p, y, 0.1),
            "topDecileRecall": lift(p, y, 0.1) * math.ceil(round(0.1 * len(p), 9)) / len(p),
        }
        if len(set(p)) == len(p) and len(p) % 10 == 0:
            rate, said = calibration_curve(y, p, n_bins=10, strategy="quantile")
            values["ece"] = np.abs(rate - said).mean()
            values |= {f"said{i}": v for i, v in enumerate(said)}
            values |= {f"happened{i}": v for i, v in enumerate(rate)}
        writer.writerows([name, measure, repr(float(value))] for measure, value in values.items())
