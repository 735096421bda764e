"""Heads that come again beside their text on a part of a page."""

from dataclasses import replace

from extractors.layout.side_heads import heads_at_sides, side_heads
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, Drawn
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, full_line, set_line

TEXT = LEFT + 140


def _row(n: int, text: str, head: str = "") -> Line:
    y = 100 + STEP * n
    if not head:
        return set_line(text, TEXT, y)
    return beside(set_line(head, LEFT, y, bold=True), set_line(text, TEXT, y))


def _lines(first: str = "Mål", second: str = "Åtgärder:") -> list[Line]:
    intro = full_line("Planen gäller alla skolor")
    shifted = [replace(w, top=w.top + 100 - intro.bottom, bottom=w.bottom + 100 - intro.bottom) for w in intro.words]
    return [
        Line(tuple(shifted)),
        _row(1, "Alla elever har någon att tala med.", first),
        _row(2, "• Utbilda mentorer", second),
        _row(3, "• Starta en kör"),
        set_line("Fritid", LEFT, 100 + STEP * 4, bold=True),
        _row(5, "Fler unga hittar till föreningarna.", first),
        _row(6, "• Öppna biblioteket", second),
    ]


def test_each_head_is_read_before_the_text_beside_it():
    lines = _lines()
    known = heads_at_sides([lines])

    runs = text_runs(lines, [], replace(MEASURES, gutters=(), side_heads=known))

    assert known == {"mål", "åtgärder"}
    assert [line.text for run in runs for line in run.lines][1:5] == [
        "Mål",
        "Alla elever har någon att tala med.",
        "Åtgärder:",
        "• Utbilda mentorer",
    ]
    assert [run.lines[0].text for run in runs if run.is_one_text] == ["Mål", "Åtgärder:", "Mål", "Åtgärder:"]
    assert sum(len(run.lines) for run in runs) == len(lines) + 4


def test_heads_that_stand_once_or_beside_short_answers_are_left():
    once = _lines()[:4]
    answers = [_row(n, answer, head) for n, (head, answer) in enumerate([("Namn", "Ek"), ("Telefon", "0480")] * 2)]

    assert heads_at_sides([once]) == frozenset()
    assert heads_at_sides([answers]) == frozenset()
    assert side_heads(once, frozenset()) == []


def test_statements_beside_the_boxes_of_a_scale_are_no_heads():
    rows = [_row(n, "☐ ☐ ☐ ☐ ☒", head) for n, head in enumerate(["Bättre stöd", "Kortare kö"] * 2)]

    assert heads_at_sides([rows]) == frozenset()


def test_heads_in_the_type_of_the_text_are_cells():
    rows = [beside(set_line("Mål", LEFT, 100 + STEP * n), _row(n, "Alla har någon att tala med.")) for n in range(3)]

    assert heads_at_sides([rows]) == frozenset()


def test_a_head_of_two_lines_is_one():
    rows = [_row(0, "Alla elever har någon att tala med", "Kortsiktiga"), _row(1, "varje dag i veckan.", "mål")]

    (stretch,) = side_heads(rows, frozenset({"kortsiktiga"}))

    assert [[line.text for line in part.lines] for part in stretch.parts] == [
        ["Kortsiktiga", "mål"],
        ["Alla elever har någon att tala med", "varje dag i veckan."],
    ]


def test_labels_in_rows_that_rules_part_are_a_tables():
    lines = _lines()
    known = heads_at_sides([lines])
    rules = tuple(Box(LEFT, 105 + STEP * n, 500.0, 105.5 + STEP * n) for n in (1, 5))

    runs = text_runs(lines, [], replace(MEASURES, gutters=(), side_heads=known), Drawn(rules=rules))

    assert not any(run.is_one_text for run in runs)
