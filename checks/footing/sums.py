"""What the two footing rules share: the words about rounding and doubt, and the finding's form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.arithmetic import Arithmetic
from checks.quoting import DOUBT_MESSAGES
from checks.tables.columns import Column
from checks.tables.lines import Line
from checks.tables.structure import TableView
from checks.violation import EvidenceItem, Violation
from checks.wording import Argument, Bilingual
from models.rows import Severity

FOOTING_MESSAGES: Mapping[str, Bilingual] = {
    "exact": Bilingual(
        sv="Talen räknas som exakta: ingen avrundning förklarar skillnaden.",
        en="The numbers count as exact: no rounding explains the difference.",
    ),
    "beyond_rounding": Bilingual(
        sv="Avrundning förklarar högst {tolerance}.",
        en="Rounding explains {tolerance} at most.",
    ),
    "rare_rounding": Bilingual(
        sv="Avrundning kan förklara upp till {tolerance}, men så här mycket bara undantagsvis.",
        en="Rounding can explain up to {tolerance}, but this much only by rare luck.",
    ),
    "rounding": Bilingual(
        sv="Avrundning förklarar skillnaden (högst {tolerance}).",
        en="Rounding explains the difference ({tolerance} at most).",
    ),
    **DOUBT_MESSAGES,
    "odd": Bilingual(
        sv="”{odd}” är inte skrivet i grupper om tre siffror, så en siffra kan saknas.",
        en="“{odd}” is not written in groups of three digits, so a digit may be missing.",
    ),
    "shown": Bilingual(
        sv="Raden är summan av samma rader i {shown}.",
        en="The row is the sum of the same rows in {shown}.",
    ),
    "taken_off": Bilingual(
        sv="Raden är summan av samma rader, med kostnader frånräknade, i {shown}.",
        en="The row is the sum of the same rows, less the costs, in {shown}.",
    ),
    "not_checkable": Bilingual(
        sv="Sida {page}: summan {row} i kolumnen {column} kan inte kontrolleras, "
        "för det gick inte att läsa ”{unread}” som ett tal.",
        en="Page {page}: the total {row} in the column {column} cannot be checked, "
        "because “{unread}” could not be read as a number.",
    ),
}

_ODD_GROUPS = re.compile(r"=?\s*[-−–]?\d+(?:\s\d{3})*\s(?:\d{1,2}|\d{4,})(?!\d)")

_UNLABELLED = Bilingual(sv="utan rubrik", en="without a label")


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total where it stands, and the cells that it is held against."""

    line: Line
    column: Column
    addends: Sequence[tuple[Line, Column]]
    less: frozenset[int] = frozenset()
    """The rows of the addends that are taken off."""
    shown: Bilingual | None = None
    """The columns that show that it is a total, where its name alone does not."""


def footing_violation(
    rule: str,
    view: TableView,
    total: StatedTotal,
    arithmetic: Arithmetic,
    *,
    only_warn: str | None = None,
) -> Violation:
    """A total that misses its sum. only_warn names the message that says why it is no error."""
    grade = arithmetic.grade
    odd = _oddly_written(view, total)
    severity: Severity = "note" if grade in ("note", "not_checkable") else "warning"
    if grade == "error" and view.doubt is None and only_warn is None and odd is None:
        severity = "error"
    column_name = name_of_column(total.column)
    stated = view.cells[total.line.row, total.column.index]
    unit = total.column.unit if total.column.unit in ("tkr", "mnkr", "mdkr") else None
    arguments: dict[str, Argument] = {
        "page": str(stated.page),
        "column": column_name,
        "row": total.line.label if total.line.label.strip(" =:") else _UNLABELLED,
        "unit": f"\u00a0{unit}" if unit else "",
        "tolerance": arithmetic.tolerance,
    }
    messages = ["not_checkable"]
    if arithmetic.expected is not None and arithmetic.actual is not None:
        messages = ["differs", about_rounding(arithmetic)]
        arguments["expected"] = arithmetic.expected
        arguments["actual"] = arithmetic.actual
        arguments["difference"] = abs(arithmetic.actual - arithmetic.expected)
    else:
        arguments["unread"] = _unread(view, total)
    if total.shown is not None:
        messages.append("taken_off" if total.less else "shown")
        arguments["shown"] = total.shown
    if only_warn is not None:
        messages.append(only_warn)
    if odd is not None:
        messages.append("odd")
        arguments["odd"] = odd
    if view.doubt is not None:
        messages.append("doubt")
        arguments["doubt"] = view.doubt
    title = view.table.title or ""
    return Violation(
        rule=rule,
        severity=severity,
        document_id=view.document.document_id,
        subject=_subject(title, total.column, total.line),
        key=(title, total.column.heading, total.line.label),
        messages=tuple(messages),
        arguments=arguments,
        arithmetic=arithmetic,
        evidence=_evidence(view, total, arithmetic),
    )


def _subject(title: str, column: Column, line: Line) -> str:
    """`Lokala satsningar: Belopp, Summa`, as far as there are words; else the column's number."""
    cell = ", ".join(words for words in (column.heading, line.label) if words)
    return ": ".join(words for words in (title, cell) if words) or f"nr {column.index + 1}"


def name_of_column(column: Column) -> Bilingual:
    """By its heading, or by its number from the left where it has none."""
    if column.heading:
        return Bilingual(column.heading, column.heading)
    return Bilingual(f"nr {column.index + 1}", f"no. {column.index + 1}")


def names_of_columns(columns: Sequence[Column]) -> Bilingual:
    """`kolumnen Utfall 2019`, `3 kolumner`: those that show a total."""
    if len(columns) == 1:
        name = name_of_column(columns[0])
        return Bilingual(f"kolumnen {name.sv}", f"the column {name.en}")
    return Bilingual(f"{len(columns)} andra kolumner", f"{len(columns)} other columns")


def about_rounding(arithmetic: Arithmetic) -> str:
    """The name of the message that says what rounding explains."""
    if arithmetic.regime == "exact":
        return "exact"
    by_grade = {"note": "rounding", "warning": "rare_rounding"}
    return by_grade.get(arithmetic.grade, "beyond_rounding")


def _unread(view: TableView, total: StatedTotal) -> str:
    cells = [(total.line, total.column), *total.addends]
    unread = (view.cells[line.row, col.index].text for line, col in cells if view.is_unreadable(line, col))
    return next(unread, None) or ""


def _oddly_written(view: TableView, total: StatedTotal) -> str | None:
    """A number whose digits stand in other groups than thousands do: one may be missing; None where there is none."""
    texts = (view.cells[line.row, col.index].text or "" for line, col in [(total.line, total.column), *total.addends])
    return next((odd for text in texts if (odd := oddly_written(text))), None)


def oddly_written(text: str) -> str | None:
    """The text itself where its number's digits do not stand in groups of three; None where they do."""
    return text if _ODD_GROUPS.match(text) else None


def _evidence(view: TableView, total: StatedTotal, arithmetic: Arithmetic) -> tuple[EvidenceItem, ...]:
    """The total, its addends, and what they come to. Any of them, changed by the difference, would mend the sum."""
    missing = arithmetic.difference
    less = -missing if missing is not None else None
    items = [view.evidence("total", total.line, total.column, less)]
    items += [
        view.evidence("addend", line, column, less if line.row in total.less else missing)
        for line, column in total.addends
    ]
    if arithmetic.expected is not None:
        items.append(EvidenceItem("computed", view.document.document_id, value=arithmetic.expected))
    return tuple(items)
