"""Sections right below heads of several lines, and sums whose label runs on both sides of its number."""

import pytest

from extractors.tables.label_lines import begins_sum
from extractors.tables.line_parts import cut
from extractors.tables.section_heads import begun_heads, is_section_below_heads
from extractors.text.lines import Line
from tests.layout_builders import beside, set_line, set_right


def heads() -> list[Line]:
    """`Belopp` over `(kr)`, and three heads beside the latter."""
    last = beside(set_line("Enhet", 70, 112), set_line("Insats", 180, 112), set_line("Mål", 300, 112))
    return [set_line("Belopp, 2025", 450, 100), beside(last, set_line("(kr)", 450, 112))]


def row() -> Line:
    texts = beside(set_line("Norra enheten", 70, 152), set_line("Starta en kurs", 180, 152))
    return beside(beside(texts, set_line("Fler mår bra", 300, 152)), set_right("70 000", 520, 152))


def test_a_head_that_begins_on_the_line_above_tells_of_its_column_too():
    lines = [set_line("Läget i kommunen är känt sedan länge", 70, 70), *heads()]
    parts = [cut(line) for line in lines]
    section = set_line("Barn, unga och deras familjer i hela länet", 70, 132)

    begun = begun_heads(lines, parts, 2, 0)

    assert [line.text for line in begun] == ["Belopp, 2025"]
    assert is_section_below_heads(section, [parts[2]], begun, [cut(row())])
    assert not is_section_below_heads(section, [parts[2]], [], [cut(row())])


@pytest.mark.parametrize(("number", "expected"), [("1 426 000", True), ("enligt beslut", False)])
def test_a_label_on_both_sides_of_its_number_begins_a_sum(number, expected):
    lines = [
        set_line("Summa arbete, studier", 70, 100, bold=True),
        set_right(number, 490, 106, bold=True),
        set_line("och sysselsättning", 70, 113, bold=True),
    ]
    columns = [(70.0, 160.0), (180.0, 280.0), (300.0, 420.0), (440.0, 490.0)]

    assert begins_sum(lines, [cut(line) for line in lines], 0, columns) is expected
