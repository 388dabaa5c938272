"""The default plan's features of a shop's events in Polars, as of one date: what `holdfast features` makes, value models apart.

Usage: python features.py EVENTS.parquet AS_OF OUT.csv
       python features.py compare HOLDFAST.csv POLARS.csv
The events are those of events.py. Sums are of cents, and every feature divides once, as there.
"""

import sys
from datetime import date, datetime

import polars as pl

WINDOWS = (30, 90, 365)
LONGEST = WINDOWS[-1]
AT_RISK = 180
PROMISED = 5
ACTIVE = ("order", "visit")
TOLERANCE = 1e-12
NO_FEATURES = ("customer_id", "as_of", "left_on", "feature_plan")
OF_VALUE_MODELS = ("value_", "margin_if_kept")


def prefix(kind):
    return kind.replace("-", "_")


def within(kind, window):
    return (pl.col("kind") == kind) & (pl.col("age") <= window)


def count(condition):
    return condition.sum().cast(pl.Int64)


def ratio(top, bottom):
    return pl.when(bottom != 0).then(top / bottom)


def sums():
    """One group-by over all events: what features of counts, sums and last days need."""
    made = [pl.col("age").max().alias("first_age")]
    for kind in ("order", "visit", "contact", "complaint", "return"):
        made.append(pl.col("age").filter(pl.col("kind") == kind).min().alias(f"{kind}_last"))
        made += [count(within(kind, window)).alias(f"{kind}_n_{window}") for window in WINDOWS]
    for kind in ACTIVE:
        for window, back in [(30, 30), (90, 90), (90, 365)]:
            before = (pl.col("kind") == kind) & (pl.col("age") > back) & (pl.col("age") <= back + window)
            made.append(count(before).alias(f"{kind}_n_{window}_back_{back}"))
        made.append(count(within(kind, 180)).alias(f"{kind}_n_180"))
        month = (5 - (pl.col("age") - 1) // 30).filter(within(kind, 180))
        made.append(month.sum().cast(pl.Int64).alias(f"{kind}_moment"))
    for measure in ("amount", "quantity"):
        of = pl.col(measure)
        made += [of.filter(within("order", window)).sum().alias(f"order_{measure}_{window}") for window in WINDOWS]
        held = of.filter(within("order", LONGEST))
        made += [
            held.count().cast(pl.Int64).alias(f"order_with_{measure}"),
            held.min().alias(f"order_min_{measure}"),
            held.max().alias(f"order_max_{measure}"),
        ]
    returned = pl.col("amount").filter(within("return", LONGEST))
    made += [returned.sum().alias("return_amount"), returned.count().cast(pl.Int64).alias("return_with_amount")]
    made.append(count(pl.col("age") <= LONGEST).alias("all_n"))
    made.append(pl.col("product").filter(within("order", LONGEST)).drop_nulls().n_unique().alias("order_products"))
    return made


def gaps(seen):
    """Days with events of a kind, and the days between them."""
    days = seen.filter(pl.col("kind").is_in(ACTIVE)).select("customer", "kind", "age").unique()
    days = days.sort("customer", "kind", "age", descending=[False, False, True])
    gap = (pl.col("age").shift(1).over("customer", "kind") - pl.col("age")).cast(pl.Int64)
    days = days.with_columns(gap.alias("gap"))
    made = []
    for kind in ACTIVE:
        own = pl.col("gap").filter(pl.col("kind") == kind)
        made += [
            own.count().cast(pl.Int64).alias(f"{kind}_gaps"),
            own.sum().alias(f"{kind}_gap_sum"),
            (own * own).sum().alias(f"{kind}_gap_squares"),
        ]
    return days.group_by("customer").agg(made)


def mix(seen):
    """The commonest product's share."""
    counts = seen.filter(within("order", LONGEST) & pl.col("product").is_not_null()).group_by("customer", "product").len("n")
    return counts.group_by("customer").agg(
        pl.col("n").max().cast(pl.Int64).alias("top"), pl.col("n").sum().cast(pl.Int64).alias("mixed")
    )


def cases(seen):
    """Complaints, each settled by the customer's next solution."""
    rows = seen.filter(pl.col("kind").is_in(["complaint", "complaint-resolved"])).sort("customer", "occurred_at", "kind")
    solved = pl.when(pl.col("kind") == "complaint-resolved").then(pl.col("age"))
    rows = rows.with_columns((pl.col("age") - solved.backward_fill().over("customer")).alias("settled"))
    rows = rows.filter(within("complaint", LONGEST))
    return rows.group_by("customer").agg(
        pl.col("settled").sum().cast(pl.Int64).alias("settled_days"),
        pl.col("settled").count().cast(pl.Int64).alias("settled_n"),
        count(pl.col("settled").is_null()).alias("open"),
        count(pl.coalesce("settled", "age") > PROMISED).alias("late"),
    )


def activity(kind):
    c = pl.col
    n, total, squares = c(f"{kind}_gaps").fill_null(0), c(f"{kind}_gap_sum"), c(f"{kind}_gap_squares")
    last = c(f"{kind}_last")
    made = [c(f"{kind}_n_{window}").alias(f"{kind}_count_{window}d") for window in WINDOWS]
    made += [
        last.alias(f"{kind}_days_since"),
        ratio(total, n).alias(f"{kind}_gap_mean"),
        ratio(last * n, total).alias(f"{kind}_gap_ratio"),
        pl.when(n > 1)
        .then((((n * squares - total * total) * n).cast(pl.Float64) / (n - 1)).sqrt() / total)
        .alias(f"{kind}_gap_variation"),
    ]
    for window, back, name in [(30, 30, "change_30d"), (90, 90, "change_90d"), (90, 365, "change_year_90d")]:
        recent, before = c(f"{kind}_n_{window}"), c(f"{kind}_n_{window}_back_{back}")
        there = c("first_age") >= back + window
        made.append(pl.when(there).then(ratio(recent - before, recent + before)).alias(f"{kind}_{name}"))
    slope = (6 * c(f"{kind}_moment") - 15 * c(f"{kind}_n_180")) / 105.0
    made.append(pl.when(c("first_age") >= 180).then(slope).alias(f"{kind}_slope_180d"))
    return made


def features():
    c = pl.col
    made = [c("customer").alias("customer_id"), c("first_age").alias("tenure_days")]
    for kind in ACTIVE:
        made += activity(kind)
    for measure, parts in [("amount", 100), ("quantity", 1)]:
        made += [(c(f"order_{measure}_{window}") / parts).alias(f"order_{measure}_{window}d") for window in WINDOWS]
        mean = ratio(c(f"order_{measure}_365"), c(f"order_with_{measure}") * parts)
        made += [
            mean.alias(f"order_{measure}_mean_365d"),
            (c(f"order_min_{measure}") / parts).alias(f"order_{measure}_min_365d"),
            (c(f"order_max_{measure}") / parts).alias(f"order_{measure}_max_365d"),
        ]
    made += [
        c("order_products").alias("order_product_distinct_365d"),
        ratio(c("top"), c("mixed")).alias("order_product_top_share_365d"),
    ]
    for kind in ("contact", "complaint", "return"):
        made += [c(f"{kind}_n_{window}").alias(f"{kind}_count_{window}d") for window in WINDOWS]
        made.append(c(f"{kind}_last").alias(f"{kind}_days_since"))
    made += [
        ratio(c("settled_days"), c("settled_n")).alias("complaint_settled_days_365d"),
        c("open").fill_null(0).alias("complaint_open"),
        c("late").fill_null(0).alias("complaint_late_365d"),
        (c("return_amount") / 100).alias("return_amount_365d"),
        ratio(c("return_amount"), c("return_with_amount") * 100).alias("return_amount_mean_365d"),
        ratio(c("return_n_365"), c("all_n")).alias("return_share_365d"),
    ]
    return made


def compare(ours, theirs):
    """Every value of every column of both. Values may differ by TOLERANCE of 1 + the value: both round the same quotient, but not always at the same step."""
    ours = pl.read_csv(ours, infer_schema_length=None).filter(pl.col("left_on").is_null()).sort("customer_id")
    theirs = pl.read_csv(theirs, infer_schema_length=None).sort("customer_id")
    if not ours["customer_id"].equals(theirs["customer_id"]):
        sys.exit(f"other customers: {ours.height} and {theirs.height}")
    names = theirs.columns[1:]
    missing = sorted(set(names) - set(ours.columns))
    further = sorted(
        name for name in set(ours.columns) - set(names) - set(NO_FEATURES) if not name.startswith(OF_VALUE_MODELS)
    )
    if missing or further:
        sys.exit(f"other columns: {missing} only with Polars, {further} only with Holdfast")
    for name in names:
        a, b = ours[name].cast(pl.Float64), theirs[name].cast(pl.Float64)
        other = (a.is_null() != b.is_null()) | ((a - b).abs() > TOLERANCE * (1 + b.abs())).fill_null(False)
        if other.any():
            sys.exit(f"{name}: {other.sum()} of {ours.height} values differ")
    print(f"{len(names)} columns of {ours.height} customers agree, to {TOLERANCE:g} of 1 + the value")


def main():
    if sys.argv[1] == "compare":
        compare(*sys.argv[2:])
        return
    path, day, out = sys.argv[1], date.fromisoformat(sys.argv[2]), sys.argv[3]
    seen = (
        pl.scan_parquet(path)
        .filter(pl.col("occurred_at") < datetime(day.year, day.month, day.day))
        .with_columns(
            (pl.lit(day) - pl.col("occurred_at").dt.date()).dt.total_days().alias("age"),
            (pl.col("amount").cast(pl.Decimal(18, 2)) * 100).cast(pl.Int64),
            pl.col("quantity").cast(pl.Int64),
        )
    )
    table = seen.group_by("customer").agg(sums()).filter(pl.col("order_last") <= AT_RISK)
    for other in (gaps(seen), mix(seen), cases(seen)):
        table = table.join(other, on="customer", how="left")
    table = table.select(features()).sort("customer_id")
    table.collect().write_csv(out)


if __name__ == "__main__":
    main()
