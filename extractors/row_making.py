"""Drafts to rows: ids from the file's content, places, and text columns without private numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.documents.identity import Identity
from extractors.drafts import ActivityDraft, AmountDraft, FieldDraft, InitiativeDraft, PlanDraft
from extractors.passages import passages_of
from extractors.privacy import mask, mask_boxed
from extractors.row_columns import box, masked
from models.blocks import ReadFile, Table, TextLayer
from models.numbers import WrittenNumber
from models.rows import (
    Activity,
    ActivityYear,
    Amount,
    CellRow,
    Document,
    FileRows,
    FormField,
    Goal,
    Indicator,
    Initiative,
    Page,
    TableRow,
)

_STATED = frozenset(["heading", "matrix", "text"])
_ID_DIGITS = 20


@dataclass(frozen=True)
class Understood:
    """All that is known of one document, before rows are made of it."""

    read: ReadFile
    identity: Identity
    plan: PlanDraft
    fields: Sequence[FieldDraft]
    tables: Sequence[Table]
    numbers: Sequence[dict[tuple[int, int], WrittenNumber]]
    ordinal: int = 1
    """Its place among the documents of the file."""
    confidence: float = 1.0
    """How sure it is that it begins and ends there."""


def make_rows(found: Understood, run_id: str) -> FileRows:
    """Rows with stable ids: the same bytes give the same ids everywhere."""
    document_id = f"{found.read.source_sha256[:_ID_DIGITS]}-{found.ordinal}"
    initiatives = {d: f"{document_id}-i{n}" for n, d in enumerate(found.plan.initiatives, start=1)}
    activities = {d: f"{document_id}-a{n}" for n, d in enumerate(found.plan.activities, start=1)}
    table_ids = [f"{document_id}-t{n}" for n in range(1, len(found.tables) + 1)]
    return FileRows(
        documents=(_document(found, document_id, run_id),),
        pages=tuple(_pages(found.read, document_id)),
        initiatives=tuple(_initiatives(document_id, initiatives)),
        goals=tuple(_goals(found.plan, document_id, initiatives)),
        activities=tuple(_activities(document_id, activities, initiatives)),
        activity_years=tuple(_activity_years(activities)),
        indicators=tuple(_indicators(found.plan, document_id, initiatives)),
        amounts=tuple(_amounts(found.plan.amounts, document_id, initiatives, activities, table_ids)),
        fields=tuple(_fields(found.fields, document_id)),
        passages=tuple(passages_of(found.read.blocks, found.fields, document_id)),
        tables=tuple(_table(document_id, n, t) for n, t in enumerate(found.tables, start=1)),
        cells=tuple(
            cell
            for table_id, table, numbers in zip(table_ids, found.tables, found.numbers, strict=True)
            for cell in _cells(table_id, table, numbers)
        ),
    )


def _is_public(text: str | None) -> bool:
    return text is None or mask(text) == text


def _unless_private(number: str | None) -> str | None:
    """A number, or null where it is a person's: a sole trader's organisation number is an identity number."""
    return None if number is None or mask(number) != number else number


def _money(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def _share(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")


def _document(found: Understood, document_id: str, run_id: str) -> Document:
    identity, pages = found.identity, found.read.pages
    return Document(
        document_id=document_id,
        source_name=found.read.source_name,
        source_sha256=found.read.source_sha256,
        first_page=1,
        last_page=len(pages),
        part_confidence=_share(found.confidence),
        doc_type=identity.doc_type,
        doc_type_confidence=_share(identity.confidence),
        title=masked(identity.title),
        issuer=masked(identity.issuer),
        issuer_kind=identity.issuer_kind,
        kommunkod=identity.kommunkod,
        lanskod=identity.lanskod,
        period_start=identity.period[0] if identity.period else None,
        period_end=identity.period[1] if identity.period else None,
        reporting_year=identity.reporting_year,
        grant_name=masked(identity.grant_name),
        diary_number=_unless_private(identity.diary_number),
        org_number=_unless_private(identity.org_number),
        document_date=identity.document_date,
        text_layer=_text_layer(found.read),
        run_id=run_id,
    )


def _text_layer(read: ReadFile) -> TextLayer | None:
    layers = {p.text_layer for p in read.pages if p.text_layer is not None}
    return layers.pop() if len(layers) == 1 else "mixed" if layers else None


def _pages(read: ReadFile, document_id: str) -> list[Page]:
    return [
        Page(
            source_sha256=read.source_sha256,
            page=p.page,
            label=p.label,
            document_id=document_id,
            width=round(p.width, 2),
            height=round(p.height, 2),
            rotation=p.rotation,
            text_layer=p.text_layer,
            n_words=p.n_words,
            doubt=p.doubt,
        )
        for p in read.pages
    ]


def _initiatives(document_id: str, ids: dict[InitiativeDraft, str]) -> list[Initiative]:
    return [
        Initiative(
            initiative_id=row_id,
            document_id=document_id,
            ordinal=n,
            title=mask(draft.title),
            focus_area=masked(draft.focus_area),
            target_group=masked(draft.target_group),
            **box(draft.places[0]),
        )
        for n, (draft, row_id) in enumerate(ids.items(), start=1)
    ]


def _goals(plan: PlanDraft, document_id: str, initiatives: dict[InitiativeDraft, str]) -> list[Goal]:
    return [
        Goal(
            goal_id=f"{document_id}-g{n}",
            document_id=document_id,
            initiative_id=initiatives[draft.initiative] if draft.initiative else None,
            ordinal=n,
            horizon=draft.horizon,
            text=mask(draft.text),
            focus_area=masked(draft.focus_area),
            target_group=masked(draft.target_group),
            **box(draft.places[0]),
        )
        for n, draft in enumerate(plan.goals, start=1)
    ]


def _activities(
    document_id: str, ids: dict[ActivityDraft, str], initiatives: dict[InitiativeDraft, str]
) -> list[Activity]:
    rows: list[Activity] = []
    for n, (draft, row_id) in enumerate(ids.items(), start=1):
        stated = sorted(year for year, source in draft.years.items() if source in _STATED)
        rows.append(
            Activity(
                activity_id=row_id,
                document_id=document_id,
                initiative_id=initiatives[draft.initiative] if draft.initiative else None,
                parent_id=ids[draft.parent] if draft.parent else None,
                ordinal=n,
                number=draft.number,
                text=mask(draft.text),
                category=draft.category,
                responsible=masked(draft.responsible),
                start_year=stated[0] if stated and draft.open_side != "start" else None,
                end_year=stated[-1] if stated and draft.open_side != "end" else None,
                focus_area=masked(draft.focus_area),
                target_group=masked(draft.target_group),
                **box(draft.places[0]),
            )
        )
    return rows


def _activity_years(ids: dict[ActivityDraft, str]) -> list[ActivityYear]:
    return [
        ActivityYear(activity_id=row_id, year=year, source=source)
        for draft, row_id in ids.items()
        for year, source in sorted(draft.years.items())
    ]


def _indicators(plan: PlanDraft, document_id: str, initiatives: dict[InitiativeDraft, str]) -> list[Indicator]:
    return [
        Indicator(
            indicator_id=f"{document_id}-n{n}",
            document_id=document_id,
            initiative_id=initiatives[draft.initiative] if draft.initiative else None,
            ordinal=n,
            text=mask(draft.text),
            **box(draft.places[0]),
        )
        for n, draft in enumerate(plan.indicators, start=1)
    ]


def _amounts(
    drafts: Sequence[AmountDraft],
    document_id: str,
    initiatives: dict[InitiativeDraft, str],
    activities: dict[ActivityDraft, str],
    table_ids: Sequence[str],
) -> list[Amount]:
    rows: list[Amount] = []
    public = (d for d in drafts if mask(d.text) == d.text)
    for n, draft in enumerate(public, start=1):
        low, high = draft.number.interval
        rows.append(
            Amount(
                amount_id=f"{document_id}-m{n}",
                document_id=document_id,
                value_sek=_money(draft.number.kronor),
                value_low=_money(low),
                value_high=_money(high),
                text=draft.text,
                approximate=draft.number.side is not None,
                kind=draft.kind,
                year=draft.year,
                subject=masked(draft.subject),
                initiative_id=initiatives[draft.initiative] if draft.initiative else None,
                activity_id=activities[draft.activity] if draft.activity else None,
                kommunkod=draft.kommunkod,
                table_id=table_ids[draft.table - 1] if draft.table is not None else None,
                row=draft.row,
                col=draft.col,
                **box(draft.places[0]),
            )
        )
    return rows


def _fields(drafts: Sequence[FieldDraft], document_id: str) -> list[FormField]:
    return [
        FormField(
            field_id=f"{document_id}-f{n}",
            document_id=document_id,
            number=draft.number,
            label=mask(draft.label),
            value_text=masked(draft.value),
            value_number=draft.value_number if _is_public(draft.value) else None,
            value_unit=draft.value_unit if _is_public(draft.value) else None,
            section=masked(draft.section),
            withheld=draft.withheld,
            **box(draft.places[0]),
        )
        for n, draft in enumerate(drafts, start=1)
    ]


def _table(document_id: str, ordinal: int, table: Table) -> TableRow:
    return TableRow(
        table_id=f"{document_id}-t{ordinal}",
        document_id=document_id,
        ordinal=ordinal,
        title=masked(table.text),
        n_rows=table.n_rows,
        n_cols=table.n_cols,
        first_page=table.places[0].page,
        last_page=table.places[-1].page,
        method=table.method,
        doubt=table.doubt,
    )


def _cells(table_id: str, table: Table, numbers: dict[tuple[int, int], WrittenNumber]) -> list[CellRow]:
    rows: list[CellRow] = []
    for cell in table.cells:
        number = numbers.get((cell.row, cell.col)) if mask(cell.text) == cell.text else None
        rows.append(
            CellRow(
                table_id=table_id,
                row=cell.row,
                col=cell.col,
                row_span=cell.row_span,
                col_span=cell.col_span,
                role=cell.role,
                text=mask_boxed(cell.text) or None,
                value=number.value if number else None,
                step=number.step if number else None,
                unit=number.unit if number else None,
                **box(cell.place),
            )
        )
    return rows
