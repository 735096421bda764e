"""Documents' rows as the dataset has them, from sentences, answers and tables of sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extractors.numbers.money import find_money
from models.rows import Amount, AmountKind, CellRow, Document, FileRows, FormField, Page, TableRow

Grid = Sequence[Sequence[str]]
TOTALS = ("Summa", "Totalt", "Fördelade medel")


@dataclass(frozen=True)
class Told:
    """A sentence with one sum; `year` where it is another than the document's."""

    sentence: str
    kind: AmountKind
    year: int | None = None


@dataclass(frozen=True)
class Answered:
    """A form's line and its sum, or another answer."""

    label: str
    value: str
    kind: AmountKind | None = None


@dataclass(frozen=True)
class Tabled:
    """A table; the first row is its heading. kinds: column -> what its sums are; tkr: they are in thousands.

    municipalities: row -> kommunkod.
    """

    grid: Grid
    kinds: Mapping[int, AmountKind]
    title: str | None = None
    tkr: bool = False
    doubt: str | None = None
    municipalities: Mapping[int, str] | None = None


Part = Told | Answered | Tabled


def paper(document_id: str, *parts: Part, ocr: bool = False, **about: Any) -> FileRows:
    """One document of one page."""
    sha = about.pop("source_sha256", document_id[0] * 64)
    facts = {"doc_type": "memo", "reporting_year": 2022, "title": "Ett ärende", "kommunkod": "2031"}
    facts |= {"first_page": 1, "last_page": 1} | about
    document = Document(
        document_id=document_id,
        source_name=f"{document_id}.pdf",
        source_sha256=str(sha),
        **facts,
    )
    page = Page(
        source_sha256=str(sha),
        page=1,
        document_id=document_id,
        width=595,
        height=842,
        rotation=0,
        text_layer="ocr" if ocr else "native",
        n_words=100,
    )
    amounts: list[Amount] = []
    fields: list[FormField] = []
    tables: list[TableRow] = []
    cells: list[CellRow] = []
    for part in parts:
        match part:
            case Told():
                mention = next(iter(find_money(part.sentence)))
                low, high = mention.number.interval
                amounts.append(
                    Amount(
                        **_place(len(amounts)),
                        amount_id=f"{document_id}-m{len(amounts)}",
                        document_id=document_id,
                        value_sek=mention.number.kronor,
                        value_low=low,
                        value_high=high,
                        text=mention.text,
                        approximate=mention.number.side is not None,
                        kind=part.kind,
                        year=part.year or document.reporting_year,
                        subject=part.sentence,
                    )
                )
            case Answered():
                number = _number(part.value)
                fields.append(
                    FormField(
                        **_place(len(fields)),
                        field_id=f"{document_id}-f{len(fields)}",
                        document_id=document_id,
                        label=part.label,
                        value_text=part.value,
                        value_number=number,
                    )
                )
                if number is not None and part.kind is not None:
                    amounts.append(_amount(document, len(amounts), number, part.value, part.kind, part.label))
            case Tabled():
                table_id = f"{document_id}-t{len(tables)}"
                tables.append(
                    TableRow(
                        table_id=table_id,
                        document_id=document_id,
                        ordinal=len(tables) + 1,
                        title=part.title,
                        n_rows=len(part.grid),
                        n_cols=len(part.grid[0]),
                        first_page=1,
                        last_page=1,
                        method="ruled",
                        doubt=part.doubt,
                    )
                )
                for row, texts in enumerate(part.grid):
                    for col, text in enumerate(texts):
                        if text:
                            cells.append(_cell(table_id, part, row, col))
                        number = _number(text) if row and col in part.kinds else None
                        if number is not None:
                            kind = _kind(part, row, col)
                            scale = Decimal(1000) if part.tkr else Decimal(1)
                            made = _amount(document, len(amounts), number * scale, text, kind, texts[0])
                            half = scale / 2 if part.tkr else Decimal(0)
                            amounts.append(
                                made.model_copy(
                                    update={
                                        "value_low": made.value_sek - half,
                                        "value_high": made.value_sek + half,
                                        "table_id": table_id,
                                        "row": row,
                                        "col": col,
                                        "kommunkod": (part.municipalities or {}).get(row),
                                    }
                                )
                            )
    return FileRows(
        documents=(document,),
        pages=(page,),
        amounts=tuple(amounts),
        fields=tuple(fields),
        tables=tuple(tables),
        cells=tuple(cells),
    )


def _number(text: str) -> Decimal | None:
    digits = text.lstrip("= ").replace(" ", "").replace("−", "-")
    return Decimal(digits) if digits.removeprefix("-").isdigit() else None


def _kind(part: Tabled, row: int, col: int) -> AmountKind:
    label = part.grid[row][0]
    if label.startswith(("Beviljat", "Totalt beviljat", "Tilldelade")):
        return "granted"
    if label.startswith(("Kvar", "Återstår")):
        return "remaining"
    return "total" if label.startswith(TOTALS) else part.kinds[col]


def _amount(document: Document, ordinal: int, value: Decimal, text: str, kind: AmountKind, subject: str) -> Amount:
    return Amount(
        **_place(ordinal),
        amount_id=f"{document.document_id}-m{ordinal}",
        document_id=document.document_id,
        value_sek=value,
        value_low=value,
        value_high=value,
        text=text,
        approximate=False,
        kind=kind,
        year=document.reporting_year,
        subject=subject,
    )


def _cell(table_id: str, part: Tabled, row: int, col: int) -> CellRow:
    text = part.grid[row][col]
    number = _number(text) if row else None
    is_total = part.grid[row][0].startswith(TOTALS)
    role = "header" if row == 0 else "total" if is_total else "label" if col == 0 else "body"
    unit = ("tkr" if part.tkr else "kr") if number is not None and col in part.kinds else None
    return CellRow(**_place(row), table_id=table_id, row=row, col=col, role=role, text=text, value=number, unit=unit)


def _place(ordinal: int) -> dict[str, float]:
    return {"page": 1, "x0": 50.0, "top": 20.0 * ordinal, "x1": 400.0, "bottom": 20.0 * ordinal + 12}
