"""Labelled documents typeset anew: every word and mark of the source, empty answers too, the same bytes each time."""

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from typer.testing import CliRunner

from corpus.generator.looks.html.fonts import unprintable
from corpus.retypeset.dress import ANSWERS, BULLETS, FONTS, TICKS, Dress, Traits, draw
from corpus.retypeset.losses import letters_in, letters_of, texts_of
from corpus.retypeset.printable import printable
from corpus.retypeset.source import Beside, Framed, PageBegins, Source, Tick, pieces_of
from corpus.retypeset.style import css_of
from corpus.retypeset.typesetting import html_of, traits, typeset
from corpus.typeset import SAMPLES
from flows.measuring.retypeset import app
from flows.measuring.retypeset_source import source_of
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, PageInfo, Paragraph, ReadFile, Table
from models.place import Place

FORM = "webbformular-aterrapportering"
NAMES = sorted(path.stem for path in (SAMPLES / "pdf").glob("*.pdf"))
PLAIN = draw("a plain one", Traits(is_form=True, numbers_headings=True, levels=4))


@cache
def source(name: str) -> Source:
    return source_of(SAMPLES / "pdf" / f"{name}.pdf")


def labels(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SAMPLES / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return read


def at(top: float, bottom: float | None = None, x0: float = 50.0, x1: float = 500.0, page: int = 1) -> Place:
    return Place(page=page, x0=x0, top=top, x1=x1, bottom=top + 10 if bottom is None else bottom)


def of(*blocks: Block, frames: tuple[Place, ...] = (), ticks: tuple[Tick, ...] = ()) -> Source:
    pages = max(place.page for block in blocks for place in block.places)
    infos = tuple(PageInfo(page=n + 1, width=595, height=842, text_layer="native", n_words=9) for n in range(pages))
    return Source(ReadFile(source_name="a.pdf", source_sha256="0", pages=infos, blocks=blocks), frames, ticks)


def paragraph(text: str, top: float, **more: Any) -> Paragraph:
    return Paragraph(text=text, places=(at(top, page=more.pop("page", 1)),), size=10, **more)


def html_in(made: Source, dress: Dress) -> str:
    return html_of(pieces_of(made, 1, len(made.read.pages)), made, dress)[0]


def words_in(html: str) -> Counter[str]:
    """The words of a page of HTML, without those at the head and foot of pages and the calls of notes."""
    body = html[html.index("<body>") :]
    body = re.sub(r"<sup>[^<]*</sup>", " ", body)
    return letters_in(unescape(re.sub(r"<[^>]+>", " ", body)))


def without_numbers(dress: Dress) -> Dress:
    return replace(dress, numbered=False)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_source_is_set_whatever_the_dress(name):
    made = source(name)
    pieces = pieces_of(made, 1, len(made.read.pages))
    told = letters_in(" ".join(texts_of(pieces)))

    for seed in range(12):
        dress = without_numbers(draw(f"{name}/{seed}", traits(made.read)))
        html, lost = html_of(pieces, made, dress)
        own = [item.marker for item in made.read.blocks if isinstance(item, ListItem) and item.marker[:1].isalnum()]
        titles = [t.text for t in made.read.blocks if isinstance(t, Table) and f">{t.text}</p><table" in unescape(html)]

        assert words_in(html) - letters_in(" ".join((*own, *titles))) <= told
        assert told <= words_in(html)
        assert not lost


@pytest.mark.parametrize("name", [FORM, "enkat-redovisning", "remissvar"])
def test_the_new_pdf_has_the_letters_of_the_old_one(name):
    made = source(name)
    furniture = [b for b in made.read.blocks if isinstance(b, Note) and b.note in {"running_head", "page_number"}]
    old = letters_of((SAMPLES / "pdf" / f"{name}.pdf").read_bytes()) - letters_in(" ".join(b.text for b in furniture))

    typesetting = typeset(made, labels(name), f"letters/{name}")

    assert old <= letters_of(typesetting.pdf)
    assert typesetting.lost_letters == 0
    assert typesetting.lost_signs == ""


def test_a_seed_gives_the_same_bytes_and_another_one_others():
    made, truth = source("remissvar"), labels("remissvar")

    first = typeset(made, truth, "1/0/remissvar")

    assert typeset(made, truth, "1/0/remissvar").pdf == first.pdf
    assert typeset(made, truth, "2/0/remissvar").pdf != first.pdf
    assert first.truth == truth


@pytest.mark.parametrize("answers", ANSWERS)
def test_an_answer_stands_by_its_label_in_every_way_of_a_form_and_an_empty_one_stays_empty(answers):
    filled = Answer(text="Ort: Mora", places=(at(10),), label="Ort:", value="Mora")
    empty = Answer(text="Operatör:", places=(at(30),), label="Operatör:", value=None)

    html = html_in(of(filled, empty), replace(PLAIN, answers=answers))

    assert re.search(r'class="value">Mora<', html)
    assert re.search(r'class="value">&nbsp;<', html)
    assert words_in(html) == letters_in("Ort Mora Operatör")


@pytest.mark.parametrize("answers", ["two-above", "two-below", "two-in-box"])
def test_answers_stand_two_on_a_row(answers):
    filled = [
        Answer(text=word, places=(at(10.0 + 20 * n),), label=word, value=f"{n}7")
        for n, word in enumerate(("A", "B", "C"))
    ]

    html = html_in(of(*filled), replace(PLAIN, answers=answers))

    assert [row.count("<td>") for row in html.split("<tr>")[1:]] == [2, 2]
    assert (html.index("07") < html.index(">A<")) is (answers == "two-below")


def test_what_is_filled_in_has_a_type_of_its_own():
    sheet = css_of(replace(PLAIN, answer_font="Lato", answer_ink="#1f3d8a"))

    assert re.search(r"\.value \{[^}]*Lato[^}]*#1f3d8a", sheet)


@pytest.mark.parametrize(("option", "tick"), TICKS)
@pytest.mark.parametrize("in_row", [True, False])
def test_boxes_to_tick_are_set_before_their_words(option, tick, in_row):
    boxes = of(
        ListItem(text="Ja", places=(at(10),), marker="☒"),
        ListItem(text="Nej", places=(at(30),), marker="☐"),
    )

    html = html_in(boxes, replace(PLAIN, option=option, tick=tick, options_in_row=in_row))

    ticked, empty = html.index("Ja"), html.index("Nej")
    signs = {"drawn": '<span class="tick">', "ring": '<span class="tick ring">'}
    assert html.rindex(signs.get(tick, tick), 0, ticked) < ticked
    assert html.rindex(signs.get(option, option), ticked, empty) < empty
    assert ("in-row" in html) is in_row


def test_boxes_in_cells_and_empty_cells_are_kept():
    cells = tuple(
        Cell(row=row, col=col, text=text, place=at(10 + 20 * row, x0=50 + 100 * col, x1=150 + 100 * col))
        for row, texts in enumerate((("", "Ja", "Nej"), ("Kortare kö", "", ""), ("Fler besök", "", "")))
        for col, text in enumerate(texts)
    )
    table = Table(text="", places=(at(10, 70),), method="ruled", n_rows=3, n_cols=3, cells=cells)
    ticked = Tick(at(32, 38, x0=190, x1=196), ticked=True)

    html = html_in(of(table, ticks=(ticked,)), replace(PLAIN, option="☐", tick="☑", wide_turned=False))

    assert html.count("<td") == 9
    assert html.count('<td class="choice">☑</td>') == 1
    assert html.count("<td></td>") == 4


def test_a_frame_holds_what_stood_in_it_and_an_empty_one_stays_where_it_was():
    label, answer = paragraph("Vad gick bra?", 10), paragraph("Öppet varje kväll.", 32, framed=True)
    other = paragraph("Kommentarer:", 60)
    made = of(label, answer, other, paragraph("Tack.", 120), frames=(at(28, 46), at(74, 110)))

    pieces = pieces_of(made, 1, 1)

    assert pieces[1:] == [label, Framed((answer,), 1), other, Framed((), 1), paragraph("Tack.", 120)]
    assert html_in(made, PLAIN).count("empty-frame") == 1


def test_short_texts_beside_each_other_stay_so():
    def text(words: str, top: float, x0: float) -> Paragraph:
        return Paragraph(text=words, places=(at(top, x0=x0, x1=x0 + 80),), size=10)

    labels = text("Ort", 10, 50), text("Diarienummer", 10, 300)
    values = text("Mora", 32, 50), text("4411/2023", 32, 300)
    made = of(*labels, *values, paragraph("Tack.", 60), frames=(at(28, 46, x1=250), at(28, 46, x0=290)))

    pieces = pieces_of(made, 1, 1)

    assert pieces[1] == Beside(labels)
    assert pieces[2] == Beside((Framed(values[:1], 1), Framed(values[1:], 1)))
    assert html_in(made, PLAIN).count('class="beside"') == 2


def test_the_form_sample_keeps_its_empty_boxes_and_its_matrix():
    html = html_in(source(FORM), replace(PLAIN, option="☐", tick="☑"))

    assert html.count("empty-frame") == 2
    assert html.count('class="choice"') == 20


def test_instructions_stand_where_they_stood_and_their_lines_are_one():
    def instruction(text: str, top: float) -> Note:
        return Note(text=text, places=(at(top),), note="instruction")

    made = of(paragraph("1. Hur många?", 10), paragraph("2. Varför?", 60), instruction("Räkna alla", 24))
    lines = (*made.read.blocks, instruction("en gång.", 35))

    pieces = pieces_of(replace(made, read=made.read.model_copy(update={"blocks": lines})), 1, 1)

    assert [b.text for b in pieces if isinstance(b, Paragraph | Note)] == [
        "1. Hur många?",
        "Räkna alla en gång.",
        "2. Varför?",
    ]


def test_a_paragraph_that_stands_in_a_list_stays_in_it():
    def item(text: str, top: float) -> ListItem:
        return ListItem(text=text, places=(at(top, x0=70),), marker="1.", size=10)

    inside = Paragraph(text="Kursen ges två gånger.", places=(at(30, x0=84),), size=10)
    made = of(paragraph("Detta görs:", 5), item("Utbildning", 15), inside, paragraph("Planen följs upp.", 50))

    html = html_in(made, PLAIN)

    assert re.findall(r'<p class="in-list">([^<]+)', html) == ["Kursen ges två gånger."]


def test_a_page_that_began_on_purpose_does_so_again():
    full = paragraph("Här slutar en full sida.", 800)
    short = paragraph("Här slutar en kort sida.", 200, page=2)
    made = of(full, short, paragraph("Ny del.", 50, page=3))

    begins = [piece for piece in pieces_of(made, 1, 3) if isinstance(piece, PageBegins)]

    assert [page.meant for page in begins] == [False, False, True]
    assert html_in(made, replace(PLAIN, new_page=True)).count("new-page") == 1
    assert html_in(made, replace(PLAIN, new_page=False)).count("new-page") == 0


def test_levels_of_headings_are_told_apart_in_every_dress():
    for seed in range(60):
        dress = draw(str(seed), Traits(is_form=False, numbers_headings=False, levels=5))
        looks = re.findall(r"font-size: ([\d.]+)pt; color: [^;]+; margin: [^;]+; ([^}]+) }", css_of(dress))

        assert len(looks) == 5
        assert all(float(a) - float(b) >= 0.8 or kind != other for (a, kind), (b, other) in pairwise(looks))


def test_parts_of_a_packet_stand_on_the_pages_that_its_labels_tell():
    made = typeset(source("namndpaket"), labels("namndpaket"), "packet")
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()

    parts = made.truth["parts"]
    assert parts[0]["first_page"] == 1
    assert parts[-1]["last_page"] == len(texts)
    assert all(one["last_page"] + 1 == two["first_page"] for one, two in pairwise(parts))
    for part in parts:
        first_word = re.findall(r"\w+", part["title"])[0]
        assert first_word.casefold() in texts[part["first_page"] - 1].casefold()


def test_a_sign_that_no_font_has_is_told_and_its_place_is_kept():
    html, lost = printable("<p>a \uf0b7 b</p>", "Lato")

    assert lost == "\uf0b7"
    assert html == "<p>a • b</p>"


@pytest.mark.parametrize("family", FONTS)
def test_every_font_has_the_signs_of_every_dress(family):
    signs = [*BULLETS, *(sign for pair in TICKS for sign in pair if len(sign) == 1)]

    assert unprintable("".join(signs), family) == ""


def test_a_numbered_dress_counts_headings_below_the_title():
    headings = [(1, "Plan"), (2, "2025"), (2, "Bakgrund"), (2, "Mål"), (3, "Barn"), (2, "Uppföljning")]
    title, year, *others = (Heading(text=t, places=(at(20.0 * n),), level=v) for n, (v, t) in enumerate(headings))
    made = of(title, year, paragraph("Planen gäller ett år.", 30), *others)

    html = html_in(made, replace(PLAIN, numbered=True, decorations=("bold",) * 3))

    assert re.findall(r'class="heading h\d">([^<]+)', html) == [
        "Plan",
        "2025",
        "1. Bakgrund",
        "2. Mål",
        "2.1 Barn",
        "3. Uppföljning",
    ]


def test_the_command_writes_what_evaluate_reads_and_spares_a_folder_in_use(tmp_path):
    out = tmp_path / "anew"
    arguments = [str(SAMPLES), str(out), "--seed", "4", "--times", "1", "--only", "remissvar"]

    first = CliRunner().invoke(app, arguments)
    again = CliRunner().invoke(app, arguments)

    assert first.exit_code == 0
    assert [path.name for path in sorted(out.rglob("*.*"))] == ["remissvar--4x0.pdf", "remissvar--4x0.json"]
    assert json.loads((out / "truth" / "remissvar--4x0.json").read_text(encoding="utf-8")) == labels("remissvar")
    assert again.exit_code == 2


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ("run-in", "<p><b>Mål:</b> Alla får svar.</p>"),
        ("beside", '<td class="head"><div class="heading h2">Mål</div></td><td><p>Alla får svar.</p></td>'),
        ("boxed", '<div class="framed"><div class="heading h2">Mål</div><p>Alla får svar.</p></div>'),
        ("own", '<div class="heading h2">Mål</div>\n<p>Alla får svar.</p>'),
    ],
)
def test_heads_that_come_again_are_set_with_their_text(heads, told):
    def heading(text: str, top: float, level: int = 2) -> Heading:
        return Heading(text=text, places=(at(top),), level=level, size=12)

    made = of(
        heading("Skola", 50, 1),
        heading("Mål", 70),
        paragraph("Alla får svar.", 90),
        heading("Fritid", 110, 1),
        heading("Mål", 130),
        paragraph("Fler sjunger.", 150),
    )

    html = html_in(made, replace(PLAIN, heads=heads, numbered=False))

    assert told.replace("\n", "") in html.replace("\n", "")
    assert "<p>Fritid" not in html
    assert words_in(html) == letters_in("Skola Mål Alla får svar Fritid Mål Fler sjunger")
