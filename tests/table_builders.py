"""Tables of the document model from their texts."""

from models.blocks import Cell, Table
from models.place import Place


def table(rows: list[list[str]], *, headers: int = 1, roles: dict[int, str] | None = None, title: str = "") -> Table:
    """A table by its texts, empty cells left out; `roles` are by row."""
    cells = tuple(
        Cell(
            row=row,
            col=col,
            text=text,
            role="header" if row < headers else (roles or {}).get(row, "body"),
            place=Place(page=1, x0=100.0 * col, top=20.0 * row, x1=100.0 * col + 90, bottom=20.0 * row + 15),
        )
        for row, texts in enumerate(rows)
        for col, text in enumerate(texts)
        if text
    )
    whole = (Place(page=1, x0=0, top=0, x1=100.0 * len(rows[0]), bottom=20.0 * len(rows)),)
    return Table(text=title, places=whole, method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)
