"""The scores as tables for the terminal."""

from rich import box
from rich.console import Group
from rich.table import Table

from corpus.evaluation_scores import DocumentScores, Scores, Share, Tally

REPORT_WIDTH = 140
"""Characters that the tables take at most; a console that is narrower cuts them."""
_NOTHING = "–"


def format_scores(scores: Scores) -> Group:
    """Two tables, each with a line per document and a last line over all.

    The first is about texts, the second about figures, forms, tables and findings. A dash
    stands where nothing was asked for and nothing given.
    """
    texts = _table("Texter / Texts", _TEXT_COLUMNS)
    figures = _table("Tal, formulär, tabeller, fynd / Figures, forms, tables, findings", _FIGURE_COLUMNS)
    lines = [*scores.documents.items(), ("alla / all", scores.total)]
    for position, (name, measures) in enumerate(lines, start=1):
        last_document = position == len(scores.documents)
        texts.add_row(name, *_text_cells(measures), end_section=last_document)
        figures.add_row(name, *_figure_cells(measures), end_section=last_document)
    return Group(texts, figures)


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
    "fynd/\nfound",
    "fällor/\ntraps",
    "falska/\nfalse",
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
        _count(measures.findings),
        str(measures.forbidden_errors),
        str(measures.false_errors),
    ]


def _table(title: str, columns: tuple[str, ...]) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("dokument/\ndocument", overflow="fold", min_width=16, max_width=44)
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
