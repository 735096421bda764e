"""Forms whose labels stand right above or beside their answers, among questions with boxes and instructions."""

from extractors.forms.fields import read_form
from models.blocks import Block, Cell, Heading, Paragraph, Table
from models.place import Place


def at(top: float, x0: float = 70, page: int = 1) -> tuple[Place, ...]:
    return (Place(page=page, x0=x0, top=top, x1=x0 + 120, bottom=top + 12),)


def bold(text: str, top: float) -> Heading:
    return Heading(text=text, places=at(top), level=4, size=10, bold=True)


def plain(text: str, top: float, x0: float = 70, *, size: float = 10, framed: bool = False, page: int = 1) -> Paragraph:
    return Paragraph(text=text, places=at(top, x0, page), size=size, framed=framed)


def said(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in read_form(blocks)]


BOXED: tuple[Block, ...] = (
    bold("1. Vad gick bra?", 500),
    plain("Mycket.", 520, 75, framed=True),
    bold("2. Vad gick illa?", 560),
    plain("Inget.", 580, 75, framed=True),
)
IN_BOXES = [("1", "Vad gick bra?", "Mycket."), ("2", "Vad gick illa?", "Inget.")]


def stacked(*pairs: tuple[str, str], begin: float = 100) -> list[Block]:
    """Labels 30 points apart, each with its answer on the next line, in one type."""
    return [
        plain(text, begin + 30 * n + below, size=10)
        for n, pair in enumerate(pairs)
        for text, below in zip(pair, (0, 14), strict=True)
    ]


def test_labels_right_above_plain_answers_in_a_form_whose_questions_have_boxes():
    labels = stacked(("Organisationsnummer:", "212000-2882"), ("Märkning:", "BK 7"), ("Postort:", "By"))

    assert said(*labels, *BOXED) == [
        (None, "Organisationsnummer", "212000-2882"),
        (None, "Märkning", "BK 7"),
        (None, "Postort", "By"),
        *IN_BOXES,
    ]


def test_a_stacked_label_without_its_answer_is_no_answer_to_the_one_above():
    labels = stacked(("Organisationsnummer:", "212000-2882"), ("Märkning:", "BK 7"), ("Postort:", "By"))

    assert said(*labels, plain("Fakturaväxel:", 190), *BOXED)[2:4] == [
        (None, "Postort", "By"),
        (None, "Fakturaväxel", None),
    ]


def test_what_stands_below_a_stacked_answer_with_white_between_is_no_answer():
    labels = stacked(("Organisationsnummer:", "212000-2882"), ("Märkning:", "BK 7"), ("Postort:", "By"))

    assert said(*labels, plain("Ett kvitto skickas per brev.", 210), *BOXED)[2] == (None, "Postort", "By")


def test_the_answer_to_a_stacked_label_at_the_foot_of_a_page_stands_on_the_next():
    labels = stacked(("Postnummer:", "123 45"), ("Märkning:", "BK 7"), ("Ort:", "By"), begin=600)
    later = [block.model_copy(update={"places": at(block.place.top, block.place.x0, page=2)}) for block in BOXED]

    last = plain("Faktureringsadress:", 780), plain("Fack 12", 60, page=2)

    assert said(*labels, *last, *later)[3:] == [(None, "Faktureringsadress", "Fack 12"), *IN_BOXES]


def test_lines_that_end_in_a_colon_over_prose_are_no_labels_where_none_asks():
    prose = stacked(("Bakgrund:", "Länet har vuxit."), ("Syfte:", "Kortare väg till stöd."), ("Metod:", "Samtal."))

    assert said(*prose, *BOXED) == IN_BOXES


def test_a_framed_answer_that_begins_a_little_above_its_label_stands_beside_it():
    rows = [("Organisationsnummer:", "212000-2882"), ("Märkning:", "BK 7"), ("Postort:", "By")]
    blocks = [
        block
        for n, (label, answer) in enumerate(rows)
        for block in (plain(answer, 99.5 + 24 * n, 260, framed=True), plain(label, 100 + 24 * n))
    ]

    assert said(*blocks) == [(None, label.rstrip(":"), answer) for label, answer in rows]


def test_sums_behind_their_labels_with_the_parts_below():
    lines = "1. Erhållet stöd 900 (Kr)", "2. Kostnader (löner): 900 (Kr)", "Kuratorer 700 (Kr)", "Ledning 200 (Kr)"

    assert said(*(plain(text, 100 + 20 * n) for n, text in enumerate(lines))) == [
        ("1", "Erhållet stöd", "900 (Kr)"),
        ("2", "Kostnader (löner)", "900 (Kr)"),
        ("2", "Kuratorer", "700 (Kr)"),
        ("2", "Ledning", "200 (Kr)"),
    ]


def table(top: float) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=text, role="header" if r == 0 else "body", place=at(top + 14 * r, 70 + 100 * c)[0])
        for r, row in enumerate([["Tjänst", "Kvinnor", "Män"], ["Kurator", "2", "0"]])
        for c, text in enumerate(row)
    )
    return Table(text="", places=at(top), method="ruled", n_rows=2, n_cols=3, cells=cells)


def test_instructions_before_a_table_are_no_answer():
    hints = plain("Ange antal per yrke.", 120, size=8.5), plain("En vikarie räknas inte.", 134, size=8.5)
    free = plain("Arbetet har fortgått som planerat under hela året.", 280)

    assert said(bold("1. Hur många har anställts?", 100), *hints, table(160), bold("2. Hur gick det?", 260), free) == [
        ("2", "Hur gick det?", "Arbetet har fortgått som planerat under hela året."),
    ]


def test_an_answer_between_instruction_and_table_is_kept():
    lines = plain("Ange kort.", 120), plain("Två kuratorer har anställts.", 134)

    assert said(bold("1. Vilka har anställts?", 100), *lines, table(160)) == [
        ("1", "Vilka har anställts?", "Två kuratorer har anställts."),
    ]


def test_a_sum_that_the_label_repeats_is_the_answer_though_a_table_follows():
    asked = bold("1. Erhållet stöd: (12 000 kr)", 100), table(120)

    assert said(*asked) == [("1", "Erhållet stöd", "12 000 kr")]


def test_an_answer_of_several_lines_goes_on_over_the_page():
    asked = bold("1. Vad gick bra?", 700)
    lines = plain("Samtalen.", 720), plain("Mötena.", 60, page=2), plain("Resorna.", 80, page=2)

    assert said(asked, *lines)[0] == ("1", "Vad gick bra?", "Samtalen. Mötena. Resorna.")
