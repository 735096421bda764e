"""Lines to blocks on one page: list items, paragraphs that go on or end, headings, captions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.geometry import Box
from extractors.text.draft_block import Draft
from extractors.text.flow import flow
from extractors.text.lines import Line
from extractors.text.markers import marker_of
from extractors.text.measures import measure
from tests.layout_builders import LEFT, MEASURES, SIZE, STEP, beside, full_line, set_line, set_lines


def texts(drafts: list[Draft]) -> list[str]:
    return [" ".join(draft.text_lines).strip() for draft in drafts]


def under(*lines: Line, step: float = STEP) -> list[Line]:
    """The lines one under the other, keeping each one's own left edge and type."""
    first = lines[0].bottom
    return [shifted(line, first + i * step - line.bottom) for i, line in enumerate(lines)]


def replace_weight(line: Line, *, bold: bool) -> Line:
    return Line(tuple(replace(w, bold=bold) for w in line.words))


def shifted(line: Line, down: float) -> Line:
    return Line(tuple(replace(w, top=w.top + down, bottom=w.bottom + down) for w in line.words))


@pytest.mark.parametrize(
    "marker",
    [
        "•",
        "-",
        "–",
        "▪",
        "➢",
        "✓",
        "☐",
        "☒",
        "❖",
        "⁃",
        "↳",
        "»",
        "o",
        "*",
        "·",
        "\uf0b7",
        "\uf0a7",
        "->",
        "1.",
        "1)",
        "(2)",
        "(b)",
        "3.2.",
        "a)",
        "ii)",
        "(iv)",
    ],
)
def test_a_line_begins_with_its_marker(marker):
    assert marker_of(set_line(f"{marker} Utbilda elevhälsan")) == marker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Utbilda elevhälsan", id="word"),
        pytest.param("2018 börjar arbetet", id="year"),
        pytest.param("-5 procent", id="negative-number"),
        pytest.param("•", id="bullet-alone"),
        pytest.param("t.ex. skolor", id="abbreviation"),
        pytest.param("123. Kapitel", id="three-digits"),
    ],
)
def test_a_line_without_marker(text):
    assert marker_of(set_line(text)) is None


def test_list_items_begin_at_each_marker_and_lose_it():
    drafts = flow(set_lines(["\uf0b7 Öka kunskapen", "\uf0b7 Korta väntetiden", "• Fler platser"]), MEASURES)

    assert [d.marker for d in drafts] == ["\uf0b7", "\uf0b7", "•"]
    assert texts(drafts) == ["Öka kunskapen", "Korta väntetiden", "Fler platser"]


def test_a_list_item_goes_on_in_hanging_lines():
    first = full_line("• Utbilda")
    drafts = flow(under(first, set_line("i tidiga samtal.", LEFT + 10), set_line("• Nästa", LEFT)), MEASURES)

    assert texts(drafts) == [f"{first.text[2:]} i tidiga samtal.", "Nästa"]


@pytest.mark.parametrize(("code", "blocks"), [("3.2.1", 1), ("A2.4", 1), ("Öppna", 2)])
def test_a_text_goes_on_where_it_begins_behind_its_code(code, blocks):
    first = beside(set_line(code), full_line("Utbilda"))
    below = set_line("senast 2026. (Omsorgsnämnden)", first.words[1].x0 + SIZE / 2)

    assert len(flow(under(first, below), MEASURES)) == blocks


def test_a_list_item_goes_on_without_hanging_where_its_line_was_full_and_the_next_is_lowercase():
    drafts = flow(under(full_line("• Utbilda"), set_line("skolan mer.")), MEASURES)

    assert len(drafts) == 1


@pytest.mark.parametrize(("ending", "blocks"), [("ord", 1), ("slut.", 2)])
def test_a_capital_goes_on_with_a_full_list_item_only_where_its_sentence_is_open(ending, blocks):
    full = full_line("• Samverka")
    first = Line((*full.words[:-1], *set_line(ending.rjust(6, "x"), 490).words))

    assert len(flow(under(first, set_line("Granvik och Ekfors")), MEASURES)) == blocks


def test_a_capital_left_of_the_marker_is_of_the_text_below_the_list():
    item = set_line("• Ha minst två medarbetare som " + "x" * 40, LEFT + 20)
    full = Line((*item.words, *set_line("kurs", 490).words))

    drafts = flow(under(full, set_line("Bildningsförvaltningen ska")), MEASURES)

    assert [draft.marker for draft in drafts] == ["•", None]


def test_a_paragraph_after_a_list_item_is_its_own():
    drafts = flow(under(set_line("• Kort punkt"), set_line("Därefter ett stycke.")), MEASURES)

    assert [d.marker for d in drafts] == ["•", None]


def test_a_dash_that_goes_on_a_span_of_years_is_no_bullet():
    years = beside(Line(full_line().words[:-1]), set_line("2018", 500))

    drafts = flow(under(years, set_line("– 2020 i länet")), MEASURES)

    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("above", "x0", "text", "n_items"),
    [
        pytest.param(full_line("• Kurser"), LEFT + 10, "– en dag i veckan – för alla", 1, id="goes-on"),
        pytest.param(set_line("• Kurser för"), LEFT + 10, "– föräldrar", 2, id="room-on-the-line-above"),
        pytest.param(full_line("• Kurser"), LEFT + 10, "– Stöd till föräldrar", 2, id="a-sentence-begins"),
        pytest.param(full_line("– Kurser"), LEFT, "– stöd till föräldrar", 2, id="at-the-bullets"),
        pytest.param(full_line("• Kurser"), LEFT + 30, "– stöd till föräldrar", 2, id="farther-in"),
    ],
)
def test_a_dash_where_an_items_text_begins_goes_on_a_full_line(above, x0, text, n_items):
    assert len(flow(under(above, set_line(text, x0)), MEASURES)) == n_items


def test_a_dash_below_an_items_second_line_goes_on_where_that_begins():
    lines = under(full_line("•  Kurser"), full_line("som", LEFT + 8), set_line("– för alla", LEFT + 8))

    assert len(flow(lines, MEASURES)) == 1


def test_a_full_line_goes_on_and_a_short_one_ends_its_paragraph():
    lines = under(full_line("Länet"), set_line("Samverkan sker."), set_line("Kommunerna deltar."))

    assert [len(d.lines) for d in flow(lines, MEASURES)] == [2, 1]


@pytest.mark.parametrize(
    ("above", "below", "blocks"),
    [
        pytest.param("En kort rad som", "fortsätter här", 1, id="lowercase"),
        pytest.param("En kort rad som kostar", "120 000 kronor", 1, id="number"),
        pytest.param("En kort rad.", "fortsätter inte", 2, id="lowercase-after-a-full-stop"),
        pytest.param("Kommunerna:", "alla sju", 2, id="lowercase-after-a-colon"),
        pytest.param("En kort rad", "Ny mening", 2, id="capital"),
        pytest.param("En kort rad", "2018-2020", 2, id="years-alone"),
        pytest.param("En kort rad", "2019:", 2, id="a-year-head"),
        pytest.param("Plan 2016–", "2018", 1, id="the-last-year-of-a-period"),
    ],
)
def test_a_short_line_goes_on_only_where_the_next_cannot_begin_anew(above, below, blocks):
    assert len(flow(set_lines([above, below]), MEASURES)) == blocks


@pytest.mark.parametrize(
    ("below", "step"),
    [
        pytest.param(set_line("följande text"), 2 * STEP, id="white-between"),
        pytest.param(set_line("följande text", size=8), STEP, id="smaller-type"),
        pytest.param(set_line("följande text", LEFT + 20), STEP, id="indented"),
    ],
)
def test_a_full_line_does_not_go_on_over_white_type_or_indent(below, step):
    assert len(flow(under(full_line(), below, step=step), MEASURES)) == 2


def test_a_paragraph_may_run_on_from_bold_into_plain_type():
    drafts = flow(under(full_line("Fet", bold=True), full_line("sedan"), set_line("slut.")), MEASURES)

    assert len(drafts) == 1


@pytest.mark.parametrize("label_is_bold", [True, False])
@pytest.mark.parametrize("figure", ["262 006 kronor", "-157 204 kronor", "(12 000 kr)"])
def test_a_figure_in_another_weight_than_the_line_above_is_no_part_of_it(figure, label_is_bold):
    label, answer = full_line("Förbrukat", bold=label_is_bold), set_line(figure, bold=not label_is_bold)
    assert len(flow(under(label, answer), MEASURES)) == 2
    in_one_weight = replace_weight(answer, bold=label_is_bold)
    assert len(flow(under(label, in_one_weight), MEASURES)) == 1


def test_a_bold_line_of_its_own_does_not_run_on_into_plain_type():
    drafts = flow(under(set_line("Långsiktigt mål", bold=True), set_line("att fler får stöd")), MEASURES)

    assert [d.heading for d in drafts] == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(set_line("Inledning", size=14), id="large"),
        pytest.param(set_line("Långsiktigt mål", bold=True), id="bold"),
        pytest.param(set_line("AKTIVITETER"), id="uppercase"),
        pytest.param(set_line("2018 – 2020", bold=True), id="years"),
        pytest.param(set_line("3.1 Barn och unga", size=13), id="numbered"),
    ],
)
def test_a_heading_by_its_type(line):
    (draft,) = flow([line], MEASURES)

    assert draft.heading
    assert draft.marker is None
    assert texts([draft]) == [line.text]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(set_line("Vanlig text"), id="body"),
        pytest.param(set_line("ABC"), id="short-uppercase"),
        pytest.param(set_line("Fet men liten", bold=True, size=8), id="small-bold"),
        pytest.param(set_line("• Fet punkt", bold=True), id="bold-bullet"),
        pytest.param(set_line("***", size=20), id="ornament"),
        pytest.param(set_line("12", size=20), id="large-number"),
        pytest.param(set_line("SN2020:548"), id="uppercase-code"),
    ],
)
def test_no_heading(line):
    (draft,) = flow([line], MEASURES)

    assert not draft.heading


def test_a_numbered_bold_line_is_a_heading_that_keeps_its_number():
    (draft,) = flow([set_line("1. Bakgrund", bold=True)], MEASURES)

    assert (draft.heading, draft.marker, texts([draft])) == (True, None, ["1. Bakgrund"])


def test_a_dash_before_a_title_is_an_ornament():
    (draft,) = flow([set_line("– länets plan", size=16)], MEASURES)

    assert (draft.heading, draft.ornament, texts([draft])) == (True, "–", ["länets plan"])


@pytest.mark.parametrize(("size", "bold", "heading"), [(16, True, True), (16, False, False), (11, True, False)])
def test_a_box_before_large_type_in_bold_is_an_ornament_and_else_an_options(size, bold, heading):
    (draft,) = flow([set_line("☐ Trygg vardag", size=size, bold=bold)], MEASURES)

    assert (draft.heading, draft.ornament) == (heading, "☐" if heading else None)


def test_a_title_may_run_over_many_lines():
    words = ["Redovisning av", "bidrag för att", "stärka stödet", "för barn och", "unga i Granvik"]
    (draft,) = flow([set_line(text, bottom=100.0 + 26 * n, size=22) for n, text in enumerate(words)], MEASURES)

    assert (draft.heading, len(draft.lines)) == (True, len(words))


def test_a_heading_over_two_lines_is_one():
    lines = under(set_line("Handlingsplan för psykisk", size=18), set_line("hälsa i länet", size=18), step=26)

    drafts = flow(lines, MEASURES)

    assert [(d.heading, len(d.lines)) for d in drafts] == [(True, 2)]


def test_much_large_text_is_a_paragraph():
    lines = [set_line("stor text som bara fortsätter", bottom=100 + i * 15, size=12) for i in range(8)]

    (draft,) = flow(lines, MEASURES)

    assert not draft.heading


def styled(line: Line, *, color: str = "black", italic: bool = False) -> Line:
    return Line(tuple(replace(w, color=color, italic=italic) for w in line.words))


COLOURED = replace(MEASURES, color="black")
BODY = styled(full_line("Länet"))


def over_text(head: Line, *, above: float = 2 * STEP, below: float = STEP) -> list[bool]:
    """Which blocks are headings where the line stands between two paragraphs, so many points from each."""
    first = styled(set_line("Länet växer."))
    line = shifted(head, first.bottom + above - head.bottom)
    after = shifted(BODY, line.bottom + below - BODY.bottom)
    return [draft.heading for draft in flow([first, line, after], COLOURED)]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(styled(set_line("Barn och unga"), color="blue"), id="colour"),
        pytest.param(styled(set_line("Barn och unga"), italic=True), id="italics"),
        pytest.param(styled(set_line("Barn och unga", size=11)), id="small-step"),
        pytest.param(styled(set_line("2018 i länet"), color="blue"), id="begins-with-a-number"),
    ],
)
def test_a_short_line_that_stands_out_with_air_above_is_a_heading(head):
    assert over_text(head) == [False, True, False]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(styled(set_line("Barn och unga")), id="plain"),
        pytest.param(styled(set_line("Barn och unga får stöd."), color="blue"), id="sentence"),
        pytest.param(styled(set_line("barn och unga"), color="blue"), id="lowercase"),
        pytest.param(styled(set_line("Läs mer på www.kommun.example"), color="blue"), id="address"),
        pytest.param(styled(set_line("Barn och unga", size=9), color="blue"), id="small-type"),
        pytest.param(styled(set_line("• Barn och unga"), color="blue"), id="list-item"),
    ],
)
def test_a_line_that_does_not_stand_out_or_is_no_title_is_no_heading(head):
    assert not any(over_text(head))


def test_the_colour_of_running_text_is_that_of_most_lines():
    lines = [styled(set_line("Barn och unga i hela länet", bottom=87), color="blue"), BODY, shifted(BODY, STEP)]

    assert measure(lines, 595, 10).color == "black"


@pytest.mark.parametrize(
    ("above", "below"), [pytest.param(STEP, STEP, id="no-air"), pytest.param(2 * STEP, 3 * STEP, id="more-air-below")]
)
def test_a_coloured_line_without_air_above_it_is_no_heading(above, below):
    assert not any(over_text(styled(set_line("Barn och unga"), color="blue"), above=above, below=below))


def test_a_coloured_line_heads_nothing_where_nothing_or_larger_type_follows():
    head = styled(set_line("Barn och unga"), color="blue")
    larger = styled(set_line("Länet växer", bottom=113, size=11))

    assert not any(d.heading for d in flow([head], COLOURED))
    assert not flow([head, larger], COLOURED)[0].heading


def test_italics_over_italics_and_colour_in_a_frame_do_not_stand_out():
    quoted = [styled(set_line("Barn och unga"), italic=True), styled(full_line("Vi", bottom=113), italic=True)]
    framed = [styled(set_line("Barn och unga"), color="blue"), styled(full_line("Vi", bottom=113))]

    assert not any(d.heading for d in flow(quoted, COLOURED))
    assert not any(d.heading for d in flow(framed, COLOURED, frame=Box(66, 100, 500, 200)))


@pytest.mark.parametrize(
    ("text", "caption"), [("Tabell 2. Medel per kommun", True), ("Bild 1: Länet", True), ("Tabellen visar", False)]
)
def test_a_caption_is_told_by_its_first_words(text, caption):
    (draft,) = flow([set_line(text)], MEASURES)

    assert draft.caption is caption


def test_a_frames_text_says_so():
    assert [d.framed for d in flow([set_line("I en ruta.")], MEASURES, frame=Box(66, 100, 500, 200))] == [True]


@given(
    st.lists(
        st.tuples(
            st.text("abcåäöABC.:•-1 ", min_size=1, max_size=60).filter(lambda t: bool(t.strip())),
            st.sampled_from([LEFT, LEFT + 12, LEFT + 40]),
            st.sampled_from([STEP, 2 * STEP]),
            st.sampled_from([10.0, 14.0]),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_every_line_stands_in_exactly_one_block_in_order(spec):
    lines: list[Line] = []
    bottom = 100.0
    for text, x0, step, size, bold in spec:
        bottom += step
        lines.append(set_line(text.strip(), x0, bottom, size=size, bold=bold))

    drafts = flow(lines, MEASURES)

    assert [line for draft in drafts for line in draft.lines] == lines


@pytest.mark.parametrize("bold", [True, False])
def test_a_line_that_opens_with_a_label_begins_a_block(bold):
    first = full_line("Långsiktigt mål: Alla")
    second = set_line("Kortsiktigt mål:", bottom=113.0, bold=bold)
    rest = set_line("Fler får svar", x0=second.x1 + SIZE / 2, bottom=113.0)

    assert len(flow([first, beside(second, rest)], MEASURES)) == 2


def test_a_numbered_activity_in_bold_begins_a_block():
    first = full_line("Aktiviteten pågår hela året och")
    label = set_line("Aktivitet 3.", bottom=113.0, bold=True)
    rest = set_line("Öppna en mottagning", x0=label.x1 + SIZE / 2, bottom=113.0)

    assert len(flow([first, beside(label, rest)], MEASURES)) == 2


def test_a_colon_within_a_sentence_that_runs_on_begins_no_block():
    first = full_line("Under våren ordnas kurser i fyra ämnen av")
    second = set_line("Regionen och kommunen: sorg, sömn, stress och oro", bottom=113.0)

    assert len(flow([first, second], MEASURES)) == 1


def colored(line: Line, color: str, *, italic: bool = False) -> Line:
    return Line(tuple(replace(w, color=color, italic=italic) for w in line.words))


@pytest.mark.parametrize(
    ("second", "parted"),
    [
        pytest.param(colored(full_line("Under året"), "0 0 0"), True, id="text-below-a-heading"),
        pytest.param(colored(full_line("under året"), "0 0 0"), False, id="the-sentence-goes-on"),
        pytest.param(colored(full_line("Se www.granvik.se/plan"), "0 0 0"), False, id="an-address"),
        pytest.param(colored(full_line("Under året"), "47 84 150"), False, id="the-same-colour"),
        pytest.param(
            Line((*full_line("Under").words[:3], *colored(full_line("Under"), "9 9 9").words[3:])),
            False,
            id="two-colours",
        ),
    ],
)
def test_a_line_in_another_colour_than_the_full_line_above_begins_a_block(second, parted):
    lines = under(colored(full_line("Stöd till alla"), "47 84 150"), second)

    assert len(flow(lines, MEASURES)) == (2 if parted else 1)


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Handlingsplaner | Kunskap", False),
        ("Handlingsplaner   Kunskap", False),
        ("Handlingsplaner Kunskap", True),
        ("3.1   Kunskap", True),
        ("Handlingsplaner för våra kommuner   Kunskap", True),
    ],
)
def test_tags_side_by_side_head_nothing(text, is_heading):
    (draft,) = flow([set_line(text, bold=True)], MEASURES)

    assert draft.heading is is_heading


@pytest.mark.parametrize(("text_size", "is_heading"), [(10.0, True), (12.0, False)])
def test_type_of_the_documents_own_size_is_no_heading_on_a_page_of_smaller_cells(text_size, is_heading):
    (draft,) = flow([set_line("plan för alla", size=12.0)], replace(MEASURES, text_size=text_size))

    assert draft.heading is is_heading


@pytest.mark.parametrize(
    ("lead", "below", "blocks"),
    [
        ("Insatser", "• Starta en grupp", 3),
        ("Aktiviteter:", "• Starta en grupp", 3),
        ("Insatser", "Vi startar en grupp", 2),
        ("insatser", "• Starta en grupp", 2),
        ("Klart.", "• Starta en grupp", 2),
        ("Det är fyra olika insatser", "• Starta en grupp", 2),
    ],
)
def test_words_that_announce_a_list_stand_by_themselves(lead, below, blocks):
    full = set_line(f"{'Ord ' * 20}slut.")

    drafts = flow(under(full, set_line(lead), set_line(below)), replace(MEASURES, right=full.x1))

    assert len(drafts) == blocks


def test_a_number_that_ends_a_sentence_on_the_next_line_is_no_items():
    lines = [full_line("Antalet deltagare blev fler än de"), set_line("50. Alla kom dock inte varje gång.")]

    assert len(flow(under(*lines), MEASURES)) == 1


@pytest.mark.parametrize("before", ["49. Förra punkten", "Så här många var vi:"])
def test_a_number_that_goes_on_a_list_or_stands_below_a_colon_is_an_items(before):
    drafts = flow(under(set_line(before), set_line("50. Alla kom dock inte varje gång.")), MEASURES)

    assert [draft.marker for draft in drafts][-1] == "50."


def test_a_label_in_italics_ends_where_upright_type_begins():
    label = Line(tuple(replace(w, italic=True) for w in full_line("Beskriv lokalen").words))

    assert len(flow(under(label, set_line("Ett rum med kök.")), MEASURES)) == 2


def test_the_type_of_an_item_is_that_of_its_words():
    number, words = set_line("4.").words, replace_weight(set_line("Mål", LEFT + 20), bold=True).words
    (draft,) = flow([Line((*number, *words))], MEASURES)

    assert (draft.bold, draft.without_marker.bold) == (False, True)


@pytest.mark.parametrize("ending", ["?", " *"])
def test_a_numbered_question_ends_before_its_answer_at_the_edge_of_its_words(ending):
    lines = under(set_line(f"4. Hur många kom{ending}"), set_line("Trettio.", LEFT + 15))

    assert len(flow(lines, MEASURES)) == 2


def test_a_name_in_italics_that_a_full_line_breaks_before_is_of_its_sentence():
    name = styled(full_line("Tidiga insatser", bottom=100 + STEP), italic=True)

    assert len(flow([styled(full_line("Arbetet utgår från området")), name], MEASURES)) == 1


@pytest.mark.parametrize("number", ["212000-0399", "2024-03-01", "4711/2025", "442 81"])
def test_a_number_of_its_own_kind_alone_on_its_line_goes_on_nothing(number):
    assert len(flow(under(set_line("Ekby kommun"), set_line(number)), MEASURES)) == 2


@pytest.mark.parametrize(("step", "blocks"), [(STEP * 1.19, 2), (STEP * 1.04, 1)], ids=["apart", "a-line-below"])
def test_a_sentence_of_its_own_a_little_farther_down_is_a_block_though_the_line_above_is_full(step, blocks):
    above = full_line("Väntetiden är högst sju dagar", bottom=100)
    ended = Line((*above.words[:-1], replace(above.words[-1], text="dagar.")))

    assert len(flow([ended, full_line("Stödet ges i hela länet", bottom=100 + step)], MEASURES)) == blocks


@pytest.mark.parametrize(
    ("ending", "more", "blocks"),
    [("helger.", 1.7, 2), ("helger.", 1.0, 1), ("helger", 2.6, 2), ("helger", 1.7, 1), ("och", 2.6, 1)],
    ids=["sentence-apart", "sentence-near", "words-apart", "words-near", "left-open"],
)
def test_a_little_more_white_parts_what_may_begin_anew_from_a_full_line(ending, more, blocks):
    above = full_line("Öppna en jour på kvällar", bottom=100)
    ended = Line((*above.words[:-1], replace(above.words[-1], text=ending)))

    assert len(flow([ended, full_line("Anställa en kurator", bottom=100 + STEP + more)], MEASURES)) == blocks


def test_white_is_measured_by_the_texts_own_steps():
    lines = [full_line("Alla", bottom=100), full_line("och", bottom=114.2), full_line("Ekby", bottom=128.4)]
    ended = Line((*lines[1].words[:-1], replace(lines[1].words[-1], text="slut.")))

    assert len(flow([lines[0], ended, lines[2]], MEASURES)) == 1


@pytest.mark.parametrize(
    ("above", "label", "blocks"),
    [
        ("Fler unga mår sämre.", "Vad gör vi?", 2),
        ("Fler unga mår sämre.", "Mål.", 2),
        ("Stödet ges av", "Ekby kommun.", 1),
    ],
)
def test_a_label_in_bold_may_ask_or_be_a_sentence(above, label, blocks):
    full = full_line("Unga", bottom=100)
    first = Line((*full.words[:-1], replace(full.words[-1], text=above)))
    second = set_line(label, bottom=113.0, bold=True)
    rest = set_line("Alla får stöd i tid", x0=second.x1 + SIZE / 2, bottom=113.0)

    assert len(flow([first, beside(second, rest)], MEASURES)) == blocks


def test_a_filled_box_beside_empty_ones_is_an_options_though_its_type_is_large():
    large = [set_line(words, bottom=100 + 16.0 * n, size=12) for n, words in enumerate(("■ Samtal", "□ Enkät"))]

    assert [(draft.marker, draft.heading) for draft in flow(large, MEASURES)] == [("■", False), ("□", False)]
    assert [(draft.marker, draft.heading) for draft in flow(large[:1], MEASURES)] == [(None, True)]
