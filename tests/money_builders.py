"""Rows for tests of the arithmetic: a table, and the sums of an account in forms and prose."""

import re
from decimal import Decimal
from typing import Any

from checks import CheckInput
from models.rows import Amount, AmountKind, CellRow, Document, FileRows, FormField, Page, TableRow

Grid = list[list[str]]

_NUMBER = re.compile(r"=?\s*([-−]?\d[\d ]*(?:,\d+)?)\s*(tkr|mnkr|kr|%)?")
_LAST_NUMBER = re.compile(r"\d[\d ]*\d(?: kr)?")
_HEDGE = re.compile(r"^(?:ca|drygt|knappt) ")


def rows_of(
    grid: Grid,
    *,
    unit: str | None = None,
    units: dict[int, str | None] | None = None,
    roles: dict[int, str] | None = None,
    page_break: int | None = None,
    doubt: str | None = None,
    page_doubt: str | None = None,
    ocr: bool = False,
    title: str | None = "Lokala satsningar",
    **document: Any,
) -> CheckInput:
    """A table of texts as the dataset has it; the first row is its heading. roles are by row."""
    cells = []
    for row, texts in enumerate(grid):
        role = (roles or {}).get(row, "header" if row == 0 else "body")
        for col, text in enumerate(texts):
            match = _NUMBER.fullmatch(_HEDGE.sub("", text)) if role != "header" else None
            digits = match[1].replace(" ", "").replace("−", "-").replace(",", ".") if match else None
            value = Decimal(digits) if digits else None
            written_unit = {"%": "percent"}.get(match[2], match[2]) if match and match[2] else None
            cells.append(
                CellRow(
                    table_id="t1",
                    row=row,
                    col=col,
                    role=role,
                    text=text or None,
                    value=value,
                    step=Decimal("0.1") ** len(digits.partition(".")[2]) if digits else None,
                    unit=(written_unit or (units or {}).get(col, unit)) if value is not None else None,
                    page=3 if page_break is None or row < page_break else 4,
                    x0=100.0 * col,
                    top=20.0 * row,
                    x1=100.0 * col + 90,
                    bottom=20.0 * row + 15,
                )
            )
    about = _document(**document)
    page = Page(
        source_sha256="0" * 64,
        page=3,
        document_id="d1",
        width=595.0,
        height=842.0,
        rotation=0,
        text_layer="ocr" if ocr else "native",
        n_words=100,
        doubt=page_doubt,
    )
    table = TableRow(
        table_id="t1",
        document_id="d1",
        ordinal=1,
        title=title,
        n_rows=len(grid),
        n_cols=max(len(texts) for texts in grid),
        first_page=3,
        last_page=3 if page_break is None else 4,
        method="ruled",
        doubt=doubt,
    )
    return CheckInput.from_file_rows([FileRows(documents=(about,), pages=(page,), tables=(table,), cells=tuple(cells))])


Told = tuple[AmountKind, int, str]
"""A sum of running text: its kind, kronor, and the sentence that it ends."""


def told(*sums: Told, year: int | None = 2022, **document: Any) -> CheckInput:
    """Sums in running text, each on a line of its own: kind, kronor, and the sentence that it stands in.

    The sum is the sentence's last number.
    """
    amounts = tuple(
        Amount(
            amount_id=f"d1-m{ordinal}",
            document_id="d1",
            value_sek=Decimal(kronor),
            value_low=Decimal(kronor),
            value_high=Decimal(kronor),
            text=_LAST_NUMBER.findall(words)[-1],
            approximate=False,
            kind=kind,
            year=year,
            subject=words,
            **_place(ordinal),
        )
        for ordinal, (kind, kronor, words) in enumerate(sums)
    )
    return CheckInput.from_file_rows([FileRows(documents=(_document(**document),), amounts=amounts)])


def answered(*questions: tuple[str, str], section: str = "Ekonomi", **document: Any) -> CheckInput:
    """A form's questions and their answers; those that are numbers are read as such."""
    fields = []
    for ordinal, (label, answer) in enumerate(questions, start=1):
        digits = answer.replace(" ", "").replace("\u2212", "-").replace(",", ".").removesuffix("kr")
        is_number = re.fullmatch(r"-?\d+(?:\.\d+)?", digits) is not None
        fields.append(
            FormField(
                field_id=f"d1-f{ordinal}",
                document_id="d1",
                number=str(ordinal),
                label=label,
                value_text=answer,
                value_number=Decimal(digits) if is_number else None,
                value_unit="kr" if answer.endswith("kr") else None,
                section=section,
                **_place(ordinal),
            )
        )
    return CheckInput.from_file_rows([FileRows(documents=(_document(**document),), fields=tuple(fields))])


def _document(**columns: Any) -> Document:
    defaults: dict[str, Any] = {
        "document_id": "d1",
        "source_name": "plan.pdf",
        "source_sha256": "0" * 64,
        "first_page": 1,
        "last_page": 5,
        "doc_type": "action_plan",
        "title": "Lokal plan",
    }
    return Document(**(defaults | columns))


def _place(ordinal: int) -> dict[str, Any]:
    return {"page": 2, "x0": 70.0, "top": 20.0 * ordinal, "x1": 500.0, "bottom": 20.0 * ordinal + 12}
