"""What is different in two versions of one document: its goals, activities, indicators and amounts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from outputs.diff.change import Change, What
from outputs.diff.pairing import most_alike, same_first
from outputs.number_form import swedish_number

Row = Mapping[str, Any]
_TEXTS: Mapping[str, tuple[What, tuple[str, ...]]] = {
    "goals": ("goal", ("horizon", "focus_area", "target_group")),
    "activities": ("activity", ("category", "responsible", "start_year", "end_year", "focus_area", "target_group")),
    "indicators": ("indicator", ()),
}
"""Table -> what its rows are, and the columns that a change of is told."""
_FACT = ("kind", "year", "kommunkod")
"""What an amount is, besides what it is for: only amounts that agree in these can be the same one."""


def document_changes(
    before: Mapping[str, pl.DataFrame], after: Mapping[str, pl.DataFrame], earlier: Row, later: Row
) -> Iterator[Change]:
    """The changes from the earlier document (a row of documents in `before`) to the later one (in `after`)."""
    name = later["source_name"]
    for table, (what, columns) in _TEXTS.items():
        yield from _texts(what, columns, name, _of(before, table, earlier), _of(after, table, later))
    yield from _amounts(name, _of(before, "amounts", earlier), _of(after, "amounts", later))


def _of(frames: Mapping[str, pl.DataFrame], table: str, document: Row) -> Sequence[Row]:
    return frames[table].filter(pl.col("document_id") == document["document_id"]).to_dicts()


def _texts(
    what: What, columns: Sequence[str], name: str, before: Sequence[Row], after: Sequence[Row]
) -> Iterator[Change]:
    same, left, come = same_first(before, after, lambda row: _folded(row["text"]))
    for old, new in same:
        if detail := _detail(columns, old, new):
            yield _change(what, "changed", name, old, new, detail=detail)
    for old_or_none, new_or_none, likeness in most_alike(left, come, lambda row: str(row["text"])):
        if old_or_none is not None and new_or_none is not None:
            detail = _detail(columns, old_or_none, new_or_none)
            yield _change(what, "reworded", name, old_or_none, new_or_none, detail=detail, likeness=round(likeness, 1))
        else:
            yield _change(what, "added" if old_or_none is None else "dropped", name, old_or_none, new_or_none)


def _amounts(name: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Change]:
    """A sum that is for the same under other words is changed only where its number is."""
    _, left, come = same_first(before, after, lambda row: (_fact(row), _folded(row["subject"]), row["value_sek"]))
    again, left, come = same_first(left, come, lambda row: (_fact(row), _folded(row["subject"])))
    for old, new in again:
        yield _amount("changed", name, old, new)
    _, left, come = same_first(left, come, lambda row: (_fact(row), row["value_sek"]))
    facts = dict.fromkeys(_fact(row) for row in (*left, *come))
    for fact in facts:
        old_ones = [row for row in left if _fact(row) == fact]
        new_ones = [row for row in come if _fact(row) == fact]
        for old_or_none, new_or_none, _likeness in most_alike(old_ones, new_ones, lambda row: row["subject"] or ""):
            if old_or_none is not None and new_or_none is not None:
                yield _amount("changed", name, old_or_none, new_or_none)
            else:
                yield _amount("added" if old_or_none is None else "dropped", name, old_or_none, new_or_none)


def _amount(how: Any, name: str, old: Row | None, new: Row | None) -> Change:
    known = new or old or {}
    fact = ", ".join(str(known[column]) for column in _FACT if known[column] is not None)
    return Change(
        "amount",
        how,
        name,
        before=swedish_number(old["value_sek"]) if old else None,
        after=swedish_number(new["value_sek"]) if new else None,
        page_before=old["page"] if old else None,
        page_after=new["page"] if new else None,
        detail=": ".join(part for part in (fact, known["subject"]) if part),
    )


def _change(what: What, how: Any, name: str, old: Row | None, new: Row | None, **said: Any) -> Change:
    return Change(
        what,
        how,
        name,
        before=old["text"] if old else None,
        after=new["text"] if new else None,
        page_before=old["page"] if old else None,
        page_after=new["page"] if new else None,
        **said,
    )


def _detail(columns: Sequence[str], old: Row, new: Row) -> str | None:
    changed = (f"{each}: {_said(old[each])} → {_said(new[each])}" for each in columns if old[each] != new[each])
    return "; ".join(changed) or None


def _said(value: Any) -> str:
    return "–" if value is None else str(value)


def _fact(row: Row) -> tuple[Any, ...]:
    return tuple(row[column] for column in _FACT)


def _folded(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
