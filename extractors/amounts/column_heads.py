"""The heads over a table's columns, as texts: what the sums below them are told by."""

from models.blocks import Table


def column_heads(table: Table) -> dict[int, list[str]]:
    """Per column the texts of the heads over it, from the top down; a column without heads is left out."""
    texts: dict[int, list[str]] = {}
    for cell in sorted((c for c in table.cells if c.role == "header" and c.text), key=lambda c: c.row):
        for col in range(cell.col, cell.col + cell.col_span):
            texts.setdefault(col, []).append(cell.text)
    return texts
