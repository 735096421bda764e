"""A table's last row that sums all others, whatever its label says: "Blir | | 236 500"."""

from decimal import Decimal

from extractors.numbers.money import parse_number
from extractors.tables.draft_table import DraftTable

_FEWEST = 3
"""Rows that are summed: two figures may make a third by chance."""
_LONGEST = 30
"""Letters of a sum's label."""


def sums_all(table: DraftTable) -> bool:
    """Whether the last row has figures alone behind its label, each the sum of its column.

    The rows above tell more than it does: they have words in columns that it leaves empty.
    """
    label, *texts = table.row_texts(table.n_rows - 1)
    above = [table.row_texts(row)[1:] for row in range(table.header_rows, table.n_rows - 1)]
    columns = [col for col, text in enumerate(texts) if text]
    if len(above) < _FEWEST or not columns or not 0 < len(label) <= _LONGEST:
        return False
    told = any(text and not any(letter.isdigit() for letter in text) for row in above for text in row)
    return told and all(_is_sum(texts[col], [row[col] for row in above]) for col in columns)


def _is_sum(text: str, above: list[str]) -> bool:
    total = parse_number(text)
    values = [number.value for each in above if (number := parse_number(each)) is not None]
    return total is not None and len(values) == len(above) and sum(values, Decimal(0)) == total.value
