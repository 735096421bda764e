"""The benchmark as one table for the terminal, and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from corpus.bench.labelled import LabelledFolder, Ruling
from corpus.bench.scores import ToolScore
from corpus.evaluation_scores import Share

_NOTHING: Final = "–"
_HEADS: Final = (
    "sidor/CPU-s\npages/CPU-s",
    "gånger\ntimes",
    "minne MB\nmemory MB",
    "hela rader\nexact rows",
    "cell-F1\nmicro",
    "\nmacro",
    "\nfound",
)
_RULINGS: Final[Mapping[Ruling, str]] = {
    "ruled": "linjerade\nruled",
    "half_ruled": "halvlinj.\nhalf-ruled",
    "unruled": "olinj.\nunruled",
}
_LEGEND: Final = (
    "gånger/times: mot/against {yardstick}. minne/memory: processens topp/the process's peak.",
    "hela rader: andel av facits rader vars celler alla stämmer/exact rows: share of true rows with every cell right.",
    "cell-F1: vilka celler som är grannar/which cells are neighbours; micro: alla/over all; macro: dokumentens medel/",
    "mean of the documents; found: utan tabeller som inte finns/without tables that do not exist.",
)
_LEGEND_OF_RULINGS: Final = (
    "linjerade ...: hela rader och micro där tabellerna är sådana/ruled ...: exact rows and micro where tables are so."
)


@dataclass(frozen=True)
class MeasuredFolder:
    """A folder and how each tool came out on it."""

    folder: LabelledFolder
    scores: tuple[ToolScore, ...]


def format_bench(measured: Sequence[MeasuredFolder], unmeasured: Mapping[str, str], *, yardstick: str) -> Group:
    """One table with a section per folder and a line per tool; below it what was left out and what failed.

    unmeasured: tool -> why. yardstick is the tool whose speed is 1; a dash stands where nothing was asked for.
    """
    kinds = {document.ruling for each in measured for document in each.folder.documents}
    rulings = [ruling for ruling in _RULINGS if ruling in kinds]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("verktyg\ntool", no_wrap=True)
    for head in (*_HEADS, *(_RULINGS[ruling] for ruling in rulings), "ej lästa\nnot read"):
        table.add_column(head, justify="right", no_wrap=True)
    for each in measured:
        table.add_row(Text(each.folder.name, style="bold"))
        for score in each.scores:
            table.add_row(*_cells(score, _speed(each.scores, yardstick), rulings))
        table.add_section()
    legend = [line.format(yardstick=yardstick) for line in _LEGEND] + [_LEGEND_OF_RULINGS] * bool(rulings)
    described = (_described(each.folder) for each in measured)
    return Group(table, *(Text(line) for line in (*described, *legend, *_notes(measured, unmeasured))))


def bench_to_dict(measured: Sequence[MeasuredFolder], unmeasured: Mapping[str, str]) -> dict[str, Any]:
    """Every measure of every document, to be read by programs."""
    return {
        "folders": [
            {"name": each.folder.name, "tools": {score.tool: _score_to_dict(score) for score in each.scores}}
            for each in measured
        ],
        "unmeasured": dict(unmeasured),
    }


def _score_to_dict(score: ToolScore) -> dict[str, Any]:
    return {
        "pages_per_cpu_second": score.pages_per_second,
        "peak_bytes": score.peak,
        "exact_rows": score.rows().value,
        "exact_rows_macro": score.macro(lambda document: document.rows.value),
        "cells_f1": score.cells().f1,
        "cells_f1_macro": score.macro(lambda document: document.cells.f1),
        "cells_f1_found": score.cells_of_found().f1,
        "documents": {
            document.name: {
                "ruling": document.ruling,
                "pages": document.n_pages,
                "cpu_seconds": document.cpu,
                "exact_rows": document.rows.right,
                "rows": document.rows.asked,
                "cells_f1": document.cells.f1,
                "error": document.error,
            }
            for document in score.documents
        },
    }


def _described(folder: LabelledFolder) -> str:
    documents = folder.documents
    pages = sum(document.n_pages for document in documents)
    tables = sum(len(document.grids) for document in documents)
    return f"{folder.name}: {len(documents)} dokument/documents, {pages} sidor/pages, {tables} tabeller/tables"


def _speed(scores: Sequence[ToolScore], tool: str) -> float | None:
    return next((score.pages_per_second for score in scores if score.tool == tool), None)


def _cells(score: ToolScore, base: float | None, rulings: Sequence[Ruling]) -> Iterator[str]:
    speed = score.pages_per_second
    n_failed = sum(document.error is not None for document in score.documents)
    yield score.tool
    yield _NOTHING if speed is None else f"{speed:.1f}"
    yield _NOTHING if speed is None or not base else f"{speed / base:.2f}"
    yield f"{score.peak / 1_000_000:.0f}"
    yield _percent(score.rows())
    yield _ratio(score.cells().f1)
    yield _ratio(score.macro(lambda document: document.cells.f1))
    yield _ratio(score.cells_of_found().f1)
    for ruling in rulings:
        yield f"{_percent(score.rows(ruling))} {_ratio(score.cells(ruling).f1)}"
    yield str(n_failed) if n_failed else _NOTHING


def _ratio(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.3f}"


def _percent(share: Share) -> str:
    return _NOTHING if share.value is None else f"{share.value:.1%}"


def _notes(measured: Sequence[MeasuredFolder], unmeasured: Mapping[str, str]) -> Iterator[str]:
    for tool, why in unmeasured.items():
        yield f"{tool}: inte mätt/not measured: {why}"
    for each in measured:
        for name in each.folder.scanned:
            yield f"{each.folder.name}/{name}: skannad, utelämnad/scanned, left out"
        for name in each.folder.without_pdf:
            yield f"{each.folder.name}/{name}: facit utan PDF, utelämnad/truth without a PDF, left out"
        for score in each.scores:
            for document in score.documents:
                if document.error is not None:
                    yield f"{score.tool}: {each.folder.name}/{document.name}: {document.error}"
