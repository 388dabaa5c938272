"""Peers on given folds: python peers.py DATASET_FOLDER FOLDS.csv OUT_FOLDER PEER,... writes OUT_FOLDER/PEER.csv as the product's own
predictions are written (row,repeat,fold,label,probability) and OUT_FOLDER/PEER.json with settings and seconds. A peer whose file is there
already is left alone.

Boosters are tuned on the training rows of the first fold by three inner folds and early stopping (depth and learning rate; rounds by the
inner folds), and keep these settings for the other folds. The logistic regression and the EBM run as they come.
"""
import itertools
import json
import os
import sys
import time
import warnings

import numpy as np
import pandas as pd
import yaml
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

warnings.filterwarnings("ignore")
THREADS = int(os.environ.get("THREADS", os.cpu_count()))
GRID = list(itertools.product([2, 3, 4, 6], [.03, .1]))
MOST_ROUNDS = 2000
PATIENCE = 50


def load(folder):
    with open(f"{folder}/dataset.yaml", encoding="utf-8") as file:
        description = yaml.load(file, yaml.BaseLoader)
    table = description["table"]
    frame = pd.read_csv(f"{folder}/{table['path']}", sep=table.get("delimiter", ","), dtype=str, keep_default_na=False)
    absent = set(table.get("missing", [""])) | {""}
    frame = frame.mask(frame.isin(absent))
    columns = description["columns"]
    label = next(c for c, d in columns.items() if d["role"] == "label")
    group = next((c for c, d in columns.items() if d["role"] == "group"), None)
    numbers = [c for c, d in columns.items() if d["role"] == "feature" and d["kind"] == "number"]
    categories = [c for c, d in columns.items() if d["role"] == "feature" and d["kind"] != "number"]
    y = (frame[label] == columns[label]["positive"]).to_numpy().astype(int)
    x = frame[numbers].astype(float).join(frame[categories].fillna("(missing)"))
    groups = pd.factorize(frame[group])[0] if group else np.arange(len(y))
    return x, y, groups, numbers, categories


class Table:
    def __init__(self, folder):
        self.x, self.y, self.groups, self.numbers, self.categories = load(folder)

    def one_hot(self, train, test):
        encode = ColumnTransformer([("n", "passthrough", self.numbers),
                                    ("c", OneHotEncoder(handle_unknown="ignore", min_frequency=5), self.categories)])
        return encode.fit_transform(train), encode.transform(test)

    def ordinal(self, train, test):
        encode = ColumnTransformer([("c", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1,
                                                         min_frequency=5, max_categories=250), self.categories),
                                    ("n", "passthrough", self.numbers)])
        return encode.fit_transform(train).astype(float), encode.transform(test).astype(float)

    def inner(self, rows):
        return list(StratifiedGroupKFold(3, shuffle=True, random_state=11)
                    .split(np.zeros(len(rows)), self.y[rows], self.groups[rows]))


def lr(table, train, test, settings):
    numeric = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler())
    encode = ColumnTransformer([("n", numeric, table.numbers),
                                ("c", OneHotEncoder(handle_unknown="ignore", min_frequency=5), table.categories)])
    model = make_pipeline(encode, LogisticRegression(max_iter=3000)).fit(table.x.iloc[train], table.y[train])
    return model.predict_proba(table.x.iloc[test])[:, 1], {}


def ebm(table, train, test, settings):
    from interpret.glassbox import ExplainableBoostingClassifier
    types = ["continuous"] * len(table.numbers) + ["nominal"] * len(table.categories)
    model = ExplainableBoostingClassifier(feature_types=types, random_state=1, n_jobs=THREADS)
    model.fit(table.x.iloc[train], table.y[train])
    return model.predict_proba(table.x.iloc[test])[:, 1], {}


def hgb(table, train, test, settings):
    a, b = table.ordinal(table.x.iloc[train], table.x.iloc[test])
    y = table.y[train]
    categorical = [True] * len(table.categories) + [False] * len(table.numbers)
    a[:, :len(table.categories)][a[:, :len(table.categories)] < 0] = np.nan
    b[:, :len(table.categories)][b[:, :len(table.categories)] < 0] = np.nan

    def make(depth, rate, rounds):
        return HistGradientBoostingClassifier(learning_rate=rate, max_leaf_nodes=2 ** depth, max_iter=rounds,
                                              l2_regularization=1., categorical_features=categorical,
                                              early_stopping=False, random_state=1)
    if settings is None:
        best = (np.inf, None)
        for depth, rate in GRID:
            rounds = int(min(600, 60 / rate / depth))
            losses = np.zeros(rounds)
            for fit, held in table.inner(train):
                model = make(depth, rate, rounds).fit(a[fit], y[fit])
                for i, p in enumerate(model.staged_predict_proba(a[held])):
                    losses[i] += log_loss(y[held], p[:, 1], labels=[0, 1])
            if losses.min() < best[0]:
                best = (losses.min(), dict(depth=depth, rate=rate, rounds=int(losses.argmin()) + 1))
        settings = best[1]
    model = make(**settings).fit(a, y)
    return model.predict_proba(b)[:, 1], settings


def xgb(table, train, test, settings):
    import xgboost
    a, b = table.one_hot(table.x.iloc[train], table.x.iloc[test])
    y = table.y[train]
    fixed = dict(objective="binary:logistic", eval_metric="logloss", tree_method="hist", nthread=THREADS, subsample=.8,
                 colsample_bytree=.8, seed=1)
    data = xgboost.DMatrix(a, y)
    if settings is None:
        best = (np.inf, None)
        for depth, rate in GRID:
            losses = xgboost.cv(dict(fixed, max_depth=depth, eta=rate), data, MOST_ROUNDS, folds=table.inner(train),
                                early_stopping_rounds=PATIENCE)["test-logloss-mean"]
            if losses.min() < best[0]:
                best = (losses.min(), dict(max_depth=depth, eta=rate, rounds=int(losses.argmin()) + 1))
        settings = best[1]
    model = xgboost.train(dict(fixed, max_depth=settings["max_depth"], eta=settings["eta"]), data, settings["rounds"])
    return model.predict(xgboost.DMatrix(b)), settings


def lgb(table, train, test, settings):
    import lightgbm
    a, b = table.ordinal(table.x.iloc[train], table.x.iloc[test])
    y = table.y[train]
    fixed = dict(objective="binary", verbosity=-1, num_threads=THREADS, bagging_fraction=.8, bagging_freq=1,
                 feature_fraction=.8, seed=1, deterministic=True)
    data = lightgbm.Dataset(a, y, categorical_feature=list(range(len(table.categories))),
                            params=dict(verbosity=-1), free_raw_data=False)
    if settings is None:
        best = (np.inf, None)
        for depth, rate in GRID:
            losses = lightgbm.cv(dict(fixed, num_leaves=2 ** depth, max_depth=depth, learning_rate=rate), data, MOST_ROUNDS,
                                 folds=table.inner(train),
                                 callbacks=[lightgbm.early_stopping(PATIENCE, verbose=False)])["valid binary_logloss-mean"]
            if min(losses) < best[0]:
                best = (min(losses), dict(max_depth=depth, rate=rate, rounds=int(np.argmin(losses)) + 1))
        settings = best[1]
    depth = settings["max_depth"]
    model = lightgbm.train(dict(fixed, num_leaves=2 ** depth, max_depth=depth, learning_rate=settings["rate"]), data,
                           settings["rounds"])
    return model.predict(b), settings


def cat(table, train, test, settings):
    from catboost import CatBoostClassifier, Pool
    x = table.x[table.categories + table.numbers]
    names = table.categories

    def make(depth, rate, rounds):
        return CatBoostClassifier(depth=depth, learning_rate=rate, iterations=rounds, random_seed=1, verbose=False,
                                  thread_count=THREADS, allow_writing_files=False)
    if settings is None:
        best = (np.inf, None)
        for depth, rate in [(4, .03), (4, .1), (6, .03), (6, .1)]:
            losses = []
            for fit, held in table.inner(train):
                model = make(depth, rate, MOST_ROUNDS).fit(
                    Pool(x.iloc[train[fit]], table.y[train[fit]], cat_features=names),
                    eval_set=Pool(x.iloc[train[held]], table.y[train[held]], cat_features=names),
                    early_stopping_rounds=PATIENCE)
                losses.append(model.evals_result_["validation"]["Logloss"])
            shortest = min(map(len, losses))
            mean = np.mean([loss[:shortest] for loss in losses], axis=0)
            if mean.min() < best[0]:
                best = (mean.min(), dict(depth=depth, rate=rate, rounds=int(mean.argmin()) + 1))
        settings = best[1]
    model = make(**settings).fit(Pool(x.iloc[train], table.y[train], cat_features=names))
    return model.predict_proba(x.iloc[test])[:, 1], settings


PEERS = dict(lr=lr, hgb=hgb, xgb=xgb, lgb=lgb, cat=cat, ebm=ebm)


def run(name, folder, folds, out):
    table = Table(folder)
    folds = pd.read_csv(folds)
    rows, settings, seconds, tuning = [], None, [], 0.
    for repeat in folds.columns:
        for fold in sorted(folds[repeat].unique()):
            test = np.flatnonzero(folds[repeat] == fold)
            train = np.flatnonzero(folds[repeat] != fold)
            begin = time.time()
            if settings is None:
                _, settings = PEERS[name](table, train, test, None)
                tuning = time.time() - begin
                begin = time.time()
            said, _ = PEERS[name](table, train, test, settings)
            seconds.append(time.time() - begin)
            rows.append(pd.DataFrame(dict(row=test + 1, repeat=repeat, fold=fold, label=table.y[test], probability=said)))
    with open(f"{out}/{name}.json", "w", encoding="utf-8") as file:
        json.dump(dict(settings=settings, seconds=float(np.mean(seconds)), tuning=tuning), file)
    # Whole or not at all: a file that is there counts as done.
    pd.concat(rows).sort_values(["repeat", "row"]).to_csv(f"{out}/{name}.part", index=False)
    os.replace(f"{out}/{name}.part", f"{out}/{name}.csv")
    print(f"{name}: {np.mean(seconds):.2f} s a fit, {tuning:.1f} s to tune, {settings}", flush=True)


if __name__ == "__main__":
    for peer in sys.argv[4].split(","):
        if os.path.exists(f"{sys.argv[3]}/{peer}.csv"):
            print(f"{peer}: kept", flush=True)
        else:
            run(peer, *sys.argv[1:4])
