"""Labels and answers in a form's grid: over each other or side by side, told by what comes out even."""

from extractors.forms.fields import read_form
from extractors.forms.grid_pairs import grid_pairs
from extractors.forms.question_rows import form_rows
from extractors.forms.wording import likeness
from models.blocks import Cell, Table
from models.place import Place


def grid(*rows: tuple[str, ...], small: frozenset[int] = frozenset(), spanned: bool = False) -> Table:
    """A drawn grid; the texts of the rows in `small` are set in smaller type."""
    places = [
        Place(page=1, x0=70 + 150 * c, top=100 + 20.0 * r, x1=200 + 150 * c, bottom=115 + 20.0 * r)
        for r in range(len(rows))
        for c in range(len(rows[0]))
    ]
    cells = tuple(
        Cell(
            row=r,
            col=c,
            col_span=len(rows[0]) if spanned else 1,
            text=text,
            size=0.0 if not text else 7.0 if r in small else 10.0,
            place=places[r * len(rows[0]) + c],
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if not (spanned and c)
    )
    return Table(
        text="",
        places=(places[0],),
        method="ruled",
        n_rows=len(rows),
        n_cols=len(rows[0]),
        cells=cells,
    )


def pairs(table: Table) -> list[tuple[str, str | None]]:
    return [(row.label, row.answer) for row in form_rows(table) or []]


def test_labels_stand_side_by_side_over_their_answers():
    table = grid(
        ("Sökt belopp", "Personal"),
        ("210 000 kr", "180 000 kr"),
        ("Lokaler", "Summa"),
        ("30 000 kr", "210 000 kr"),
    )

    assert pairs(table) == [
        ("Sökt belopp", "210 000 kr"),
        ("Personal", "180 000 kr"),
        ("Lokaler", "30 000 kr"),
        ("Summa", "210 000 kr"),
    ]


def test_small_labels_over_answers_of_words_with_one_left_empty():
    table = grid(
        ("Verksamhet", "Besöksadress"),
        ("Snickeriet", "Ågatan 3"),
        ("Öppet sedan", "Platser"),
        ("Hösten då huset blev klart", ""),
        ("Ledning", "Personal"),
        ("Kooperativet själv", "Tre handledare"),
        small=frozenset({0, 2, 4}),
    )

    assert pairs(table)[3:] == [("Platser", None), ("Ledning", "Kooperativet själv"), ("Personal", "Tre handledare")]


def test_two_pairs_of_columns_are_labels_with_answers_beside():
    table = grid(("Postnummer:", "123 45", "Ort:", "Ekby"), ("Telefon:", "", "Bankgiro:", "512-9034"))

    assert pairs(table) == [("Postnummer:", "123 45"), ("Ort:", "Ekby"), ("Telefon:", None), ("Bankgiro:", "512-9034")]


def test_questions_over_the_whole_width_stand_over_their_answers():
    table = grid(
        ("Beskriv lokalen", ""),
        ("Ett rum med kök, nära bussen.", ""),
        ("Hur många kom?", ""),
        ("Trettio.", ""),
        spanned=True,
    )

    assert [(f.label, f.value) for f in read_form([table])] == [
        ("Beskriv lokalen", "Ett rum med kök, nära bussen."),
        ("Hur många kom?", "Trettio."),
    ]


def test_cells_that_hold_label_and_answer_stand_among_others():
    place = Place(page=1, x0=70, top=100, x1=300, bottom=120)
    rows = [
        ("Lokal Bygdegården i Ekby", "Lokal", 10.0, 0, 1),
        ("Plats 12", "Plats", 10.0, 1, 1),
        ("Beskriv gruppen", "", 7.0, 0, 2),
        ("Åtta unga vuxna som träffas varje vecka.", "", 10.0, 0, 2),
        ("Hur gick det?", "", 7.0, 0, 2),
        ("Alla kom tillbaka.", "", 10.0, 0, 2),
    ]
    numbers = [0, 0, 1, 2, 3, 4]
    cells = tuple(
        Cell(row=row, col=col, col_span=span, text=words, lead=lead, size=size, place=place)
        for row, (words, lead, size, col, span) in zip(numbers, rows, strict=True)
    )
    table = Table(text="", places=(place,), method="ruled", n_rows=5, n_cols=2, cells=cells)

    assert pairs(table) == [
        ("Lokal", "Bygdegården i Ekby"),
        ("Plats", "12"),
        ("Beskriv gruppen", "Åtta unga vuxna som träffas varje vecka."),
        ("Hur gick det?", "Alla kom tillbaka."),
    ]


def test_a_first_row_that_is_set_as_the_others_heads_nothing():
    rows = [("Första dagen", "2 mars 2024"), ("Sista dagen", "4 juni 2024"), ("Sökt summa", "12 000 kr")]

    def table(first: float) -> Table:
        cells = tuple(
            Cell(
                row=r,
                col=c,
                text=words,
                size=8 if c == 0 else first if r == 0 else 10,
                role="header" if r == 0 else "label" if c == 0 else "body",
                place=Place(page=1, x0=70 + 100 * c, top=100 + 20 * r, x1=160 + 100 * c, bottom=115 + 20 * r),
            )
            for r, row in enumerate(rows)
            for c, words in enumerate(row)
        )
        return Table(text="", places=(cells[0].place,), method="unruled", n_rows=3, n_cols=2, cells=cells)

    assert pairs(table(10)) == rows
    assert pairs(table(8)) == []


def test_tables_of_figures_and_of_plans_are_no_form():
    figures = grid(("Ort", "2023", "2024"), ("Ekby", "12", "14"), ("Granvik", "3", "5"), ("Summa", "15", "19"))
    plan = grid(("Mål", "Aktivitet", "Ansvarig"), ("Fler orkar.", "Vi startar en kurs.", "Enheten"))
    head = grid(("Mål", "Aktivitet"), ("Fler orkar.", "Vi startar en kurs."), small=frozenset({0}))

    assert [grid_pairs(table) for table in (figures, plan, head)] == [None, None, None]


def test_words_sound_like_labels_or_like_answers():
    labels = ["Hur många kom?", "Beskriv lokalen", "Ledning:", "3. Lokal"]
    answers = ["12 400 kr", "2024-03-01", "☒ Ja", "Vi har haft öppet varje dag.", "–"]

    assert all(likeness(text) > 0.5 for text in labels)
    assert all(likeness(text) <= -1 for text in answers)
