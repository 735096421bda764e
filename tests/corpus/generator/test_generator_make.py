"""A made corpus: its truth stands in its PDFs, it is the same twice, and it can be evaluated."""

import json
from concurrent.futures import Future
from dataclasses import replace
from functools import cache

import pytest
from typer.testing import CliRunner

from corpus.generator.looks.catalogue import PRODUCERS, looks_of, why_missing
from corpus.generator.looks.look import ProducerError
from corpus.generator.make import MadeDocument, MakeError, _make_batch, gather, make_corpus
from corpus.generator.programme import plan_corpus
from corpus.generator.proofreading import missing_words
from corpus.truth import load_truth
from flows.command_line import app

DOCUMENTS = 12


@cache
def here():
    return tuple(producer for producer in PRODUCERS if producer != "writer" and why_missing(producer) is None)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    out = tmp_path_factory.mktemp("corpus") / "made"
    made = make_corpus(out, seed=11, n_documents=DOCUMENTS, looks=looks_of(here()), workers=1)
    assert made.failed == {}
    return out, made.documents


def test_every_goal_and_amount_of_the_truth_stands_in_the_text_layer(corpus):
    out, made = corpus
    readable = [document for document in made if not document.scanned]

    missing = {
        document.name: words
        for document in readable
        if (
            words := missing_words(
                (out / "pdf" / f"{document.name}.pdf").read_bytes(),
                json.loads((out / "truth" / f"{document.name}.json").read_text(encoding="utf-8")),
            )
        )
    }

    assert missing == {}
    assert [document.missing for document in made if document.missing] == []
    assert len(readable) == DOCUMENTS


def test_a_scan_has_no_text_and_its_truth_stays(tmp_path):
    looks = looks_of(["typst"])
    short = next(each for each in plan_corpus(11, 40, looks) if each.content.kind == "local_plan")
    (tmp_path / "pdf").mkdir()
    (tmp_path / "truth").mkdir()

    [scan] = _make_batch((replace(short, scanned=True),), tmp_path, 11)

    truth = json.loads((tmp_path / "truth" / f"{scan.name}.json").read_text(encoding="utf-8"))
    missing = missing_words((tmp_path / "pdf" / f"{scan.name}.pdf").read_bytes(), truth)
    assert truth["origin"]["scanned"] is True
    assert scan.missing == ()
    assert set(missing) >= {label["text"] for label in truth["goals"]} | {sum_["text"] for sum_ in truth["amounts"]}


def test_the_truth_is_read_as_truth(corpus):
    out, made = corpus

    truths = load_truth(out / "truth")

    assert sorted(truths) == [document.name for document in made]
    assert sum(len(truth.goals) for truth in truths.values()) > 50


def test_the_same_seed_gives_the_same_bytes(corpus, tmp_path):
    out, made = corpus
    n = 4

    make_corpus(tmp_path / "again", seed=11, n_documents=n, looks=looks_of(here()), workers=2)

    for document in made[:n]:
        for name in (f"pdf/{document.name}.pdf", f"truth/{document.name}.json"):
            assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")

    with pytest.raises(MakeError, match="inte tom"):
        make_corpus(tmp_path, seed=1, n_documents=1, looks=looks_of(here()), workers=1)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_document_that_cannot_be_typeset_is_told_of_and_the_rest_is_made():
    document = MadeDocument("0001-memo", "memo", "memo", "typst-memo", "typst", False, 2, (), (), ())
    done: Future[list[MadeDocument]] = Future()
    broken: Future[list[MadeDocument]] = Future()
    done.set_result([document])
    broken.set_exception(ProducerError("går inte / cannot"))
    heard: list[MadeDocument] = []

    made, failed = gather({done: ["0001-memo"], broken: ["0002-memo", "0003-memo"]}, heard.append)

    assert made == heard == [document]
    assert failed == {"0002-memo": "går inte / cannot", "0003-memo": "går inte / cannot"}


def test_an_error_of_ours_is_not_taken_for_a_document_that_cannot_be_typeset():
    broken: Future[list[MadeDocument]] = Future()
    broken.set_exception(KeyError("slot"))

    with pytest.raises(KeyError):
        gather({broken: ["0001-memo"]}, print)


def test_the_command_makes_and_tells(tmp_path):
    out = tmp_path / "made"

    answer = CliRunner().invoke(
        app, ["corpus", "make", "--seed", "2", "--documents", "2", "--producer", "typst", "--out", str(out)]
    )

    assert answer.exit_code == 0, answer.output
    assert "Layoutfamiljer / Layout families" in answer.output
    assert len(list((out / "pdf").glob("*.pdf"))) == len(list((out / "truth").glob("*.json"))) == 2
    manifest = json.loads((out / "corpus.json").read_text(encoding="utf-8"))
    assert [document["producer"] for document in manifest["documents"]] == ["typst"] * 2


def test_an_unknown_producer_is_a_usage_error(tmp_path):
    answer = CliRunner().invoke(app, ["corpus", "make", "--producer", "quark", "--out", str(tmp_path / "x")])

    assert answer.exit_code == 2
    assert "quark" in answer.output


def test_a_missing_word_is_missed():
    from corpus.typeset import SAMPLES

    truth = json.loads((SAMPLES / "truth" / "lokal-plan.json").read_text(encoding="utf-8"))
    pdf = (SAMPLES / "pdf" / "lokal-plan.pdf").read_bytes()

    assert missing_words(pdf, truth) == []
    truth["goals"].append({"text": "Detta mål står ingenstans", "horizon": "unspecified"})
    truth["amounts"].append({"text": "987 654 321"})
    assert missing_words(pdf, truth) == ["Detta mål står ingenstans", "987 654 321"]
