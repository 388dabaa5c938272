"""Simulated churn tables with known structure: python simulate.py TABLE FOLDER writes table.csv, dataset.yaml and folds.csv.
python simulate.py parted FOLDER writes the table copies without its group and with folds that part the twins.

Each is one difficulty that public churn tables have: many weak columns (wide), interactions of three to six columns (order), a label that
hangs on a sum of columns (bill), jittered twins kept together by a group (copies), missing values that mean something (missing), categories
of many spellings and levels (spellings), few leavers (rare). docs/accuracy.md says which of the learner's rules were settled on such tables.
"""
import os
import sys

import numpy as np
import pandas as pd

FOLDS = 5


def logistic(score):
    return 1 / (1 + np.exp(-score))


def at_rate(score, rate):
    """The score shifted so that the mean probability is the rate."""
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if logistic(score + middle).mean() < rate else (low, middle)
    return score + low


def numbers(rng, n, columns):
    """Correlated columns of several shapes: normal, skewed, whole numbers."""
    base = rng.normal(size=(n, columns)) + .6 * rng.normal(size=(n, 3)) @ rng.normal(size=(3, columns))
    frame = {}
    for j in range(columns):
        x = base[:, j]
        frame[f"x{j:02d}"] = np.round((x, np.exp(x / 1.5), np.floor(4 * x))[j % 3], 4)
    return pd.DataFrame(frame)


def corners(rng, frame, terms, orders):
    """A sum of products of threshold indicators, each over a few random columns."""
    ranks = frame.rank(pct=True).to_numpy()
    score = np.zeros(len(frame))
    for _ in range(terms):
        chosen = rng.choice(ranks.shape[1], rng.choice(orders), replace=False)
        inside = np.ones(len(frame), bool)
        for j in chosen:
            cut = rng.uniform(.3, .7)
            inside &= (ranks[:, j] > cut) if rng.random() < .5 else (ranks[:, j] <= cut)
        effect = rng.normal()
        score += effect * (inside - inside.mean()) / inside.std()
    return score / score.std()


def wide(rng):
    frame = numbers(rng, 51_000, 56)
    ranks = frame.rank(pct=True).to_numpy() - .5
    mains = ranks @ rng.normal(size=56)
    score = .55 * mains / mains.std() + .55 * corners(rng, frame, 150, [3, 4, 5, 6])
    return frame, at_rate(score, .28)


def order(rng):
    frame = numbers(rng, 12_000, 16)
    return frame, at_rate(1.2 * frame["x00"] / frame["x00"].std() + 2.5 * corners(rng, frame, 25, [3, 4, 5]), .2)


def bill(rng):
    n = 5_000
    parts = pd.DataFrame({name: np.round(rng.gamma(4, scale, n), 2) for name, scale in
                          (("day", 7), ("evening", 4), ("night", 2), ("abroad", .7))})
    parts["minutes"] = np.round(parts["day"] / .17, 1)
    parts["calls"] = rng.poisson(1.5, n)
    parts["plan"] = rng.choice(["none", "voice", "voice and abroad"], n, p=[.7, .2, .1])
    total = parts[["day", "evening", "night", "abroad"]].sum(axis=1)
    score = 6 * logistic((total - 62) / 3) * (parts["plan"] == "none") + 3.5 * (parts["calls"] >= 4) * (total < 45)
    return parts, at_rate(score, .14)


def copies(rng):
    frame = numbers(rng, 3_000, 14)
    score = at_rate(corners(rng, frame, 12, [1, 2, 3]) + .5 * rng.normal(size=len(frame)), .25)
    return frame, score


def missing(rng):
    n = 10_000
    frame = numbers(rng, n, 14)
    score = frame.rank(pct=True)["x00"] * 2 - frame.rank(pct=True)["x04"] * 2
    for j in range(0, 14, 2):
        gone = rng.random(n) < logistic(rng.normal() + frame.iloc[:, j].rank(pct=True) - 2)
        score = score + rng.normal() * gone
        frame.loc[gone, frame.columns[j]] = np.nan
    frame["channel"] = pd.Series(rng.choice(["shop", "web", "phone"], n)).mask(rng.random(n) < .3)
    score = score + .8 * frame["channel"].isna() - .5 * (frame["channel"] == "web")
    return frame, at_rate(score.to_numpy(), .18)


def spellings(rng):
    n = 15_000
    frame = numbers(rng, n, 6)
    city = rng.zipf(1.3, n) % 4000
    by_city = rng.normal(0, .8, 4000)
    frame["city"] = [f"city {c}" for c in city]
    plan = rng.integers(0, 4, n)
    spelt = [["basic", "Basic", "BASIC"], ["gold", "Gold "], ["silver", "Silver", "silver plan"], ["family", "fam."]]
    frame["plan"] = [spelt[p][rng.integers(len(spelt[p]))].strip() + ("" if rng.random() > .02 else f" {rng.integers(500)}")
                     for p in plan]
    score = by_city[city] + np.array([.8, -.6, .1, -.2])[plan] + frame.rank(pct=True)["x01"] * 1.5 * (plan == 0)
    return frame, at_rate(score.to_numpy(), .2)


def rare(rng):
    frame = numbers(rng, 80_000, 12)
    return frame, at_rate(1.2 * corners(rng, frame, 12, [1, 1, 2, 2, 3]), .006)


TABLES = {f.__name__: f for f in (wide, order, bill, copies, missing, spellings, rare)}


def write(name, folder):
    parted = name == "parted"
    name = "copies" if parted else name
    rng = np.random.default_rng(20260101 + sorted(TABLES).index(name))
    frame, score = TABLES[name](rng)
    left = rng.random(len(frame)) < logistic(score)
    if name == "copies":  # every customer twice, jittered, with one label
        twin = frame + frame.std().to_numpy() * rng.normal(0, .01, frame.shape)
        frame = pd.concat([frame, twin.round(4)], ignore_index=True)
        left = np.concatenate([left, left])
        frame["household"] = np.tile(np.arange(len(frame) // 2), 2)
    os.makedirs(folder)
    out = frame.copy()
    out["churn"] = np.where(left, "yes", "no")
    out.to_csv(f"{folder}/table.csv", index=False)
    lines = ["format: 1", f"name: {name}", "table: {path: table.csv}",
             *([] if parted else ["acknowledged: {near-copies: simulated rows}"]), "columns:"]
    for column in frame.columns:
        kind = "number" if pd.api.types.is_numeric_dtype(frame[column]) else "category"
        role = f"{{role: {'ignore' if parted else 'group'}}}" if column == "household" else f"{{role: feature, kind: {kind}}}"
        lines.append(f"  {column}: {role}")
    lines.append('  churn: {role: label, kind: category, positive: "yes"}')
    with open(f"{folder}/dataset.yaml", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    if parted:
        rng, frame = np.random.default_rng(1), frame.drop(columns="household")
    folds(rng, frame, left).to_csv(f"{folder}/folds.csv", index=False)


def folds(rng, frame, left):
    groups = frame["household"].to_numpy() if "household" in frame else np.arange(len(frame))
    unique, first = np.unique(groups, return_index=True)
    result = {}
    for repeat in range(2):
        of_group = np.empty(len(unique), int)
        for label in (False, True):
            members = np.flatnonzero(left[first] == label)
            of_group[rng.permutation(members)] = np.arange(len(members)) % FOLDS
        result[f"rep{repeat}"] = of_group[np.searchsorted(unique, groups)]
    return pd.DataFrame(result)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
