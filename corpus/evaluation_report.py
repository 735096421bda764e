"""The scores as tables for the terminal."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from corpus.evaluation_groups import READABLE, SCANNED, groups_of
from corpus.evaluation_scores import ByName, DocumentScores, RuleScores, Scores, Share, Tally, TrapScores

REPORT_WIDTH = 140
"""Characters that the tables take at most; a console that is narrower cuts them."""
MOST_DOCUMENTS = 40
"""More documents than these get no line each, unless asked for."""
_NOTHING = "–"


@dataclass(frozen=True)
class _Section:
    """Lines of a table that belong together: a name and its measures each."""

    heading: str | None
    lines: Mapping[str, DocumentScores]


def format_scores(scores: Scores, *, each: bool = False) -> Group:
    """Three wide tables about texts, figures and findings; then tables by sureness, findings by kind and by check.

    In the wide ones there is a line per document (up to MOST_DOCUMENTS, or with `each`), per look,
    kind and producer where the documents have an origin (scanned ones apart), and over all; where some
    are scanned, first over those that can be read and those that cannot. A dash stands where nothing was asked for and
    nothing given.
    """
    totals = _totals(scores)
    sections = [*_documents(scores, each=each), *_groups(scores), _Section(None, totals)]
    return Group(
        _table("Texter / Texts", _TEXT_COLUMNS, sections, _text_cells),
        _table("Tal, formulär, tabeller / Figures, forms, tables", _FIGURE_COLUMNS, sections, _figure_cells),
        _table("Fynd / Findings", _FINDING_COLUMNS, sections, _finding_cells),
        *_tables_by_name(totals),
    )


def _documents(scores: Scores, *, each: bool) -> list[_Section]:
    return [_Section(None, scores.documents)] if each or len(scores.documents) <= MOST_DOCUMENTS else []


def _groups(scores: Scores) -> list[_Section]:
    groups = groups_of(scores)
    headings = {"family": "utseende / family", "kind": "slag / kind", "producer": "program / producer"}
    return [
        _Section(headings[grouping], {name: lines[name] for name in lines if name != SCANNED})
        for grouping, lines in groups.items()
        if grouping in headings
    ]


def _totals(scores: Scores) -> dict[str, DocumentScores]:
    """Over all; before it over readable and scanned documents, where some are scanned."""
    groups = groups_of(scores).get("readable", {})
    names = {READABLE: "läsbara / readable", SCANNED: "skannade / scanned"}
    parts = {words: groups[name] for name, words in names.items() if name in groups}
    return (parts if SCANNED in groups else {}) | {"alla / all": scores.total}


_TEXT_COLUMNS = (
    "mål/goals\nP    R    F1 | strict",
    "aktiviteter/activities\nP    R    F1 | strict",
    "indikatorer/indicators\nP    R    F1 | strict",
    "hori-\nsont",
    "år/\nyears",
)
_FIGURE_COLUMNS = (
    "belopp/amounts\nP    R    F1",
    "slag/\nkind",
    "år/\nyear",
    "fält/fields\nP    R    F1",
    "celler/cells\nP    R    F1",
    "hittade\ntab. P",
    "dok.\nfakta",
    "delar/parts\nP    R    F1",
    "delars\nklass",
)
_FINDING_COLUMNS = (
    "fynd/\nfound",
    "insatta fel/\nseeded",
    "fällor med fel/\ntraps raised",
    "falska fel/\nfalse errors",
    "rena dok./\nclean",
    "falska fel\ni rena/in clean",
    "per 100 rena/\nper 100 clean",
)


def _text_cells(measures: DocumentScores) -> list[str]:
    return [
        _soft_and_strict(measures.goals, measures.goals_strict),
        _soft_and_strict(measures.activities, measures.activities_strict),
        _soft_and_strict(measures.indicators, measures.indicators_strict),
        _ratio(measures.horizon.value),
        _ratio(measures.years.value),
    ]


def _figure_cells(measures: DocumentScores) -> list[str]:
    return [
        _ratios(measures.amounts),
        _ratio(measures.amount_kinds.value),
        _ratio(measures.amount_years.value),
        _ratios(measures.fields),
        _ratios(measures.cells),
        _ratio(measures.cells_of_matched_tables.precision),
        _count(measures.facts.all),
        _ratios(measures.parts),
        _ratio(measures.part_types.value),
    ]


def _finding_cells(measures: DocumentScores) -> list[str]:
    clean = measures.clean
    per_hundred = clean.false_errors_per_hundred
    return [
        _count(measures.findings),
        _count(measures.seeded.all(Share())),
        _traps(measures.traps.all(TrapScores())),
        str(measures.false_errors),
        str(clean.documents),
        str(clean.false_errors) if clean.documents else _NOTHING,
        _NOTHING if per_hundred is None else f"{per_hundred:.1f}",
    ]


def _tables_by_name(totals: Mapping[str, DocumentScores]) -> list[Table]:
    """Tables by how sure they are, seeded errors and traps by kind, findings by check; without those that are empty."""
    seeded = _by_name(
        "Insatta fel / Seeded errors found",
        "slag av fel/\nkind of error",
        totals,
        lambda measures: {kind: _found(share) for kind, share in measures.seeded.of.items()},
    )
    traps = _by_name(
        "Fällor / Traps raised",
        "slag av fälla/\nkind of trap",
        totals,
        lambda measures: {kind: _traps(trap) for kind, trap in measures.traps.of.items()},
    )
    sureness = _by_name(
        "Tabeller rätta till sista cellen / Tables right to the last cell",
        "sagd säkerhet/\nsaid to be sure",
        totals,
        lambda measures: {said: _found(share) for said, share in measures.sureness.of.items()},
    )
    return [table for table in (sureness, seeded, traps, _rules_table(totals)) if table.row_count]


def _by_name(
    title: str, first: str, totals: Mapping[str, DocumentScores], cells: Callable[[DocumentScores], Mapping[str, str]]
) -> Table:
    """A line per name, a column per total."""
    table = _empty_table(title, first, [words.replace(" / ", "/\n") for words in totals])
    columns = [cells(measures) for measures in totals.values()]
    for name in columns[-1]:
        table.add_row(name, *(column.get(name, _NOTHING) for column in columns))
    return table


def _rules_table(totals: Mapping[str, DocumentScores]) -> Table:
    """What each check raised, over all; and what it should have, over each total."""
    recalls = [f"hittade/found\n{words}" for words in totals]
    raised = ("fynd/\nraised", "rätta/\nright", "\nP", "falska fel/\nfalse errors", "för säkra/\noverstated")
    table = _empty_table("Fynd per kontroll / Findings by check", "kontroll/\nrule", (*raised, *recalls))
    *_, overall = totals.values()
    for name, rule in overall.rules.of.items():
        table.add_row(
            name,
            str(rule.raised),
            str(rule.right),
            _ratio(rule.precision),
            str(rule.false_errors),
            str(rule.overstated),
            *(_found(_recall(measures.rules, name)) for measures in totals.values()),
        )
    return table


def _recall(rules: ByName[RuleScores], name: str) -> Share:
    rule = rules.of.get(name, RuleScores())
    return Share(rule.found, rule.asked)


def _table(
    title: str,
    columns: Sequence[str],
    sections: Iterable[_Section],
    cells: Callable[[DocumentScores], list[str]],
) -> Table:
    table = _empty_table(title, "dokument/\ndocument", columns)
    for section in sections:
        if section.heading is not None:
            table.add_row(Text(section.heading, style="italic"))
        for name, measures in section.lines.items():
            table.add_row(name, *cells(measures))
        table.add_section()
    return table


def _empty_table(title: str, first: str, columns: Iterable[str]) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(first, overflow="fold", min_width=16, max_width=44)
    for heading in columns:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _soft_and_strict(soft: Tally, strict: Tally) -> str:
    return f"{_ratios(soft)} |{_ratio(strict.f1):>5}"


def _ratios(tally: Tally) -> str:
    return " ".join(f"{_ratio(value):>4}" for value in (tally.precision, tally.recall, tally.f1))


def _ratio(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.2f}"


def _count(share: Share) -> str:
    return f"{share.right}/{share.asked}" if share.asked else _NOTHING


def _found(share: Share) -> str:
    """`3/4 0.75`, in columns of their own."""
    return f"{_count(share)} {_ratio(share.value):>4}" if share.asked else _NOTHING


def _traps(traps: TrapScores) -> str:
    return f"{traps.raised}/{traps.set}" if traps.set else _NOTHING
