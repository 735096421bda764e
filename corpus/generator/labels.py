"""The truth of a made document, in the form of truth/<name>.json (corpus/truth.py reads it)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from corpus.generator.blocks import (
    Activity,
    Form,
    Goal,
    Indicator,
    Prose,
    Question,
    Row,
    Table,
    walk_blocks,
    walk_inlines,
    walk_prose,
    words_of,
)
from corpus.generator.content import Content, Paper, Planted
from corpus.generator.figures import Figure
from corpus.generator.judging import Judgement, judge
from corpus.typeset import plain_spaces

FORMAT_ORDER: Final = (
    "document",
    "parts",
    "goals",
    "activities",
    "indicators",
    "amounts",
    "fields",
    "tables",
    "findings",
    "origin",
)
_WITHHELD: Final = frozenset({"contact", "phone", "email"})
"""Roles of answers that name a person or how to reach one: the dataset leaves them out by default."""


def truth_of(content: Content, origin: dict[str, Any], pages: Sequence[tuple[int, int]] = ()) -> dict[str, Any]:
    """All labels of a document, plain values for JSON. origin says how it was made.

    pages: the first and the last page of each of a packet's papers; empty before it is typeset.
    """
    truth: dict[str, Any] = {name: [] for name in FORMAT_ORDER}
    truth["document"] = vars(content.facts).copy()
    truth["origin"] = origin
    if pages:
        truth["parts"] = [_label_part(*each) for each in zip(content.papers, pages, strict=True)]
    for prose in walk_prose(content.blocks):
        _label_prose(prose, truth)
    for block in walk_blocks(content.blocks):
        if isinstance(block, Table):
            truth["tables"].append(_label_table(block))
            truth["fields"] += [_label_line(row) for row in block.rows if block.headless]
        elif isinstance(block, Form):
            truth["fields"] += [_label_field(each) for section in block.sections for each in section.questions]
    truth["findings"] = findings_of(content)
    return dict(plain_spaces(truth))


def findings_of(content: Content) -> list[dict[str, Any]]:
    """What does not add up, and what looks as if it did not; each error that was seeded is a cause of its own."""
    broken = [_label_judgement(each, content) for each in judge(content) if not each.holds or each.rounding_shows]
    return broken + [_label_planted(each) for each in content.planted]


def _label_part(paper: Paper, pages: tuple[int, int]) -> dict[str, Any]:
    first, last = pages
    return {"first_page": first, "last_page": last, "repeats": paper.repeats, **vars(paper.facts)}


def _label_prose(prose: Prose, truth: dict[str, Any]) -> None:
    for part in walk_inlines(prose):
        match part:
            case Goal():
                truth["goals"].append({"text": _text(part.parts), "horizon": part.horizon})
            case Activity():
                label = {"text": _text(part.parts), "years": list(part.years), "optional": part.optional}
                truth["activities"].append(label)
            case Indicator():
                truth["indicators"].append({"text": _text(part.parts)})
            case Figure(kinds=(_, *_)):
                truth["amounts"].append(_label_amount(part))
            case _:
                pass


def _label_amount(figure: Figure) -> dict[str, Any]:
    return {
        "value_sek": _number(figure.value),
        "kinds": list(figure.kinds),
        "year": figure.year,
        "text": figure.words,
        "approximate": figure.approximate,
        "optional": figure.optional,
    }


def _label_table(table: Table) -> dict[str, Any]:
    rows = [[_text(cell) for cell in row.cells] + [""] * (len(table.columns) - len(row.cells)) for row in table.rows]
    columns = [] if table.headless else [column.head for column in table.columns]
    if table.groups:
        spanned = [words for group, span in table.groups for words in (group, *([""] * (span - 1)))]
        rows, columns = [columns, *rows], spanned
    return {"title": table.caption or None, "columns": columns, "rows": rows}


def _label_field(question: Question) -> dict[str, Any]:
    value = None if question.answer is None else _text(question.answer)
    return {
        "number": question.number,
        "label": question.label,
        "value": value,
        "optional": question.role in _WITHHELD,
    }


def _label_line(row: Row) -> dict[str, Any]:
    """A label beside what it is, in a table without a head: as right a field as it is a row."""
    label, *values = (_text(cell) for cell in row.cells)
    return {"number": None, "label": label, "value": " ".join(values) or None, "optional": True}


def _label_judgement(judgement: Judgement, content: Content) -> dict[str, Any]:
    relation = judgement.relation
    seeded = None if judgement.holds else dict(content.broken_by).get(relation.key)
    assert judgement.holds or seeded or relation.other, f"{content.name}: {relation.key} breaks of itself"
    return {
        "rule": relation.rule,
        "also": list(relation.also),
        "where": relation.where,
        "subject": None,
        "expected": _number(judgement.computed),
        "actual": _number(judgement.stated.value),
        "grade": "rounding" if judgement.holds else "material",
        "severity": None if judgement.holds else "error",
        "explanation": f"{relation.where}: {judgement.stated.words} is stated",
        "seeded": seeded,
        "cause": seeded,
        "other": relation.other,
    }


def _label_planted(planted: Planted) -> dict[str, Any]:
    def plain(value: str | Decimal | None) -> str | float | int | None:
        return _number(value) if isinstance(value, Decimal) else value

    trap = planted.grade == "trap-not-error"
    return {
        "rule": planted.rule,
        "also": list(planted.also),
        "where": planted.where,
        "subject": planted.subject,
        "expected": plain(planted.expected),
        "actual": plain(planted.actual),
        "grade": planted.grade,
        "severity": None if trap else planted.severity,
        "explanation": planted.explanation,
        "seeded": planted.seeded,
        "cause": None if trap else planted.seeded,
        "other": planted.other,
    }


def _text(prose: Prose) -> str:
    return words_of(prose).strip()


def _number(value: Decimal) -> int | float:
    """A JSON number; sums with öre are exact in a float of their size."""
    return int(value) if value == value.to_integral_value() else float(value)
