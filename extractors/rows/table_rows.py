"""Tables and their cells."""

from extractors.privacy import mask, mask_boxed
from extractors.rows.columns import box, masked, share
from models.blocks import Table
from models.numbers import WrittenNumber
from models.rows import CellRow, TableRow


def table_row(document_id: str, ordinal: int, table: Table) -> TableRow:
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
        grid_confidence=share(table.confidence),
        known_by_sv=table.known_by_sv or None,
        known_by_en=table.known_by_en or None,
    )


def cell_rows(table_id: str, table: Table, numbers: dict[tuple[int, int], WrittenNumber]) -> list[CellRow]:
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
