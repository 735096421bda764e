"""The composers of printed forms: what they print holds together, and no two forms are alike."""

import json
from collections import Counter
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.se import orgnr

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Form, FormSection, Question, Table, walk_blocks, words_of
from corpus.generator.composers.application import compose_application
from corpus.generator.composers.form_report import compose_form_report
from corpus.generator.composers.form_texts import form_texts
from corpus.generator.composers.forms import Scheme, day_between, numbered, split_sum
from corpus.generator.composers.survey_report import compose_survey_report
from corpus.generator.content import Content, DocumentKind, figures_of
from corpus.generator.judging import judge
from corpus.generator.labels import truth_of
from corpus.generator.scenario import make_scenario
from corpus.truth import Truth
from corpus.typeset import plain_spaces

COMPOSERS = {
    "form_report": compose_form_report,
    "survey_report": compose_survey_report,
    "application": compose_application,
}
KINDS: tuple[DocumentKind, ...] = ("form_report", "survey_report", "application")
N_SCENARIOS = 40
RULES = {
    "form_report": {
        "recalc.balance",
        "footing.column",
        "footing.row",
        "footing.breakdown",
        "tie.same-fact",
        "tie.plan-report.total",
        "tie.plan-report.activity",
        "tie.allocation",
    },
    "survey_report": {
        "recalc.balance",
        "footing.column",
        "tie.same-fact",
        "tie.plan-report.total",
        "tie.plan-report.activity",
        "tie.allocation",
    },
    "application": {"recalc.balance", "footing.column", "recalc.product", "tie.same-fact", "tie.allocation"},
}


def _assignment(kind: DocumentKind, number: int) -> Assignment:
    scenario = make_scenario(11, number)
    siblings: dict[DocumentKind, str] = {"local_plan": "plan", "county_plan": "county"} if number % 4 else {}
    municipality = scenario.municipalities[number % len(scenario.municipalities)]
    return Assignment(f"{kind}-{number}", kind, scenario, municipality, siblings)


@cache
def _made(kind: DocumentKind) -> tuple[Content, ...]:
    return tuple(COMPOSERS[kind](_assignment(kind, number)) for number in range(N_SCENARIOS))


def _questions(content: Content) -> list[Question]:
    forms = [block for block in walk_blocks(content.blocks) if isinstance(block, Form)]
    return [question for form in forms for section in form.sections for question in section.questions]


@pytest.mark.parametrize("kind", KINDS)
def test_every_relation_is_printed_and_holds(kind: DocumentKind) -> None:
    for content in _made(kind):
        judgements = judge(content)

        assert len(judgements) == len(content.relations)
        assert [each.relation.where for each in judgements if not each.holds] == []


@pytest.mark.parametrize("kind", KINDS)
def test_relations_are_told_apart_and_terms_are_all_there(kind: DocumentKind) -> None:
    for content in _made(kind):
        keys = [relation.key for relation in content.relations]
        known = {*figures_of(content), *(figure.key for figure in content.elsewhere)}

        assert len(set(keys)) == len(keys)
        assert {key for relation in content.relations for term in relation.terms for key in term.keys} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_relations_to_other_documents_need_the_other_beside(kind: DocumentKind) -> None:
    for number, content in enumerate(_made(kind)):
        others = {relation.other for relation in content.relations} - {None}

        assert others <= ({"plan", "county"} if number % 4 else set())
        assert {figure.key.partition(":")[0] for figure in content.elsewhere} <= {"local_plan", "county_plan"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_rule_is_tried(kind: DocumentKind) -> None:
    rules = {relation.rule for content in _made(kind) for relation in content.relations}

    assert rules == RULES[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_truth_is_valid_and_says_what_is_printed(kind: DocumentKind) -> None:
    origin = {"family": "plain", "producer": "none", "kind": kind, "seed": 11, "scanned": False}
    for content in _made(kind):
        truth = Truth.model_validate_json(json.dumps(truth_of(content, origin)))

        tables = [block for block in walk_blocks(content.blocks) if isinstance(block, Table) and block.headless]
        cells = [row.cells for table in tables for row in table.rows]
        lines = [(words_of(label), plain_spaces(words_of(figure))) for label, figure in cells]

        assert len(truth.fields) == len(_questions(content)) + len(lines)
        assert {(field.label, field.value) for field in truth.fields if field.optional} >= set(lines)
        assert not truth.goals
        assert all(activity.optional for activity in truth.activities)
        assert not any(finding.is_real for finding in truth.findings)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_assignment_gives_the_same_content(kind: DocumentKind) -> None:
    for number, content in enumerate(_made(kind)):
        assert COMPOSERS[kind](_assignment(kind, number)) == content


@pytest.mark.parametrize(("kind", "n_forms"), [("form_report", 38), ("survey_report", 36), ("application", 34)])
def test_forms_differ_in_what_they_ask_for(kind: DocumentKind, n_forms: int) -> None:
    asked = {tuple(question.label for question in _questions(content)) for content in _made(kind)}

    assert len(asked) >= n_forms


@pytest.mark.parametrize(("kind", "n_shapes"), [("form_report", 12), ("survey_report", 14), ("application", 8)])
def test_forms_differ_in_shape(kind: DocumentKind, n_shapes: int) -> None:
    shapes = {tuple(type(block).__name__ for block in walk_blocks(content.blocks)) for content in _made(kind)}

    assert len(shapes) >= n_shapes


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_names_municipality_and_organisation_number(kind: DocumentKind) -> None:
    for number, content in enumerate(_made(kind)):
        municipality = _assignment(kind, number).about()
        answers = [words_of(question.answer) for question in _questions(content) if question.answer]
        numbers = [words_of(each.answer or ()) for each in _questions(content) if each.role == "orgnr"]

        assert municipality.title in answers
        assert numbers == [municipality.org_number]
        assert orgnr.is_valid(numbers[0])
        assert content.facts.diary_number in {None, municipality.diary_number}
        assert (content.facts.diary_number in answers) == (content.facts.diary_number is not None)


@pytest.mark.parametrize("kind", KINDS)
def test_contacts_are_fiction(kind: DocumentKind) -> None:
    for content in _made(kind):
        for question in _questions(content):
            answer = words_of(question.answer or ()).replace("\u00a0", " ")
            if question.role == "phone":
                assert answer.startswith(("08-465 004 ", "031-390 06 "))
            elif question.role == "email":
                assert answer.endswith(".example")


@pytest.mark.parametrize("kind", ["form_report", "survey_report"])
def test_a_report_is_signed_after_its_year(kind: DocumentKind) -> None:
    for content in _made(kind):
        year = content.facts.reporting_year
        signed = [words_of(each.answer or ()) for each in _questions(content) if each.role == "signed_on"]

        assert content.period("period_end_date") == f"{year}-12-31"
        assert len(signed) == 1
        assert f"{year}-12-31" < signed[0] < f"{(year or 0) + 1}-04-01"


def test_a_report_is_sent_before_the_day_that_its_form_names() -> None:
    for content in _made("form_report"):
        signed = next(words_of(each.answer or ()) for each in _questions(content) if each.role == "signed_on")

        assert signed[5:] < "02-15"


def test_an_application_has_no_date_that_could_be_too_early() -> None:
    for content in _made("application"):
        assert content.periods == ()
        assert not any(question.role == "signed_on" for question in _questions(content))


@pytest.mark.parametrize("kind", KINDS)
def test_ticked_answers_are_among_the_choices(kind: DocumentKind) -> None:
    for content in _made(kind):
        for question in _questions(content):
            if question.kind == "choice" and question.answer is not None:
                assert words_of(question.answer) in question.choices


@pytest.mark.parametrize("kind", KINDS)
def test_no_question_number_stands_twice(kind: DocumentKind) -> None:
    for content in _made(kind):
        numbers = Counter(question.number for question in _questions(content) if question.number)

        assert [number for number, n in numbers.items() if n > 1] == []


def test_sums_in_forms_are_written_in_many_ways() -> None:
    figures = [figures_of(content)["received"] for content in _made("form_report")]
    labels = [question.label for content in _made("form_report") for question in _questions(content)]

    assert any(figure.style.separator == "" and figure.style.suffix == "" for figure in figures)
    assert any("kr" in figure.style.suffix for figure in figures)
    assert any(label.endswith("(kr)") for label in labels)
    assert not any(label.count("(kr") > 1 for label in labels)


def test_surveys_close_their_tables_in_several_ways() -> None:
    tables = [block for content in _made("survey_report") for block in walk_blocks(content.blocks)]
    cost_tables = [block for block in tables if isinstance(block, Table)]
    per_survey = Counter(sum(isinstance(b, Table) for b in walk_blocks(c.blocks)) for c in _made("survey_report"))

    assert any(words_of(table.sum_line).startswith("= ") for table in cost_tables)
    assert any(table.rows[-1].role == "total" for table in cost_tables)
    assert any(row.role == "subtotal" for table in cost_tables for row in table.rows)
    assert per_survey[1] > 3
    assert sum(n for tables, n in per_survey.items() if tables > 1) > 3


def test_questions_are_left_unanswered_now_and_then() -> None:
    unanswered = [
        question for kind in KINDS for content in _made(kind) for question in _questions(content) if not question.answer
    ]

    assert len(unanswered) > N_SCENARIOS
    assert all(question.role is None for question in unanswered)


def test_every_trap_is_drawn_and_is_no_error() -> None:
    traps = Counter(planted.seeded for kind in KINDS for content in _made(kind) for planted in content.planted)

    assert set(traps) == {
        "spent-less-than-planned",
        "other-contact",
        "project-number",
        "own-funding",
        "wide-total",
        "template-row",
        "grand-total-of-subtotals",
        "same-sum-twice",
        "decision-date",
        "application-in-its-year",
    }
    assert {planted.grade for kind in KINDS for c in _made(kind) for planted in c.planted} == {"trap-not-error"}


def test_numbers_that_look_like_organisation_numbers_are_none() -> None:
    numbers = [
        str(planted.actual)
        for kind in KINDS
        for content in _made(kind)
        for planted in content.planted
        if planted.seeded == "project-number"
    ]

    assert numbers
    assert not any(luhn.is_valid(number.replace("-", "")) for number in numbers)


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("none", [[None], [None, None], [None]]),
        ("running", [[None], ["1", "1a"], ["2"]]),
        ("by_section", [[None], ["1.1", "1.1a"], ["2.1"]]),
        ("letters", [["A1"], ["B1", "B1a"], ["C1"]]),
    ],
)
def test_numbering(scheme: Scheme, expected: list[list[str | None]]) -> None:
    first, follow = Question("Finns en plan?", ("Ja",)), Question("När antogs den?", None, number="a")
    sections = [FormSection("Vi", (first,)), FormSection("Planen", (first, follow)), FormSection("Slut", (first,))]

    made = numbered(sections, scheme, unnumbered=1)

    assert [[question.number for question in section.questions] for section in made] == expected


def test_the_stock_is_read_without_its_numbers() -> None:
    questions = [each for form in form_texts().values() for section in form.sections for each in section.questions]

    assert not any(question.words[:1].isdigit() for question in questions)
    assert [question.letter for question in questions if question.letter] == ["a"]


@given(st.integers(0, 10**9), st.integers(1, 6), st.randoms(use_true_random=False))
def test_a_split_sum_adds_up(whole: int, n: int, rng) -> None:
    parts = split_sum(rng, Decimal(whole), n)

    assert len(parts) == n
    assert sum(parts) == whole
    assert all(part == part.to_integral_value() for part in parts)


@given(st.randoms(use_true_random=False))
def test_a_day_lies_between_its_bounds(rng) -> None:
    assert "2024-01-03" <= day_between(rng, 2024, (1, 3), (2, 14)) <= "2024-02-14"
