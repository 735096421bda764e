"""How well whole PDFs are understood, against their labels: floors on the samples, bars on the labelled corpus."""

import hashlib
from pathlib import Path

import pytest

from corpus.evaluation import evaluate
from corpus.evaluation_scores import DocumentScores, Scores
from corpus.registry import load_registry
from corpus.truth import load_truth
from corpus.typeset import SAMPLES
from extractors.reading import read_file
from extractors.understanding import understand
from models.rows import FileRows
from tests.places import ROOT

LABELLED = ROOT.parent / "shared" / "corpus"
FLOORS = {
    "goals": 0.95,
    "activities": 0.93,
    "indicators": 0.95,
    "amounts": 0.95,
    "fields": 0.93,
    "cells": 0.95,
    "horizon": 0.95,
    "years": 0.95,
    "amount_kinds": 0.90,
    "amount_years": 0.90,
}
"""A little below what is measured on the samples, micro over all: a fall below is a step back."""
BARS = {"goals": 0.75, "activities": 0.65, "amounts": 0.90, "cells": 0.75}
"""What the labelled documents ask for, micro over all."""


def understand_folder(folder: Path) -> tuple[dict[str, FileRows], Scores]:
    """The rows of every labelled PDF in folder/pdf, and their scores against folder/truth."""
    truths = load_truth(folder / "truth")
    rows: dict[str, FileRows] = {}
    for name in truths:
        path = folder / "pdf" / f"{name}.pdf"
        read = read_file(path, hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
        rows[name] = understand(read, load_registry(), "run")
    return rows, evaluate(truths, rows)


def measured(scores: DocumentScores) -> dict[str, float]:
    """Every measure that was asked for: F1 of what is found, the share right of what is said of it."""
    tallies = {
        name: getattr(scores, name).f1 for name in ("goals", "activities", "indicators", "amounts", "fields", "cells")
    }
    shares = {name: getattr(scores, name).value for name in ("horizon", "years", "amount_kinds", "amount_years")}
    return {name: value for name, value in (tallies | shares).items() if value is not None}


def below(measures: dict[str, float], limits: dict[str, float]) -> dict[str, float]:
    """The measures under their limit; one that was not measured at all counts as 0."""
    return {name: measures.get(name, 0.0) for name, limit in limits.items() if measures.get(name, 0.0) < limit}


@pytest.fixture(scope="module")
def samples() -> tuple[dict[str, FileRows], Scores]:
    return understand_folder(SAMPLES)


def test_the_samples_are_understood_as_well_as_before(samples):
    _, scores = samples

    assert below(measured(scores.total), FLOORS) == {}


def test_no_sample_is_far_below_the_rest(samples):
    _, scores = samples

    weak = {
        name: below(measured(one), {k: 0.85 for k in BARS if k in measured(one)})
        for name, one in scores.documents.items()
    }

    assert {name: measures for name, measures in weak.items() if measures} == {}


@pytest.mark.parametrize("name", ["remissvar", "tjansteskrivelse"])
def test_letters_and_memos_give_no_goals_and_no_activities(samples, name):
    rows, _ = samples

    assert rows[name].goals == rows[name].activities == rows[name].initiatives == ()


def test_every_sample_gives_one_document_of_its_class(samples):
    _, scores = samples

    assert scores.total.facts.doc_type.asked == scores.total.facts.doc_type.right == 9


@pytest.mark.slow
def test_the_labelled_documents_hold_the_bars():
    if not (LABELLED / "truth").is_dir():
        pytest.skip("the labelled documents (../shared/corpus) are not here")

    rows, scores = understand_folder(LABELLED)

    assert below(measured(scores.total), BARS) == {}
    letters = [given for name, given in rows.items() if "remissvar" in name]
    assert letters
    assert all(given.goals == given.activities == () for given in letters)
