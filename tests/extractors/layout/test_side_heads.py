"""Heads that come again beside their text on a part of a page."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.side_heads import heads_at_sides, side_heads
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, Drawn
from extractors.text.head_column import HeadColumn
from extractors.text.lines import Line
from extractors.text.measures import Measures
from tests.layout_builders import LEFT, MEASURES, SIZE, STEP, beside, full_line, grid_of_texts, set_line, set_right

TEXT = LEFT + 140


COLUMN = HeadColumn(TEXT - LEFT, 400.0, STEP, frozenset({(10.0, True, False, "")}))


def _known(*pages: Sequence[Line]) -> tuple[HeadColumn, ...]:
    """What tells of heads on pages without columns."""
    return heads_at_sides([(lines, ()) for lines in pages])


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
    known = _known(lines)

    runs = text_runs(lines, [], replace(MEASURES, gutters=(), side_heads=known))

    assert [column.offset for column in known] == [TEXT - LEFT]
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

    assert _known(once) == ()
    assert _known(answers) == ()
    assert side_heads(once, ()) == []


def test_statements_beside_the_boxes_of_a_scale_are_no_heads():
    rows = [_row(n, "☐ ☐ ☐ ☐ ☒", head) for n, head in enumerate(["Bättre stöd", "Kortare kö"] * 2)]

    assert _known(rows) == ()


def test_heads_in_the_type_of_the_text_are_cells():
    rows = [beside(set_line("Mål", LEFT, 100 + STEP * n), _row(n, "Alla har någon att tala med.")) for n in range(3)]

    assert _known(rows) == ()


def test_a_head_of_two_lines_is_one():
    rows = [_row(0, "Alla elever har någon att tala med", "Kortsiktiga"), _row(1, "varje dag i veckan.", "mål")]

    (stretch,) = side_heads(rows, [COLUMN])

    assert [[line.text for line in part.lines] for part in stretch.parts] == [
        ["Kortsiktiga", "mål"],
        ["Alla elever har någon att tala med", "varje dag i veckan."],
    ]


def test_labels_in_rows_that_rules_part_are_a_tables():
    lines = _lines()
    known = _known(lines)
    rules = tuple(Box(LEFT, 105 + STEP * n, 500.0, 105.5 + STEP * n) for n in (1, 5))

    runs = text_runs(lines, [], replace(MEASURES, gutters=(), side_heads=known), Drawn(rules=rules))

    assert not any(run.is_one_text for run in runs)


LARGER = 14.0
"""The size of heads on baselines of their own."""


def _block(top: float, head: Sequence[str], texts: Sequence[str], x0: float = LEFT) -> list[Line]:
    """A head of one or more lines in larger type beside a text, from the top."""
    lines = [set_line(text, x0 + 140, top + SIZE + STEP * n) for n, text in enumerate(texts)]
    lines += [set_line(text, x0, top + LARGER + 1.2 * LARGER * n, size=LARGER) for n, text in enumerate(head)]
    return sorted(lines, key=lambda line: line.top)


def _section(top: float, x0: float = LEFT) -> list[Line]:
    return [
        *_block(
            top, ["Kortsiktiga", "mål"], ["Fler barn hittar varje vecka till simhallen i", "byn och lär sig simma."], x0
        ),
        *_block(top + 45, ["Insatser"], ["Badmästaren öppnar tidigare och", "bussen går längs hela sjön."], x0),
        *_block(top + 90, ["Mått"], ["Andel barn som kan simma efter", "sommaren i varje by."], x0),
    ]


def _read(lines: Sequence[Line], measures: Measures) -> list[tuple[str, bool]]:
    return [(" ".join(x.text for x in run.lines), run.is_one_text) for run in text_runs(lines, [], measures)]


def test_heads_in_larger_type_on_baselines_of_their_own_come_before_their_text():
    lines = [*_section(100), full_line("Staden och byn", LEFT, 270)]
    known = _known(lines, _section(100))

    read = _read(lines, replace(MEASURES, gutters=(), side_heads=known))

    assert read[:4] == [
        ("Kortsiktiga mål", True),
        ("Fler barn hittar varje vecka till simhallen i byn och lär sig simma.", False),
        ("Insatser", True),
        ("Badmästaren öppnar tidigare och bussen går längs hela sjön.", False),
    ]
    assert not read[-1][1]
    assert read[-1][0].startswith("Staden och byn")


def test_text_that_goes_on_from_the_page_before_stands_before_the_first_head():
    known = _known(_section(100), _section(100))
    lines = [set_line("och i varje skola längs ån.", TEXT, 90), *_section(100)]

    read = _read(lines, replace(MEASURES, gutters=(), side_heads=known))

    assert read[:2] == [("och i varje skola längs ån.", False), ("Kortsiktiga mål", True)]


def test_one_line_texts_below_each_other_have_a_head_each():
    known = _known(_section(100), _section(100))
    lines = [
        *_block(100, ["Långsiktigt mål"], ["Alla i byn kan simma."]),
        *_block(130, ["Kortsiktigt mål"], ["Fler barn lär sig simma."]),
    ]

    read = _read(lines, replace(MEASURES, gutters=(), side_heads=known))

    assert [text for text, is_head in read if is_head] == ["Långsiktigt mål", "Kortsiktigt mål"]


def test_heads_stand_beside_text_in_each_of_two_columns():
    left, right = _section(100), _section(100, LEFT + 400)
    lines = sorted([*left, *right], key=lambda line: line.top)

    known = heads_at_sides([(lines, (440.0,))])
    read = _read(lines, replace(MEASURES, gutters=(440.0,), side_heads=known))

    assert [text for text, is_head in read if is_head] == ["Kortsiktiga mål", "Insatser", "Mått"] * 2


def test_heads_that_never_come_again_are_known_by_texts_of_several_lines():
    assert _known(_section(100)) != ()


def test_a_head_within_the_first_line_of_its_text_stands_at_no_side():
    rows = []
    for n in range(4):
        y = 100.0 + 40 * n
        rows.append(beside(set_line("Mål", LEFT, y, bold=True), set_line("Fler barn lär sig simma i", LEFT + 22, y)))
        rows.append(set_line("sjön nedanför kyrkan.", LEFT, y + STEP))

    assert _known(rows) == ()


def test_labels_beside_cells_are_a_tables():
    rows = [
        beside(
            set_line(name, LEFT, 100 + STEP * n, bold=True),
            set_line("Fler lär sig simma", TEXT, 100 + STEP * n),
            set_line("Rektor på skolan", TEXT + 150, 100 + STEP * n),
        )
        for n, name in enumerate(["Norr", "Söder", "Öster", "Väster"] * 2)
    ]

    assert _known(rows) == ()


def test_a_heading_in_a_frame_between_heads_at_the_side_parts_them():
    lines = [*_section(100), *_section(300)]
    known = _known(lines)
    frame = grid_of_texts([["Äldre"]], top=260, edges=(LEFT, 500.0))

    runs = text_runs(lines, [frame], replace(MEASURES, gutters=(), side_heads=known))

    assert [run.lines[0].text for run in runs if run.is_one_text] == ["Kortsiktiga", "Insatser", "Mått"] * 2
    assert [at for at, run in enumerate(runs) if run.grids] == [6]


def _plan_rows() -> list[tuple[str, str]]:
    """Heads, each before its text or empty, and the texts' lines, of two areas."""
    area = [
        ("Mål", "Alla barn har någon att tala med."),
        ("Åtgärder:", "Öppna en samtalsmottagning för barn"),
        ("", "och unga vid torget."),
        ("Mått", "Antal besök på mottagningen."),
    ]
    return area * 2


def test_heads_that_end_at_one_edge_are_read_before_their_text():
    lines = []
    for n, (head, text) in enumerate(_plan_rows()):
        y = 100 + STEP * n + 12 * sum(bool(each) for each, _ in _plan_rows()[: n + 1])
        line = set_line(text, TEXT, y)
        lines.append(beside(set_right(head, TEXT - 20, y, bold=True), line) if head else line)

    known = _known(lines)

    assert [(column.place, column.offset) for column in known] == [("set_right", 20)]
    assert [head for head, is_head in _read(lines, replace(MEASURES, gutters=(), side_heads=known)) if is_head] == [
        "Mål",
        "Åtgärder:",
        "Mått",
    ] * 2


def _behind(rows: Sequence[tuple[str, str]]) -> list[Line]:
    lines = []
    for n, (head, text) in enumerate(rows):
        y = 100 + STEP * n + 12 * sum(bool(each) for each, _ in rows[: n + 1])
        line = set_line(text, LEFT, y)
        lines.append(beside(line, set_line(head, 430, y, bold=True)) if head else line)
    return lines


def test_heads_behind_their_text_are_read_before_it():
    lines = _behind(_plan_rows())
    known = _known(lines)

    read = _read(lines, replace(MEASURES, gutters=(), side_heads=known))

    assert [column.place for column in known] == ["behind"]
    assert (
        read
        == [
            ("Mål", True),
            ("Alla barn har någon att tala med.", False),
            ("Åtgärder:", True),
            ("Öppna en samtalsmottagning för barn och unga vid torget.", False),
            ("Mått", True),
            ("Antal besök på mottagningen.", False),
        ]
        * 2
    )


def test_heads_behind_texts_that_never_come_again_or_head_a_column_are_left():
    once, lines = _behind(_plan_rows()[:4]), _behind(_plan_rows())
    texts = [set_line("Text i en spalt", 430, line.bottom + STEP) for line in lines if line.words[-1].bold]

    assert _known(once) == ()
    assert _known(sorted([*lines, *texts], key=lambda line: line.bottom)) == ()


def test_a_head_ends_at_its_colon_though_the_next_word_would_not_have_fitted():
    rows = [_row(0, "Alla i byn kan simma", "Vad vill vi nå:"), _row(1, "Badmästaren öppnar tidigare.", "Åtgärder:")]

    (stretch,) = side_heads([*rows, _row(2, "Bussen går längs sjön.")], [COLUMN])

    assert [part.lines[0].text for part in stretch.parts if part.in_margin] == ["Vad vill vi nå:", "Åtgärder:"]


def test_texts_begin_below_more_white_than_stands_within_any_of_them():
    """Texts of one line each tell of no step within a text: that of two lines does."""
    lines = []
    y = 100.0
    for head, *texts in [
        ("Mål", "Alla i byn kan simma."),
        ("Insatser", "Badmästaren öppnar tidigare på dagen i", "maj varje år."),
    ] * 3:
        for n, text in enumerate(texts):
            y += STEP if n else STEP + 4
            line = set_line(text, TEXT, y)
            lines.append(beside(set_line(head, LEFT, y, bold=True), line) if not n else line)

    assert [column.step for column in _known(lines)] == [STEP]
