"""Swedish money as it is written: in prose, in table cells, in column headers.

`find_money` finds sums in running text, `parse_number` reads a cell or an answer that is one
number, `unit_of_header` says what a column's header makes of its numbers,
and `unit_signed` what it says in so many words.
"""

from extractors.numbers.money_cells import parse_number, unit_of_header, unit_signed
from extractors.numbers.money_prose import MoneyMention, find_money

__all__ = ["MoneyMention", "find_money", "parse_number", "unit_of_header", "unit_signed"]
