"""Lines of a table's cell that end by choice, and what the cells of a plan's table state."""

import pytest

from extractors.pages.geometry import Box
from extractors.plans.cell_statements import statements_in
from extractors.tables.cell_paragraphs import joined_paragraphs, paragraphs_of, usual_step
from extractors.tables.cell_parts import parts_of, possible_parts_of, text_edges
from extractors.tables.ruled_tables import DraftCell
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import set_line, set_lines
from tests.table_builders import table

NOTHING_KNOWN = Vocabulary()


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["Starta en grupp", "Öppna en chatt"], ("Starta en grupp", "Öppna en chatt")),
        (["Starta en grupp för föräldrar till", "Umeås barn", "Öppna en chatt"], ()),
        (["Starta en grupp för", "Öppna dörren"], ()),
        (["Starta en grupp", "för föräldrar"], ()),
        (["Starta en grupp, Öppna,", "Chatta"], ()),
        (["Starta en grupp"], ()),
    ],
)
def test_a_cell_is_parted_where_a_line_ends_by_choice_before_what_begins_anew(lines, parts):
    right = 70.0 + 5.0 * (36 if len(lines) > 2 else 40)

    found = parts_of(set_lines(lines), right, NOTHING_KNOWN)

    assert found == (parts or ((" ".join(lines[:2]), lines[2]) if len(lines) > 2 else ()))


def test_a_cell_may_be_parted_where_a_line_begins_with_a_capital_though_the_one_above_had_to_end():
    lines = ["Starta en grupp för föräldrar till", "Umeås barn", "och unga", "Öppna en chatt"]

    assert possible_parts_of(set_lines(lines), NOTHING_KNOWN) == (
        "Starta en grupp för föräldrar till Umeås barn och unga",
        "Öppna en chatt",
    )
    assert possible_parts_of(set_lines(lines[:3]), NOTHING_KNOWN) == ()


@pytest.mark.parametrize(
    ("parts", "stated"),
    [
        (("Utbilda chefer i samtal", "Öppna en mottagning"), ("Utbilda chefer i samtal", "Öppna en mottagning")),
        (
            ("Utbilda chefer i", "Västra Lund", "Öppna en mottagning"),
            ("Utbilda chefer i Västra Lund", "Öppna en mottagning"),
        ),
        (("Boendestöd på distans", "Erbjuda stöd via video"), ("Boendestöd på distans Erbjuda stöd via video",)),
        (("Utbilda chefer i samtal", "Västra Lund"), ("Utbilda chefer i samtal Västra Lund",)),
    ],
)
def test_acts_that_lines_begin_with_are_one_activity_each(parts, stated):
    (cell,) = table([[" ".join(parts)]], headers=0).cells

    assert statements_in(cell.model_copy(update={"possible_parts": parts}), "activity") == stated


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("Vuxna ska trivas på arbetet.", "Sjukskrivna ska komma tillbaka i tid."), "goal"),
        (("Andel barn som trivs", "Antal besök på mottagningen"), "indicator"),
    ],
)
def test_lines_that_all_read_as_goals_or_indicators_are_one_each(parts, kind):
    (cell,) = table([[" ".join(parts)]], headers=0).cells

    assert statements_in(cell.model_copy(update={"parts": parts}), kind) == parts


@pytest.mark.parametrize(
    ("paragraphs", "apart"),
    [
        (("Eleverna har nära till samtal.", "Elevhälsan arbetar mer förebyggande."), True),
        (("Nära samtal", "Eleverna har någon att tala med."), False),
        (("Fler unga mår bra.", "Ansvarig: Socialnämnden."), False),
        (("Eleverna ska trivas i skolan.", "Under 2021 uppgav 62 procent av eleverna att de trivdes."), False),
        (("Eleverna trivs.", "Samverkan."), False),
    ],
    ids=["states", "name", "label", "reason", "word"],
)
def test_paragraphs_of_a_cell_are_one_each_but_where_one_tells_of_another(paragraphs, apart):
    (cell,) = table([[" ".join(paragraphs)]], headers=0).cells

    stated = statements_in(cell.model_copy(update={"paragraphs": paragraphs}), "goal")

    assert stated == (paragraphs if apart else (" ".join(paragraphs),))


def test_white_parts_the_paragraphs_of_a_cell():
    texts = ["Starta en grupp för", "föräldrar", "Öppna en chatt", "för unga", "Ekby"]
    bottoms = [100.0, 113.0, 130.0, 143.0, 160.0]
    lines = tuple(set_line(text, 70, bottom) for text, bottom in zip(texts, bottoms, strict=True))
    cell = DraftCell(0, 0, 1, 1, Box(70, 90, 200, 170), lines)

    assert usual_step([cell]) == pytest.approx(1.3)
    assert paragraphs_of(lines, 1.3, NOTHING_KNOWN) == (
        "Starta en grupp för föräldrar",
        "Öppna en chatt för unga",
        "Ekby",
    )
    assert paragraphs_of(lines[:4], 1.7, NOTHING_KNOWN) == ()
    assert usual_step([]) == float("inf")


@pytest.mark.parametrize(
    ("above", "rest", "joined"),
    [
        (("Öppna en chatt", "Starta en grupp"), ("för unga",), ("Öppna en chatt", "Starta en grupp för unga")),
        (
            ("Öppna en chatt",),
            ("Starta en grupp", "Köpa en buss"),
            ("Öppna en chatt", "Starta en grupp", "Köpa en buss"),
        ),
        (("Öppna en chatt",), ("Starta en grupp",), ()),
    ],
)
def test_paragraphs_go_on_overleaf(above, rest, joined):
    assert joined_paragraphs(above, rest, NOTHING_KNOWN) == joined


@pytest.mark.parametrize(("drawn", "right"), [(True, 195.0), (False, 145.0)])
def test_text_runs_as_far_as_its_widest_line_or_near_the_edge_that_is_drawn(drawn, right):
    cells = [
        DraftCell(0, 0, 1, 1, Box(70, 100, 200, 120), (set_line("Mål", 75, 115),)),
        DraftCell(1, 0, 1, 1, Box(70, 120, 200, 140), (set_line("Fler har hjälp", 75, 135),)),
    ]

    assert text_edges(cells, drawn=drawn) == {0: right}


def test_text_in_a_cell_over_all_columns_runs_to_the_edge_of_the_last():
    cells = [
        DraftCell(0, 0, 1, 1, Box(70, 100, 200, 120), (set_line("Form", 75, 115),)),
        DraftCell(0, 1, 1, 1, Box(200, 100, 400, 120), (set_line("Egen regi", 205, 115),)),
        DraftCell(1, 0, 1, 2, Box(70, 120, 400, 140), (set_line("Beskriv hur arbetet leds i länet", 75, 135),)),
    ]

    assert text_edges(cells, drawn=True)[1] == 395.0


@pytest.mark.parametrize(
    ("kind", "parts", "stated"),
    [
        ("activity", ("Utbilda chefer i samtal", "Öppna en mottagning"), 2),
        ("activity", ("Boendestöd på distans", "Erbjuda stöd via video"), 1),
        ("activity", ("Skolan", "Elevhälsan"), 1),
        ("goal", ("Ökad trygghet i skolan", "Fler unga mår bra"), 2),
        ("indicator", ("Antal besök", "Antal samtal per vecka"), 2),
    ],
)
def test_parts_that_are_alike_are_one_statement_each(kind, parts, stated):
    (cell,) = table([[" ".join(parts)]], headers=0).cells

    found = statements_in(cell.model_copy(update={"parts": parts}), kind)

    assert found == (parts if stated == 2 else (" ".join(parts),))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Utse en samordnare i varje arbetslag. Träffa mottagningen en gång i månaden.", 2),
        ("Utse en samordnare i varje arbetslag. Det sker under våren.", 1),
    ],
)
def test_sentences_that_are_all_acts_are_one_activity_each(text, stated):
    (cell,) = table([[text]], headers=0).cells

    assert len(statements_in(cell, "activity")) == stated


@pytest.mark.parametrize(("text", "stated"), [("– Öppna en jour", "Öppna en jour"), ("-5 procent", "-5 procent")])
def test_the_mark_of_a_lone_item_is_none_of_its_words(text, stated):
    (cell,) = table([[text]], headers=0).cells

    assert statements_in(cell, "activity") == (stated,)
