"""Leading reasons beside the true causes of leaving, and probabilities beside the true hazards, on simulated histories.

python reasons.py FOLDER WORLD... reads FOLDER/WORLD as benchmarks/reasons leaves it: events.csv, truth/, model/ (the bundle), features-DATE.csv of
every date, scores-DATE.csv and, of telecom, expected-DATE.csv of the dates to judge, and prints Markdown. XGBoost with TreeSHAP and an EBM learn from the same rows of features, and their
contributions are summed by the same codes, with the same rule for which of them leads. With EBM=no in the environment there is no EBM.
"""
import glob
import os
import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from sklearn.model_selection import GroupKFold

warnings.filterwarnings("ignore")
THREADS = int(os.environ.get("THREADS", os.cpu_count()))
CODES = ["core-service", "service-encounter", "failed-recovery", "price", "inconvenience", "neglect", "need-change", "competitor", "finances",
         "disengagement"]
LEAST_SHARE, LEAST_IMPACT = .05, .05  # of a reason to be named, as the product has it


class History:
    """One world: rows of features with labels by date, and the truth."""

    def __init__(self, folder):
        self.folder = folder
        with open(folder / "model/dataset.yaml", encoding="utf-8") as file:
            columns = yaml.load(file, yaml.BaseLoader)["columns"]
        with open(folder / "history.yaml", encoding="utf-8") as file:
            self.horizon = pd.Timedelta(days=int(yaml.load(file, yaml.BaseLoader)["churn"]["horizonDays"]))
        self.features = {c: d for c, d in columns.items() if d["role"] == "feature"}
        self.id = next(c for c, d in columns.items() if d["role"] == "id")
        self.leaves = pd.read_csv(folder / "truth/leaves.csv", parse_dates=["left_at"])
        self.unit = self.leaves.columns[0]
        self.leaves["left_at"] = self.leaves.left_at.dt.tz_localize(None)
        self.left = self.leaves.set_index(self.unit)
        self.contract = self.unit == "line"
        self.purchases = None
        if not self.contract:
            events = pd.read_csv(folder / "events.csv", usecols=["customer", "kind", "occurred_at"], dtype=str)
            events = events[events.kind == "order"]
            merged = pd.read_csv(folder / "ids.csv", dtype=str)
            merged = merged[merged.change == "merge"].set_index("id").customer
            at = pd.to_datetime(events.occurred_at, utc=True).dt.tz_localize(None)
            self.purchases = pd.DataFrame(dict(unit=events.customer.replace(merged.to_dict()), at=at))
        self.judged = sorted(Path(f).name[len("scores-"):-len(".csv")] for f in glob.glob(f"{folder}/scores-*.csv"))
        dates = sorted(Path(f).name[len("features-"):-len(".csv")] for f in glob.glob(f"{folder}/features-*.csv"))
        self.learned = [date for date in dates if date < self.judged[0]]

    def rows(self, dates):
        parts = []
        for date in dates:
            part = pd.read_csv(self.folder / f"features-{date}.csv", dtype={self.id: str}, low_memory=False)
            part = part[part.left_on.isna()].drop(columns="left_on")  # who had left has no features, and nobody scores them
            part["date"], part["label"] = date, self.label(part[self.id], pd.Timestamp(date))
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def label(self, units, date):
        if self.contract:
            window = self.leaves[(self.leaves.left_at >= date) & (self.leaves.left_at < date + self.horizon)]
            return units.isin(window[window.leave_type == "voluntary"][self.unit]).astype(int)
        bought = self.purchases[(self.purchases["at"] >= date) & (self.purchases["at"] < date + self.horizon)]
        return 1 - units.isin(bought.unit).astype(int)

    def scores(self, date):
        scores = pd.read_csv(self.folder / f"scores-{date}.csv", dtype={"customer_id": str})
        return scores.set_index("customer_id")

    def hazards(self):
        """By unit and month at risk: the probability of leaving within it of one's own will, where other causes of leaving compete."""
        table = pd.read_csv(self.folder / "truth/hazards.csv", dtype={self.unit: str})
        causes = table.columns[list(table.columns).index("leading_cause") + 1:]
        total = table[causes].sum(axis=1)
        table["voluntary"] = table.hazard * (table[CODES].sum(axis=1) / total.where(total > 0, 1))
        return table

    def expected(self, hazards, date):
        """The true hazard that each unit met within the horizon. Its expectation as the window begins is the probability of leaving within it."""
        begin, total = pd.Timestamp(date), None
        for month in pd.period_range(begin, begin + self.horizon - pd.Timedelta(days=1), freq="M"):
            days = (min(month.end_time.normalize() + pd.Timedelta(days=1), begin + self.horizon) - month.start_time).days
            part = hazards[hazards.month == str(month)].set_index(self.unit).voluntary * (days / month.days_in_month)
            total = part if total is None else total.add(part, fill_value=0)
        return total


def matrix(history, rows, like=None):
    """Numbers as they are, categories and flags one-hot; and of which feature each column is."""
    parts, of = [], []
    for name, description in history.features.items():
        if description["kind"] == "number":
            parts.append(rows[name].astype(float).rename(name))
            of.append(name)
            continue
        cells = rows[name].fillna("").astype(str)
        levels = sorted(cells.unique()) if like is None else [c.split("@", 1)[1] for c in like if c.startswith(name + "@")]
        for level in levels:
            parts.append((cells == level).astype(float).rename(f"{name}@{level}"))
            of.append(name)
    return pd.concat(parts, axis=1), of


def xgb(x, y, groups, test):
    import xgboost
    fixed = dict(objective="binary:logistic", eval_metric="logloss", tree_method="hist", nthread=THREADS, subsample=.8, colsample_bytree=.8, eta=.05,
                 seed=1)
    data = xgboost.DMatrix(x.to_numpy(), y)
    folds, best = list(GroupKFold(3).split(x, y, groups)), (np.inf, None, None)
    for depth in (2, 4):
        losses = xgboost.cv(dict(fixed, max_depth=depth), data, 1000, folds=folds, early_stopping_rounds=30)["test-logloss-mean"]
        if losses.min() < best[0]:
            best = (losses.min(), depth, int(losses.argmin()) + 1)
    model = xgboost.train(dict(fixed, max_depth=best[1]), data, best[2])
    given = xgboost.DMatrix(test.to_numpy())
    return model.predict(given), model.predict(given, pred_contribs=True)[:, :-1], f"depth {best[1]}, {best[2]} rounds"


def ebm(x, y, groups, test):
    from interpret.glassbox import ExplainableBoostingClassifier
    model = ExplainableBoostingClassifier(interactions=0, outer_bags=4, random_state=1, n_jobs=THREADS)
    model.fit(x.to_numpy(), y)
    return model.predict_proba(test.to_numpy())[:, 1], model.eval_terms(test.to_numpy()), "no pairs, 4 bags"


def leading(history, contributions, of):
    """The product's rule: summed by code, strong enough to be named, and what can be acted on before fading activity before who the customer is."""
    codes = sorted({d.get("reason", "profile") for d in history.features.values()})
    impacts = np.zeros((len(contributions), len(codes)))
    for column, name in enumerate(of):
        impacts[:, codes.index(history.features[name].get("reason", "profile"))] += contributions[:, column]
    raising = np.clip(impacts, 0, None)
    share = raising / np.maximum(raising.sum(axis=1, keepdims=True), 1e-300)
    raising[(share < LEAST_SHARE) | (raising < LEAST_IMPACT)] = 0
    rank = np.array([0 if code == "profile" else 1 if code == "disengagement" else 2 for code in codes])
    order = np.where(raising > 0, rank * 1e6 + raising, 0)
    best = order.argmax(axis=1)
    return np.where(order.max(axis=1) > 0, np.array(codes)[best], "")


def wilson(hits, n):
    if n == 0:
        return "-"
    p, z = hits / n, 1.959964
    centre, reach = (p + z * z / 2 / n) / (1 + z * z / n), z * np.sqrt(p * (1 - p) / n + z * z / 4 / n / n) / (1 + z * z / n)
    return f"{p:.1%} ({max(0, centre - reach):.1%} to {centre + reach:.1%})"


def slope(p, y, weights):
    """Of the log-odds of y on those of p, by Newton's steps on the (quasi-)likelihood of the binomial."""
    x = np.column_stack([np.ones(len(p)), np.log(p / (1 - p))])
    beta = np.array([0., 1.])
    for _ in range(12):
        m = 1 / (1 + np.exp(-x @ beta))
        step = np.linalg.lstsq((x * (weights * m * (1 - m))[:, None]).T @ x, x.T @ (weights * (y - m)), rcond=None)[0]
        beta = beta + np.clip(step, -2, 2)
    return beta[1]


def interval(p, y, owner, sloped=False):
    """Predicted over what came, or the slope, with the 95 % interval of drawing whole customers."""
    rng = np.random.default_rng(1)
    p, y = np.asarray(p, float), np.asarray(y, float)
    owners, code = np.unique(owner, return_inverse=True)
    drawn = rng.multinomial(len(owners), np.full(len(owners), 1 / len(owners)), 200 if sloped else 1000)
    if sloped:
        at, values = slope(p, y, np.ones(len(p))), [slope(p, y, times[code]) for times in drawn]
    else:
        sums = drawn @ np.column_stack([np.bincount(code, p), np.bincount(code, y)])
        at, values = p.sum() / y.sum(), sums[:, 0] / sums[:, 1]
    low, high = np.quantile(values, [.025, .975])
    return f"{at:.2f} ({low:.2f} to {high:.2f})"


def reasons(world, history, said, hazards):
    leavers = []
    for date in (history.judged[0], history.judged[-1]):  # windows that do not overlap: nobody counts twice
        rows = said[said.date == date]
        at = history.left.left_at.reindex(rows.unit).to_numpy()
        kind = history.left.leave_type.reindex(rows.unit).to_numpy()
        begin = pd.Timestamp(date)
        part = rows[(at >= begin) & (at < begin + history.horizon) & (kind == "voluntary")].copy()
        part["truth"] = history.left.cause.reindex(part.unit).to_numpy()
        ahead = hazards[hazards.month == date[:7]].set_index(history.unit).leading_cause
        part["ahead"] = ahead.reindex(part.unit).fillna("").to_numpy()
        leavers.append(part)
    leavers = pd.concat(leavers)
    last = pd.Timestamp(history.judged[0])
    before = history.leaves[(history.leaves.left_at < last) & (history.leaves.leave_type == "voluntary")].cause
    leavers["majority"] = before.mode()[0]
    known = sorted({d.get("reason", "profile") for d in history.features.values()} & set(CODES))
    names = ["holdfast"] + [m for m in ("xgb", "ebm") if m in leavers] + ["majority", "ahead"]
    print(f"\n**{world}**, {len(leavers)} leavers; no feature speaks for: {', '.join(c for c in CODES if c not in known) or 'none'}.\n")
    print("| true cause | leavers | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 2) + "|")
    for cause in ["all"] + CODES:
        of = leavers if cause == "all" else leavers[leavers.truth == cause]
        print(f"| {cause} | {len(of)} | " + " | ".join(wilson((of[m] == of.truth).sum(), len(of)) for m in names) + " |")
    print("| names a reason | | " + " | ".join(f"{(leavers[m] != '').mean():.1%}" for m in names) + " |")
    print("| agreement where one is named | | " + " | ".join(
        wilson((leavers[m] == leavers.truth).sum(), (leavers[m] != "").sum()) for m in names) + " |")
    print("| with the truth's leading cause | | " + " | ".join(wilson((leavers[m] == leavers.ahead).sum(), len(leavers)) for m in names) + " |")
    print(f"\nA code by lot of the {len(CODES)}: {1 / len(CODES):.0%}. Holdfast less:", end="")
    for m in names[1:-1]:
        difference = (leavers.holdfast == leavers.truth).astype(int) - (leavers[m] == leavers.truth).astype(int)
        reach = 1.96 * difference.std() / np.sqrt(len(difference))
        print(f" {m} {difference.mean():+.1%} ({difference.mean() - reach:+.1%} to {difference.mean() + reach:+.1%});", end="")
    for m in names[:-2]:
        print(f"\n{m} leads with: " + ", ".join(f"{code or 'none'} {n}" for code, n in leavers[m].value_counts().items()), end="")
    print()


def calibration(world, history, said, hazards):
    models = ["p_holdfast"] + [m for m in ("p_xgb", "p_ebm") if m in said]
    groups = [("all", said)] + [(date, said[said.date == date]) for date in history.judged] + [(t, said[said.tier == t]) for t in ("high", "middle", "low")]
    for date in history.judged:
        groups += [(f"{date}, {t}", said[(said.date == date) & (said.tier == t)]) for t in ("high", "middle", "low")]
    against = dict(expected="the hazards to be expected on the date", true="the hazards that came about") if history.contract else dict(label="observed")
    for target, what in against.items():
        print(f"\n**{world}**: predicted over {what}\n")
        head = ["rows", "leavers", target] + models + (["came about over expected"] if target == "expected" else ["holdfast over leavers"] if history.contract else [])
        print("| | " + " | ".join(head) + " |\n" + "|---" * (len(head) + 1) + "|")
        for name, of in groups:
            cells = [str(len(of)), str(of.label.sum()), f"{of[target].sum():.1f}"]
            cells += [interval(of[m], of[target], of.owner) for m in models]
            if history.contract:
                cells.append(f"{of.true.sum() / of.expected.sum():.2f}" if target == "expected" else interval(of.p_holdfast, of.label, of.owner))
            print(f"| {name} | " + " | ".join(cells) + " |")
        for name, of in groups[:8]:
            print(f"| slope, {name} | | | | " + " | ".join(interval(of[m], of[target], of.owner, True) for m in models) + (" | |" if history.contract else " |"))


def judge(folder, world):
    history = History(Path(folder) / world)
    train, test = history.rows(history.learned), history.rows(history.judged)
    hazards = history.hazards()
    units = pd.read_csv(history.folder / "truth/units.csv", dtype=str).set_index(history.unit)
    owner = units.customer if "customer" in units else pd.Series(units.index, units.index)
    x, of = matrix(history, train)
    given, _ = matrix(history, test, list(x.columns))
    said = pd.DataFrame(dict(unit=test[history.id], date=test.date, label=test.label, margin=test.margin_if_kept))
    said["owner"] = owner.reindex(said.unit).fillna("").to_numpy()
    settings = []
    groups = pd.factorize(train[history.id])[0]
    for name, learn in (("xgb", xgb), ("ebm", ebm)):
        if name == "ebm" and os.environ.get("EBM") == "no":
            continue
        said[f"p_{name}"], contributions, how = learn(x, train.label.to_numpy(), groups, given)
        said[name] = leading(history, contributions, of)
        settings.append(f"{name}: {how}")
    parts = []
    for date, part in said.groupby("date"):
        scores = history.scores(date).reindex(part.unit)
        part["p_holdfast"], part["holdfast"] = scores.probability.to_numpy(), scores.reason_1_code.fillna("").to_numpy()
        if history.contract:
            ahead = pd.read_csv(history.folder / f"expected-{date}.csv").set_index("line").expected
            part["expected"] = ahead.reindex(part.unit).to_numpy()
        part["true"] = history.expected(hazards, date).reindex(part.unit).fillna(0).to_numpy()
        cut = part.margin.rank(method="first", pct=True)
        part["tier"] = np.where(cut > 2 / 3, "high", np.where(cut > 1 / 3, "middle", "low"))
        parts.append(part)
    said = pd.concat(parts, ignore_index=True)
    base = train.groupby("date").label.mean()
    print(f"\n### {world}\nLearned from {len(train):,} rows of {history.learned[0]} to {history.learned[-1]}, {len(of)} columns; judged on {len(said):,} of "
          f"{history.judged[0]} to {history.judged[-1]}. Left within {history.horizon.days} days: {base.iloc[0]:.1%} at first, {base.iloc[-1]:.1%} on the last date learned, "
          f"{train.label.mean():.1%} of all learned, {said.label.mean():.1%} of those judged. {'; '.join(settings)}.")
    reasons(world, history, said, hazards)
    calibration(world, history, said, hazards)


if __name__ == "__main__":
    for one in sys.argv[2:]:
        judge(sys.argv[1], one)
