"""Rows for tests of checks: one document and what stands in it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from checks.check_input import CheckInput
from models.registry import Registry
from models.rows import (
    Activity,
    ActivityYear,
    CellRow,
    Document,
    Fact,
    Finding,
    FormField,
    Goal,
    Initiative,
    Page,
    Passage,
    TableRow,
)

SHA = "0" * 64
BOX: dict[str, Any] = {"x0": 70.0, "top": 100.0, "x1": 520.0, "bottom": 112.0}


def document(document_id: str = "d1", **columns: Any) -> Document:
    defaults: dict[str, Any] = {
        "source_name": "plan.pdf",
        "source_sha256": SHA,
        "first_page": 1,
        "last_page": 9,
        "doc_type": "action_plan",
        "title": "Handlingsplan",
    }
    return Document(document_id=document_id, **(defaults | columns))


def activity(text: str, ordinal: int = 1, **columns: Any) -> Activity:
    defaults: dict[str, Any] = {"document_id": "d1", "category": "unspecified", "page": 2}
    known = defaults | BOX | columns
    return Activity(activity_id=f"{known['document_id']}-a{ordinal}", ordinal=ordinal, text=text, **known)


def years(of: Activity, sources: str, *given: int, row: int | None = None) -> list[ActivityYear]:
    """sources: as the column has them, the strongest first. row: of the first table, that marks them."""
    marked = {} if row is None else {"table_id": "d1-t1", "row": row}
    row_of_year = {"activity_id": of.activity_id, "source": sources.partition(",")[0], "sources": sources, **marked}
    return [ActivityYear.model_validate(row_of_year | {"year": y}) for y in given]


def goal(text: str, ordinal: int = 1, **columns: Any) -> Goal:
    defaults: dict[str, Any] = {"document_id": "d1", "horizon": "unspecified", "page": 2}
    return Goal(goal_id=f"d1-g{ordinal}", ordinal=ordinal, text=text, **(defaults | BOX | columns))


def initiative(title: str, ordinal: int = 1, **columns: Any) -> Initiative:
    defaults: dict[str, Any] = {"document_id": "d1", "page": 2}
    return Initiative(initiative_id=f"d1-i{ordinal}", ordinal=ordinal, title=title, **(defaults | BOX | columns))


def passages(*texts: tuple[str, str], document_id: str = "d1") -> tuple[Passage, ...]:
    """Kind and text of each, in reading order; headings and list items are of the first level."""
    return tuple(
        Passage.model_validate(
            {
                "passage_id": f"{document_id}-p{n}",
                "document_id": document_id,
                "ordinal": n,
                "kind": kind,
                "level": 1 if kind in ("heading", "list_item") else None,
                "text": text,
                "page": 1,
            }
            | BOX
        )
        for n, (kind, text) in enumerate(texts, start=1)
    )


def field(label: str, value: str | None, ordinal: int = 1, **columns: Any) -> FormField:
    defaults: dict[str, Any] = {"document_id": "d1", "page": 3}
    known = defaults | BOX | columns
    return FormField(field_id=f"d1-f{ordinal}", label=label, value_text=value, **known)


def fact(kind: str, text: str, ordinal: int = 1, **columns: Any) -> Fact:
    """A number, or a day as YYYY-MM-DD."""
    day = date.fromisoformat(text) if kind.endswith("_date") else None
    defaults: dict[str, Any] = {"document_id": "d1", "page": 3, "first_day": day, "last_day": day, "value": text}
    return Fact.model_validate(
        {"fact_id": f"d1-x{ordinal}", "ordinal": ordinal, "kind": kind, "text": text} | defaults | BOX | columns
    )


def table(
    rows: Sequence[Sequence[str]], *, ordinal: int = 1, title: str | None = "Tabell", doubt: str | None = None
) -> tuple[TableRow, tuple[CellRow, ...]]:
    """A table whose first row is its head; cells of digits and spaces are numbers."""
    table_id = f"d1-t{ordinal}"
    made = TableRow(
        table_id=table_id,
        document_id="d1",
        ordinal=ordinal,
        title=title,
        n_rows=len(rows),
        n_cols=len(rows[0]),
        first_page=4,
        last_page=4,
        method="ruled",
        doubt=doubt,
    )
    cells = tuple(
        CellRow(
            table_id=table_id,
            row=r,
            col=c,
            role="header" if r == 0 else "body",
            text=text or None,
            value=Decimal(text.replace(" ", "")) if r and text.replace(" ", "").isdigit() else None,
            page=4,
            **BOX,
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return made, cells


def read_by_ocr(*pages: int) -> tuple[Page, ...]:
    return tuple(
        Page(
            source_sha256=SHA,
            page=page,
            document_id="d1",
            width=595.0,
            height=842.0,
            rotation=0,
            text_layer="ocr",
            n_words=100,
        )
        for page in pages
    )


def registry() -> Registry:
    """A county of six municipalities and one of another county."""
    names = ("Ekby", "Furuvik", "Granköping", "Hasselby", "Lindås", "Rönnholm")
    municipalities = {f"40{n:02}": name for n, name in enumerate(names, start=1)}
    return Registry({**municipalities, "5001": "Sälgmark"}, {"40": "Skogslän", "50": "Havslän"})


def found(check: Any, rows: CheckInput) -> list[Finding]:
    """What one check says of the rows."""
    from checks.running import run_checks

    return run_checks(rows, [check])[0]
