"""Prose reports, memos, control plans, consultations and packets: they add up, and they do not look alike."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import (
    Activity,
    Cover,
    Goal,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    walk_blocks,
    walk_inlines,
    walk_prose,
    words_of,
)
from corpus.generator.composers.catalogue import compose
from corpus.generator.composers.consultation import compose_consultation
from corpus.generator.composers.control_plan import compose_control_plan
from corpus.generator.composers.memo import compose_memo
from corpus.generator.composers.packet import compose_packet, prefixed
from corpus.generator.composers.report_economy import parted
from corpus.generator.composers.telling import Telling, names_grant, of_a_municipality
from corpus.generator.composers.written_report import compose_written_report, compose_year_or_part
from corpus.generator.content import Content, DocumentKind, figures_of
from corpus.generator.figures import Figure, money
from corpus.generator.judging import judge, propagated
from corpus.generator.labels import truth_of
from corpus.generator.scenario import make_scenario
from corpus.generator.seeding.catalogue import SEEDINGS
from corpus.generator.seeding.seeding import seed_error
from corpus.truth import Truth
from models.rows import DocType

COMPOSERS: dict[str, Callable[[Assignment], Content]] = {
    "written_report": compose_year_or_part,
    "memo": compose_memo,
    "control_plan": compose_control_plan,
    "consultation": compose_consultation,
    "packet": compose_packet,
}
KINDS = tuple(COMPOSERS)
N_SCENARIOS = 40
DOC_TYPES: dict[str, DocType] = {
    "written_report": "grant_report",
    "memo": "memo",
    "control_plan": "internal_control_plan",
    "consultation": "other",
    "packet": "other",
}
MONEYLESS = ("control_plan", "consultation")


def assignment_of(kind, number: int) -> Assignment:
    """Every third document has nothing beside it."""
    scenario = make_scenario(11, number)
    municipality = scenario.municipalities[number % len(scenario.municipalities)]
    siblings: dict[DocumentKind, str] = {"county_plan": "the-county", "local_plan": "the-plan"} if number % 3 else {}
    return Assignment(f"{number:04d}-{kind}", kind, scenario, municipality, siblings)


@cache
def composed(kind: str) -> tuple[Content, ...]:
    return tuple(COMPOSERS[kind](assignment_of(kind, number)) for number in range(N_SCENARIOS))


def inlines_of(content: Content):
    return [part for prose in walk_prose(content.blocks) for part in walk_inlines(prose)]


def printed_words(content: Content) -> str:
    words = [words_of(prose) for prose in walk_prose(content.blocks)]
    for block in walk_blocks(content.blocks):
        match block:
            case Heading():
                words.append(block.words)
            case Cover():
                words += [block.title, *block.lines]
            case Letterhead():
                words += [block.issuer, block.diary_number, block.date]
            case _:
                pass
    return "\n".join(words)


@pytest.mark.parametrize("kind", KINDS)
def test_every_relation_holds_and_names_figures_that_are_there(kind):
    for content in composed(kind):
        known = {*figures_of(content), *(figure.key for figure in content.elsewhere)}
        named = {key for each in content.relations for key in (each.stated, *(k for t in each.terms for k in t.keys))}

        assert named <= known
        assert [judgement.relation.where for judgement in judge(content) if not judgement.holds] == []


@pytest.mark.parametrize("kind", KINDS)
def test_keys_of_relations_and_tables_are_unique(kind):
    for content in composed(kind):
        keys = [relation.key for relation in content.relations]
        keys += [block.key for block in walk_blocks(content.blocks) if isinstance(block, Table)]

        assert [key for key, n in Counter(keys).items() if n > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_its_truth_is_in_the_form_of_truth(kind):
    origin = {"family": "none", "producer": "none", "kind": kind, "seed": 11, "scanned": False}
    for content in composed(kind):
        truth = Truth.model_validate_json(json.dumps(truth_of(content, origin)))

        assert truth.document.doc_type == DOC_TYPES[kind]
        assert truth.document.municipality is not None
        assert not any(finding.is_real for finding in truth.findings)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [0, 7, 23])
def test_the_same_assignment_gives_the_same_content(kind, number):
    assert COMPOSERS[kind](assignment_of(kind, number)) == composed(kind)[number]


@pytest.mark.parametrize(
    ("kind", "least"),
    [("written_report", 36), ("memo", 36), ("control_plan", 30), ("consultation", 25), ("packet", 39)],
)
def test_documents_do_not_look_alike(kind, least):
    shapes = {tuple(type(block).__name__ for block in walk_blocks(content.blocks)) for content in composed(kind)}

    assert len(shapes) >= least


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_facts_say_is_printed(kind):
    for content in composed(kind):
        words = printed_words(content)

        assert content.facts.title in words
        assert (content.facts.diary_number or "") in words
        assert (content.facts.grant_name or "") in words
        assert assignment_of(kind, composed(kind).index(content)).about().title in words


@pytest.mark.parametrize("kind", MONEYLESS)
def test_there_is_no_money_where_none_belongs(kind):
    for content in composed(kind):
        assert not any(figure.kinds for figure in figures_of(content).values())
        assert not any(isinstance(part, Goal) for part in inlines_of(content))


def test_a_consultation_has_neither_activities_nor_figures():
    for content in composed("consultation"):
        assert figures_of(content) == {}
        assert not any(isinstance(part, Activity) for part in inlines_of(content))


def test_every_planned_control_is_an_activity_of_the_year():
    for number, content in enumerate(composed("control_plan")):
        controls = [part for part in inlines_of(content) if isinstance(part, Activity)]

        assert len(controls) >= 2
        assert {control.years for control in controls} == {(assignment_of("control_plan", number).scenario.year,)}


def test_reports_and_memos_tell_their_sums_in_many_spellings():
    contents = (*composed("written_report"), *composed("memo"))
    told = [figure for content in contents for figure in figures_of(content).values()]
    units = {figure.style.suffix.strip() for figure in told if ".told" in figure.key}

    assert {"tkr", "tusen kronor", ":-", "kr", "kronor", "mnkr", "miljoner kronor"} <= units
    assert any(figure.approximate for figure in told)


@pytest.mark.parametrize("kind", ["written_report", "memo", "packet"])
def test_the_traps_are_drawn_now_and_then(kind):
    wanted = {
        "written_report": {
            "columns-swapped",
            "balance-that-balances",
            "remaining-carried",
            "two-units",
            "partial-report",
        },
        "memo": {"other-year", "subtotals-in-total"},
        "packet": {"memo-and-decision"},
    }[kind]
    drawn = Counter(name for content in composed(kind) for name in {each.seeded for each in content.planted})

    assert wanted <= set(drawn)
    assert all(drawn[name] < N_SCENARIOS / 2 for name in wanted)


@pytest.mark.parametrize("kind", ["written_report", "memo"])
def test_it_is_dated_after_the_time_that_it_reports(kind):
    reports = [content for content in composed(kind) if content.periods]

    assert reports
    for content in reports:
        (name, ended) = content.periods[0]
        dates = [block.date for block in walk_blocks(content.blocks) if isinstance(block, Letterhead)]
        assert name == "period_end_date"
        assert all(date > ended for date in dates)


@pytest.mark.parametrize("kind", ["written_report", "memo", "packet"])
def test_a_changed_figure_is_carried_on_without_going_round_in_a_ring(kind):
    for content in composed(kind)[:6]:
        for figure in list(figures_of(content).values())[:40]:
            changed = figure.stating(figure.value + 7 * figure.style.unit)

            assert propagated(content, changed)[figure.key] == changed


def test_a_report_lies_beside_its_plan_and_its_county():
    content = composed("written_report")[1]
    rules = {relation.other: relation.rule for relation in content.relations if relation.other}

    assert set(rules) == {"the-county", "the-plan"}
    assert all(figure.key.split(":")[0] in ("county_plan", "local_plan") for figure in content.elsewhere)


@cache
def partial_reports() -> tuple[Content, ...]:
    return tuple(
        compose_written_report(assignment_of("written_report", number), partial=True) for number in range(N_SCENARIOS)
    )


def dates_of(content: Content) -> list[str]:
    """The days on which it is dated and signed, as printed."""
    heads = [block.date for block in walk_blocks(content.blocks) if isinstance(block, Letterhead)]
    signed = [block.place_and_date for block in walk_blocks(content.blocks) if isinstance(block, Signature)]
    return heads + re.findall(r"\d{4}-\d\d-\d\d", " ".join(signed))


def test_a_partial_report_says_so_and_is_signed_within_its_year():
    for number, content in enumerate(partial_reports()):
        year = assignment_of("written_report", number).scenario.year
        (trap,) = (each for each in content.planted if each.seeded == "partial-report")

        assert "delredovisning" in content.facts.title.lower()
        assert f"31 augusti {year}" in content.facts.title
        assert content.period("period_end_date") == f"{year}-08-31"
        (date,) = dates_of(content)
        assert f"{year}-08-31" < date < f"{year}-12-31"
        assert (trap.rule, trap.grade, trap.actual, trap.subject) == ("cutoff.date", "trap-not-error", date, date)


def test_a_partial_report_tells_of_nothing_that_is_still_to_come():
    for content in partial_reports():
        words = printed_words(content).lower()

        assert not re.search("31 december|bokslut|årets slut|årets utgång|i november", words)


def test_a_partial_report_adds_up_and_has_spent_less_than_the_year_s():
    for number, content in enumerate(partial_reports()):
        about = assignment_of("written_report", number).about()
        spent = figures_of(content)["out.sum.spent"].value

        assert [judgement.relation.where for judgement in judge(content) if not judgement.holds] == []
        assert figures_of(content)["out.sum.budget"].value == about.planned
        assert spent < about.spent


def test_a_partial_report_can_be_signed_too_early_all_the_same():
    seeding = next(each for each in SEEDINGS if each.name == "signed-early")
    made = [(content, seed_error(content, seeding, random.Random(3))) for content in partial_reports()]
    early = [(content, seeded) for content, seeded in made if seeded is not None]

    assert early
    for content, seeded in early:
        ended = content.period("period_end_date")
        assert ended is not None
        (finding,) = (each for each in seeded.planted if each.seeded == "signed-early")
        assert finding.expected == f">= {ended}"
        assert str(finding.actual) < ended


def test_the_reports_of_packets_are_of_the_whole_year():
    assert not any(each.seeded == "partial-report" for content in composed("packet") for each in content.planted)


def test_a_table_in_thousands_states_the_facts_of_the_table_in_kronor():
    told = [content for content in composed("written_report") if "tkr.sum.spent" in figures_of(content)]

    assert told
    for content in told:
        figures = figures_of(content)
        (trap,) = (each for each in content.planted if each.seeded == "two-units")
        tied = [each for each in content.relations if each.stated.startswith("tkr.") and each.rule == "tie.same-fact"]
        assert {each.stated for each in tied} == {key for key in figures if key.startswith("tkr.")}
        for each in tied:
            exact = sum((figures[key].value for term in each.terms for key in term.keys), start=Decimal(0))
            assert figures[each.stated].value == figures[each.stated].style.rounded(exact)
            assert not figures[each.stated].style.suffix
        assert trap.actual == figures["out.sum.spent"].value
        assert trap.expected == figures["tkr.sum.spent"].value / 1000
        (table,) = (block for block in walk_blocks(content.blocks) if isinstance(block, Table) and block.key == "tkr")
        assert re.search("tkr|tusental", table.caption)


def test_some_documents_have_their_column_heads_in_capitals():
    capital = []
    for number in range(3 * N_SCENARIOS):
        assignment = assignment_of("control_plan", number)
        heads = [
            words
            for block in walk_blocks(compose(assignment).blocks)
            if isinstance(block, Table)
            for words in (*(column.head for column in block.columns), *(words for words, _ in block.groups))
        ]
        assert heads
        capital.append(all(words == words.upper() for words in heads))
        if capital[-1]:
            assert compose(assignment) != compose_control_plan(assignment)
        else:
            assert compose(assignment) == compose_control_plan(assignment)

    assert 0.03 < sum(capital) / len(capital) < 0.16


def test_a_packet_holds_several_papers_that_each_begin_a_page():
    for content in composed("packet"):
        breaks = [block for block in content.blocks if isinstance(block, PageBreak)]
        memos = [block for block in content.blocks if isinstance(block, Letterhead)]

        assert len(breaks) >= 2
        assert len(memos) >= 2
        assert all(each.restart for each in breaks)
        assert (content.facts.diary_number, content.facts.reporting_year) == (None, None)


def test_a_packet_names_its_papers_and_what_a_decision_repeats():
    for content in composed("packet"):
        breaks = [block for block in content.blocks if isinstance(block, PageBreak)]
        repeated = [(paper, content.papers[paper.repeats - 1]) for paper in content.papers if paper.repeats]

        assert len(content.papers) == len(breaks) + 1
        assert content.papers[0].facts == content.facts
        assert all(one.facts == other.facts and other.facts.doc_type == "memo" for one, other in repeated)

    assert any(paper.repeats for content in composed("packet") for paper in content.papers)


def test_a_packet_ties_its_own_plan_to_its_own_report():
    tied = [
        relation
        for content in composed("packet")
        for relation in content.relations
        if relation.rule.startswith("tie.plan-report") and relation.other is None
    ]

    assert {relation.rule for relation in tied} == {"tie.plan-report.total", "tie.plan-report.activity"}
    assert all(relation.terms[0].keys[0].split(".")[0] != relation.stated.split(".")[0] for relation in tied)


def test_prefixing_leaves_words_and_judgements_as_they_are():
    content = composed("written_report")[1]

    made = prefixed(content, "p3.")

    assert printed_words(made) == printed_words(content)
    assert set(figures_of(made)) == {f"p3.{key}" for key in figures_of(content)}
    assert made.elsewhere == content.elsewhere
    assert len(judge(made)) == len(judge(content))
    assert all(judgement.holds for judgement in judge(made))


@pytest.mark.parametrize("number", range(6))
def test_a_word_of_about_tells_which_side_the_sum_is_rounded_to(number):
    voice = replace(assignment_of("memo", number).voice(), rng=assignment_of("memo", number).rng("telling"))
    telling = Telling(voice, "tie.same-fact")
    base = money("whole", Decimal(4_755_642 + 13_377 * number), ("granted",), voice.kronor)

    for _ in range(60):
        before, told, _after = telling.tell(("Vi fick {belopp} till det.",), base, "Bidrag")
        assert isinstance(before, str)
        assert isinstance(told, Figure)
        word = before.removeprefix("Vi fick ").strip()
        assert told.approximate == (word != "")
        if word in ("knappt", "närmare", "nästan"):
            assert told.value > base.value
        if word in ("drygt", "något över"):
            assert told.value < base.value


def test_parts_make_their_whole():
    voice = assignment_of("memo", 3).voice()

    for n in (1, 2, 4, 7):
        parts = parted(voice, Decimal(987_654), n)
        assert len(parts) == n
        assert sum(parts) == 987_654


def test_sentences_about_a_region_are_not_a_municipalitys():
    kept = of_a_municipality(("{regionen} fick {belopp}.", "Länets andel.", "Nämnden fick {belopp}.", "Dnr KS 2."))

    assert kept == ("Nämnden fick {belopp}.",)


def test_a_grant_is_named_only_where_it_is_printed():
    blocks = (Paragraph(("Rapporten avser Medel för allt.",)),)

    assert names_grant(blocks, "Återrapport", "Medel för allt")
    assert names_grant((), "Medel för allt: rapport", "Medel för allt")
    assert not names_grant(blocks, "Återrapport", "Andra medel")
