"""Writes the reference values of measures of weighted rows: scikit-learn 1.9.1, numpy 2.4.6.

    python weighted.py

writes beside itself weighted.csv (probability, left, weight) and weighted-reference.csv (measure, value); every measure is
scikit-learn's with sample_weight, the gap and the base rate are numpy's weighted averages.
"""

import csv
import pathlib

import numpy as np
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score

HERE = pathlib.Path(__file__).parent

rng = np.random.default_rng(20260202)
z = rng.normal(-1.2, 1.3, 500)
p = np.round(1 / (1 + np.exp(-z)), 2)
y = rng.random(500) < 1 / (1 + np.exp(-1.2 * z - 0.1))
w = np.round(np.exp(rng.normal(0, 1, 500)), 3) + 0.001

with open(HERE / "weighted.csv", "w", newline="") as out:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["probability", "left", "weight"])
    for row in zip(p, y, w):
        rows.writerow([repr(float(row[0])), int(row[1]), repr(float(row[2]))])

with open(HERE / "weighted-reference.csv", "w", newline="") as out:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["measure", "value"])
    for measure, value in [
        ("rocAuc", roc_auc_score(y, p, sample_weight=w)),
        ("prAuc", average_precision_score(y, p, sample_weight=w)),
        ("logLoss", log_loss(y, np.clip(p, 2**-52, 1 - 2**-52), sample_weight=w)),
        ("brier", brier_score_loss(y, p, sample_weight=w)),
        ("calibrationGap", np.average(p, weights=w) - np.average(y, weights=w)),
        ("baseRate", np.average(y, weights=w)),
        ("effective", w.sum() ** 2 / (w**2).sum()),
    ]:
        rows.writerow([measure, repr(float(value))])
