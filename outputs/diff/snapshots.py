"""What is different in two snapshots: documents, what they say, and what does not add up."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import polars as pl

from outputs.diff.change import Change
from outputs.diff.documents import Row, document_changes
from outputs.diff.pairing import same_first

Frames = Mapping[str, pl.DataFrame]


def snapshot_changes(before: Frames, after: Frames) -> Iterator[Change]:
    """Documents by name, each followed by what changed in it; then the findings.

    A document is the same by its id; else by its file's name, its class and its order among those, as a new version.
    """
    old_ones, new_ones = before["documents"].to_dicts(), after["documents"].to_dicts()
    same, left, come = same_first(old_ones, new_ones, lambda row: row["document_id"])
    versions, left, come = same_first(left, come, lambda row: (row["source_name"], row["doc_type"]))
    told: list[tuple[tuple[Any, ...], list[Change]]] = []
    for old, new in (*same, *versions):
        changes = [] if _is_unchanged(old, new) else list(document_changes(before, after, old, new))
        if old["source_sha256"] != new["source_sha256"]:
            ids = {"before": old["document_id"], "after": new["document_id"]}
            changes.insert(0, Change("document", "new_version", new["source_name"], **ids))
        if (old["retired_since"] is None) is not (new["retired_since"] is None):
            changes.insert(0, Change("document", "returned" if old["retired_since"] else "retired", new["source_name"]))
        told.append((_place(new), changes))
    told += [(_place(row), [_alone("dropped", row)]) for row in left]
    told += [(_place(row), [_alone("added", row)]) for row in come]
    for _, changes in sorted(told, key=lambda each: each[0]):
        yield from changes
    yield from finding_changes(before, after)


def finding_changes(before: Frames, after: Frames) -> Iterator[Change]:
    """Findings that are new, gone, or have another verdict, severity or other numbers."""
    old_ones, new_ones = _findings(before), _findings(after)
    columns = ("severity", "status", "actual", "expected")
    for key, new in new_ones.items():
        old = old_ones.get(key)
        if old is None:
            yield _finding("added", None, new)
        elif any(old[column] != new[column] for column in columns):
            detail = "; ".join(f"{each}: {old[each]} → {new[each]}" for each in columns if old[each] != new[each])
            yield _finding("changed", old, new, detail)
    for key, old in old_ones.items():
        if key not in new_ones:
            yield _finding("dropped", old, None)


def _alone(how: Literal["added", "dropped"], document: Row) -> Change:
    """A document that is in one of the states only."""
    side = "after" if how == "added" else "before"
    said = {side: document["title"], f"page_{side}": document["first_page"]}
    return Change("document", how, document["source_name"], **said)


def _finding(how: Any, old: Row | None, new: Row | None, detail: str | None = None) -> Change:
    known = new or old or {}
    return Change(
        "finding",
        how,
        known["source_name"] or known["document_id"],
        before=old["message_sv"] if old else None,
        after=new["message_sv"] if new else None,
        detail=detail or f"{known['rule']}, {known['severity']}: {known['subject']}",
    )


def _findings(frames: Frames) -> dict[str, Row]:
    names = frames["documents"].select("document_id", "source_name")
    told = frames["findings"].join(names, on="document_id", how="left", maintain_order="left")
    return {row["finding_id"]: row for row in told.iter_rows(named=True)}


def _is_unchanged(old: Row, new: Row) -> bool:
    """Whether the same run read both: then nothing in them can be another, and nothing is compared."""
    return bool(old["document_id"] == new["document_id"] and old["run_id"] == new["run_id"])


def _place(document: Row) -> tuple[str, int, str]:
    return document["source_name"], document["first_page"], document["document_id"]
