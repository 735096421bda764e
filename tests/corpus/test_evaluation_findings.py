"""Findings against their truth: when one answers to the other, and what is counted of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.evaluation_answers import answers
from corpus.evaluation_findings import score_findings
from corpus.evaluation_scores import ByName, CleanScores, RuleScores, Share, TrapScores
from corpus.truth import TrueFinding
from models.rows import Document, FileRows, Finding


def make_true(rule="footing.column", expected=None, actual=None, grade="material", **more):
    def figure(value):
        return Decimal(value) if isinstance(value, int) else value

    return TrueFinding(
        rule=rule, where="", expected=figure(expected), actual=figure(actual), grade=grade, explanation="", **more
    )


def make_raised(rule="footing.column", expected=None, actual=None, severity="error", **more):
    words = {"subject": "Tabell 1", "message_sv": "Något stämmer inte.", "message_en": "Something is wrong."}
    return Finding(
        **{"finding_id": "f", "rule": rule, "family": "footing", "severity": severity, "document_id": "d-plan"}
        | {"expected": expected, "actual": actual}
        | words
        | more
    )


def make_file(name):
    document = Document(
        document_id=f"d-{name}",
        source_name=f"{name}.pdf",
        source_sha256="ab",
        first_page=1,
        last_page=1,
        doc_type="other",
    )
    return FileRows(documents=(document,))


def score(truths, *raised):
    """Scores by file; a single list of truths is that of the file plan."""
    by_file = truths if isinstance(truths, dict) else {"plan": truths}
    names = {*by_file, "plan", "rapport", "annan"}
    scores = score_findings(by_file, {name: make_file(name) for name in names}, raised)
    return scores if isinstance(truths, dict) else scores["plan"]


# When a finding answers


@pytest.mark.parametrize(
    ("rule", "also", "raised", "right"),
    [
        ("footing.column", (), "footing.column", True),
        ("footing.column", (), "footing.row", False),
        ("footing.column", ("tie.pot", "footing.row"), "footing.row", True),
        ("tie.plan-report.total", (), "tie.plan-report.total", True),
        ("tie.plan-report.total", (), "tie.plan-report.activity", False),
        ("sum_mismatch", (), "footing.row", True),
        ("sum-mismatch", (), "recalc.balance", True),
    ],
)
def test_a_catalogue_rule_must_agree_and_a_labellers_own_name_need_not(rule, also, raised, right):
    truth = make_true(rule, 100, 90, also=also)

    assert answers(truth, make_raised(raised, 90, 100)) is right


@pytest.mark.parametrize(
    ("truth", "raised", "right"),
    [
        ((1000, 1100), (1100, 1000), True),
        (("1 000 kr", "1100"), (1000, 1100), True),
        ((1000, 1100), (1000, 1101), False),
        ((1000, 1100), (1000, 1000), False),
        # The check's own unit: tkr, mnkr.
        ((2_377_000, 2_400_000), (2377, 2400), True),
        ((2_300_000, 2_400_000), (Decimal("2.3"), Decimal("2.4")), True),
        ((2_377_000, 2_400_000), (2377, 2_400_000), False),
        ((2377, 2400), (2_377_000, 2_400_000), False),
        # One figure is enough beside the right rule.
        ((2017, 2107), (None, 2107), True),
        ((2017, 2107), (None, 2108), False),
        ((None, 2107), (2017, 2107), True),
        ((None, 2107), (2017, 2108), False),
        # Figures in prose.
        (("2017–2020", "2022"), (2020, 2022), True),
        (("fem målgrupper: 5", "listan har 4"), (5, 4), True),
        (("4 procent av 12 000 000", "500 000"), (480_000, 500_000), True),
        (("4 procent av 12 000 000", "500 000"), (480_000, 490_000), False),
    ],
)
def test_figures_of_a_catalogue_rule(truth, raised, right):
    assert answers(make_true("recalc.share", *truth), make_raised("recalc.share", *raised)) is right


def test_figures_that_disagree_are_not_mended_by_the_subject():
    truth = make_true(expected=1000, actual=1100, subject="Tabell 1")

    assert not answers(truth, make_raised(expected=1000, actual=1200))


def test_prose_can_be_known_by_its_subject_where_the_figures_tell_nothing():
    truth = make_true("tie.text-table", "drygt 4 miljoner", "knappt 4", subject="Utbildningar")
    raised = make_raised("tie.text-table", 4_100_000, 3_900_000, subject="Utbildningar, tabell 2")

    assert answers(truth, raised)
    assert not answers(truth, raised.model_copy(update={"subject": "Tabell 2"}))


@pytest.mark.parametrize(
    ("subject", "words", "right"),
    [
        ("Rättvik", "Rättviks kommun saknas i tabellen.", True),
        ("Rättviks kommun", "I tabellen saknas Rättvik.", True),
        ("Rättvik", "Orsa kommun saknas i tabellen.", False),
        ("Region Dalarna", "Raden om Dalarnas län står två gånger.", True),
        ("Region", "En region saknas.", True),
        ("Region", "En kommun saknas.", False),
        ("556036-0793", "Organisationsnumret 556036-0793 har fel kontrollsiffra.", True),
        ("556036-0793", "Organisationsnumret 556036-0794 har fel kontrollsiffra.", False),
        ("Utbilda all personal i första hjälpen 2024", "Utbilda personal i första hjälpen: 2024 ligger utanför.", True),
        (
            "Utbilda all personal i första hjälpen 2024",
            "Utbilda all personal i första hjälpen: 2025 ligger utanför.",
            False,
        ),
        ("Starta en samtalsgrupp", "Starta ett nätverk ligger utanför perioden.", False),
        (None, "Vad som helst.", True),
        ("", "Vad som helst.", True),
    ],
)
def test_without_figures_the_finding_mentions_the_subject(subject, words, right):
    truth = make_true("complete.registry", subject=subject)

    assert answers(truth, make_raised("complete.registry", message_sv=words)) is right
    assert answers(truth, make_raised("complete.registry", 15, 14, message_sv=words)) is right
    assert not answers(truth, make_raised("complete.focus", message_sv=words))


def test_a_finding_without_figures_can_answer_to_a_truth_that_has_them():
    truth = make_true("cutoff.date", "2020-12-31", "2020-09-11", subject="Underskrift")

    assert answers(truth, make_raised("cutoff.date", subject="Underskrift"))
    assert not answers(truth, make_raised("cutoff.date", subject="Diarienummer"))


@pytest.mark.parametrize(("expected", "actual"), [("med verb", "utan"), (None, None), ("2020", "2019-2020")])
def test_a_labellers_prose_is_answered_by_figures_only(expected, actual):
    truth = make_true("missing_word", expected, actual)

    assert not answers(truth, make_raised(message_sv="med verb utan 2020"))


@given(
    figures=st.tuples(st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2)),
    unit=st.sampled_from([1, 1000, 10**6]),
)
def test_a_truth_in_kronor_is_answered_in_every_unit(figures, unit):
    expected, actual = figures
    truth = make_true(expected=expected * unit, actual=actual * unit)

    assert answers(truth, make_raised(expected=actual, actual=expected))


# What is found


def test_seeded_errors_are_counted_by_kind_and_cause():
    truths = [
        make_true(expected=10, actual=20, seeded="digit-swap", cause="a"),
        make_true("footing.row", 30, 40, seeded="digit-swap", cause="a"),
        make_true(expected=50, actual=60, seeded="digit-swap", cause="b"),
        make_true(expected=70, actual=80, seeded="row-dropped"),
        make_true(expected=70, actual=80, seeded="row-dropped", grade="minor"),
        make_true(expected=1, actual=2),
    ]

    scores = score(truths, make_raised("footing.row", 30, 40), make_raised(expected=70, actual=80, severity="warning"))

    assert scores.seeded == ByName({"digit-swap": Share(1, 2), "row-dropped": Share(2, 2)})
    assert scores.found == Share(3, 5)
    assert (scores.false_errors, scores.forbidden_errors) == (0, 0)
    assert scores.unanswered.truths == (truths[2], truths[5])


def test_every_finding_on_one_cause_is_right():
    truths = [make_true(expected=1, actual=2, cause="a"), make_true("footing.row", 3, 4, cause="a")]

    scores = score(truths, make_raised(expected=1, actual=2), make_raised("footing.row", 3, 4))

    assert scores.found == Share(1, 1)
    assert scores.rules.of["footing.column"] == RuleScores(raised=1, right=1, found=1, asked=1)
    assert scores.rules.of["footing.row"] == RuleScores(raised=1, right=1, found=1, asked=1)
    assert scores.unanswered.findings == ()


def test_a_fault_that_another_rule_tells_counts_for_every_rule_that_it_breaks():
    truths = [
        make_true(expected=1, actual=2, cause="a"),
        make_true("footing.row", 3, 4, cause="a"),
        make_true("footing.row", 5, 6, cause="b"),
    ]

    scores = score(truths, make_raised(expected=1, actual=2))

    assert scores.rules.of["footing.column"] == RuleScores(raised=1, right=1, found=1, asked=1)
    assert scores.rules.of["footing.row"] == RuleScores(found=1, asked=2)


def test_a_note_finds_only_what_can_be_no_more_than_a_note():
    weak = make_true("complete.focus", subject="Ledning", severity="note")
    strong = make_true("complete.goals", subject="Ledning", severity="warning")
    notes = [make_raised(rule, severity="note", subject="Ledning") for rule in ("complete.focus", "complete.goals")]

    scores = score([weak, strong], *notes)

    assert scores.found == Share(1, 2)
    assert scores.rules.of["complete.focus"] == RuleScores(found=1, asked=1)
    assert scores.rules.of["complete.goals"] == RuleScores(found=0, asked=1)


def test_a_labellers_prose_is_not_asked_for():
    scores = score([make_true("missing_word", "verb", "inget"), make_true("sum", 1, 2)], make_raised("x.y", 1, 2))

    assert scores.found == Share(1, 1)
    assert scores.unanswered.truths == ()
    assert scores.rules == ByName({"x.y": RuleScores(raised=1, right=1)})


# By rule


def test_precision_and_recall_of_each_rule():
    truths = [
        make_true(expected=1, actual=2),
        make_true(expected=3, actual=4, also=("tie.pot",)),
        make_true("recalc.balance", 5, 6),
    ]
    raised = (
        make_raised(expected=1, actual=2),
        make_raised(expected=8, actual=9),
        make_raised(expected=8, actual=9, severity="warning"),
        make_raised(expected=8, actual=9, severity="note"),
        make_raised("tie.pot", 3, 4),
    )

    scores = score(truths, *raised)

    column = scores.rules.of["footing.column"]
    assert column == RuleScores(raised=3, right=1, false_errors=1, found=2, asked=2)
    assert (column.precision, column.recall) == (1 / 3, 1.0)
    assert scores.rules.of["tie.pot"] == RuleScores(raised=1, right=1)
    assert scores.rules.of["tie.pot"].recall is None
    assert scores.rules.of["recalc.balance"] == RuleScores(found=0, asked=1)
    assert scores.rules.of["recalc.balance"].precision is None
    assert scores.false_errors == 1
    assert scores.unanswered.findings == (raised[1], raised[2])


@pytest.mark.parametrize(
    ("allowed", "severity", "overstated"),
    [
        ("warning", "error", 1),
        ("note", "warning", 1),
        ("error", "error", 0),
        (None, "error", 0),
        ("error", "warning", 0),
    ],
)
def test_a_finding_more_certain_than_the_truth_allows_is_right_but_overstated(allowed, severity, overstated):
    truth = make_true("reason.outlier", 1, 2, severity=allowed)

    rule = score([truth], make_raised("reason.outlier", 1, 2, severity)).rules.of["reason.outlier"]

    assert rule == RuleScores(raised=1, right=1, overstated=overstated, found=1, asked=1)


# Clean documents and traps


def test_errors_in_clean_documents():
    trap = make_true(expected=1, actual=2, grade="trap-not-error", seeded="balance-that-balances")
    truths = {"plan": [trap], "rapport": [], "annan": [make_true(expected=7, actual=8)]}
    raised = [
        make_raised(expected=1, actual=2),
        make_raised(expected=3, actual=4),
        make_raised(expected=3, actual=4, severity="warning"),
        make_raised(expected=3, actual=4, document_id="d-annan"),
    ]

    scores = score(truths, *raised)

    assert scores["plan"].clean == CleanScores(documents=1, false_errors=2)
    assert scores["rapport"].clean == CleanScores(documents=1, false_errors=0)
    assert scores["annan"].clean == CleanScores()
    total = sum((one.clean for one in scores.values()), start=CleanScores())
    assert total.false_errors_per_hundred == 100.0
    assert CleanScores().false_errors_per_hundred is None


def test_traps_are_counted_by_kind_and_only_errors_stumble():
    truths = [
        make_true(expected=1, actual=2, grade="trap-not-error", seeded="two-subtotals"),
        make_true(expected=3, actual=4, grade="trap-not-error", seeded="two-subtotals"),
        make_true("form.amount", subject="08-465 004 12", grade="trap-not-error", seeded="telephone"),
        make_true(expected=5, actual=6, grade="rounding"),
    ]
    raised = [
        make_raised(expected=1, actual=2),
        make_raised(expected=3, actual=4, severity="warning"),
        make_raised("form.amount", subject="08-465 004 12"),
    ]

    scores = score(truths, *raised)

    assert scores.traps == ByName(
        {"two-subtotals": TrapScores(2, 1), "telephone": TrapScores(1, 1), "rounding": TrapScores(1, 0)}
    )
    assert (scores.forbidden_errors, scores.false_errors) == (2, 0)
    assert scores.rules.of["footing.column"].false_errors == 1
    assert scores.seeded == ByName()


def test_an_error_that_is_right_does_not_stumble_on_a_trap():
    truths = [make_true(expected=1, actual=2), make_true(expected=1, actual=2, grade="trap-not-error")]

    scores = score(truths, make_raised(expected=1, actual=2))

    assert scores.found == Share(1, 1)
    assert scores.traps.of["trap-not-error"] == TrapScores(1, 0)


# Across documents

TIE = "tie.plan-report.total"


@pytest.mark.parametrize(("document", "other"), [("plan", "rapport"), ("rapport", "plan")])
@pytest.mark.parametrize(("labelled", "named"), [("plan", "rapport"), ("rapport", "plan"), ("plan", None)])
def test_a_finding_across_answers_in_either_file(document, other, labelled, named):
    truths = {"plan": [], "rapport": []} | {labelled: [make_true(TIE, 1, 2, other=named, seeded="spent-above")]}
    raised = make_raised(TIE, 2, 1, document_id=f"d-{document}", other_document_id=f"d-{other}")

    scores = score(truths, raised)

    assert scores[labelled].found == scores[labelled].seeded.of["spent-above"] == Share(1, 1)
    assert scores[document].rules.of[TIE].right == 1
    assert [one.false_errors for one in scores.values()] == [0, 0]
    assert sum(one.rules.of[TIE].raised for one in scores.values() if TIE in one.rules.of) == 1


def test_a_finding_across_is_false_once_in_its_own_file():
    scores = score(
        {"plan": [], "rapport": []}, make_raised(TIE, 1, 2, document_id="d-rapport", other_document_id="d-plan")
    )

    assert (scores["plan"].false_errors, scores["rapport"].false_errors) == (0, 1)
    assert (scores["plan"].clean.false_errors, scores["rapport"].clean.false_errors) == (0, 1)
    assert TIE not in scores["plan"].rules.of


@pytest.mark.parametrize(("document", "other"), [("plan", "annan"), ("annan", "plan")])
def test_a_finding_across_to_another_document_than_the_truths_does_not_answer(document, other):
    truths = {"plan": [make_true(TIE, 1, 2, other="rapport")], "annan": []}

    scores = score(truths, make_raised(TIE, 1, 2, document_id=f"d-{document}", other_document_id=f"d-{other}"))

    assert scores["plan"].found == Share(0, 1)
    assert scores[document].false_errors == 1


def test_a_finding_within_one_file_can_answer_to_a_truth_across():
    truths = {"plan": [make_true(TIE, 1, 2, other="rapport", also=("tie.same-fact",))]}

    within = score(truths, make_raised("tie.same-fact", 1, 2))
    packet = score(truths, make_raised(TIE, 1, 2, other_document_id="d-plan"))

    assert within["plan"].found == packet["plan"].found == Share(1, 1)


def test_what_is_raised_where_nobody_has_labelled_counts_nowhere():
    truths = {"plan": [make_true(TIE, 1, 2)]}
    raised = [
        make_raised(TIE, 1, 2, document_id="d-annan", other_document_id="d-plan"),
        make_raised(TIE, 3, 4, document_id="d-annan", other_document_id="d-plan"),
        make_raised(TIE, 3, 4, document_id="d-nowhere"),
    ]

    scores = score(truths, *raised)["plan"]

    assert scores.found == Share(1, 1)
    assert scores.false_errors == 0
    assert scores.rules.of[TIE] == RuleScores(found=1, asked=1)
