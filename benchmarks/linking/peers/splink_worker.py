"""Splink over a table, in a process of its own and by another Python, with the settings of its own examples.

    python splink_worker.py RECIPE TABLE.csv OUT.npz

TABLE has a column ``row`` (a number) and, for two lists, ``source``. The settings of ``historical`` and ``febrl4`` are
those of Splink's documented examples (deduplicate_50k_synthetic, febrl4's detailed model, November 2026), word for
word but for what Splink 5 calls otherwise; ``fake`` is the tutorial's; ``cross`` is composed of the same comparisons.
Writes pairs, probabilities, and clusters at the threshold that the example itself uses.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

KEPT = 0.01


def historical(linker: Any) -> None:
    linker.training.estimate_probability_two_random_records_match(
        [
            "l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
            "substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname "
            "and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)",
            "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
        ],
        recall=0.6,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6)
    _trained(linker, ["first_name", "surname"], ["dob"])


def _historical_settings() -> Any:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )


def febrl4(linker: Any) -> None:
    rules = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7)
    _trained(linker, ["date_of_birth"], ["postcode"])


def _febrl4_settings() -> Any:
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
            ),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
    )


def fake(linker: Any) -> None:
    rules = [
        block_on("first_name", "dob"),
        "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
        block_on("email"),
    ]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    _trained(linker, ["first_name", "surname"], ["dob"])


def _fake_settings() -> Any:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "city"),
            block_on("surname"),
            block_on("dob"),
            block_on("email"),
        ],
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
    )


def cross(linker: Any) -> None:
    rules = [block_on("name", "birth"), "l.birth = r.birth and l.place = r.place"]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6)
    _trained(linker, ["name"], ["birth"])


def _cross_settings() -> Any:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[
            block_on("name"),
            block_on("birth"),
            block_on("substr(name,1,4)", "place"),
            block_on("substr(birth,1,4)", "place"),
        ],
        comparisons=[
            cl.NameComparison("name").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("birth", input_is_string=True),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
        ],
    )


def _trained(linker: Any, *rules: list[str]) -> None:
    for rule in rules:
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(*rule), estimate_without_term_frequencies=True
        )


RECIPES = {
    "historical": (_historical_settings, historical, 0.95),
    "febrl4": (_febrl4_settings, febrl4, 0.99),
    "fake": (_fake_settings, fake, 0.95),
    "cross": (_cross_settings, cross, 0.95),
}


def main() -> None:
    recipe, table, out = sys.argv[1:]
    logging.disable(logging.WARNING)
    settings, train, threshold = RECIPES[recipe]
    begun = time.perf_counter()
    rows = pd.read_csv(table, dtype=str, keep_default_na=False).replace("", None)
    rows["row"] = rows["row"].astype(int)
    if "first_name" in rows:
        rows["first_name_surname_concat"] = rows["first_name"] + " " + rows["surname"]
    parts = [part for _, part in rows.groupby("source")] if recipe == "febrl4" else [rows]
    db = DuckDBAPI(duckdb.connect())
    linker = Linker([db.register(part) for part in parts], settings())
    train(linker)
    predicted = linker.inference.predict(threshold_match_probability=KEPT)
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=threshold
    )
    pairs = predicted.as_pandas_dataframe()
    groups = clustered.as_pandas_dataframe()
    numbers = pd.factorize(groups["cluster_id"])[0]
    cluster = np.full(int(rows["row"].max()) + 1, -1)
    cluster[groups["row"].to_numpy()] = numbers
    np.savez(
        out,
        left=pairs["row_l"].to_numpy(np.int64),
        right=pairs["row_r"].to_numpy(np.int64),
        probability=pairs["match_probability"].to_numpy(float),
        cluster=cluster,
        seconds=time.perf_counter() - begun,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        threshold=threshold,
        called=f"Splink {splink.__version__}",
    )


if __name__ == "__main__":
    Path(sys.argv[3]).parent.mkdir(exist_ok=True)
    main()
