"""Labels whose words tell nothing: their style does, where nearly all in it stand at answers in another style."""

from extractors.forms.entries import entries
from extractors.forms.fields import read_form
from extractors.forms.labels_by_turns import styles_by_turns
from extractors.forms.spans import forms_in
from models.blocks import Block, ListItem, Paragraph
from models.place import Place

PAIRS = [
    ("Anordnare", "Granviks bygdegård"),
    ("Läge", "Vid torget"),
    ("Öppet", "Vardagar efter lunch"),
    ("Löner", "120 000 kr"),
    ("Lärdomar", "Att börja smått och låta alla vara med."),
    ("Nästa steg", "Vi öppnar på lördagar."),
]


def text(words: str, top: float, *, size: float = 10.0, x0: float = 70.0, bold: bool = False) -> Paragraph:
    place = Place(page=1, x0=x0, top=top, x1=x0 + 150, bottom=top + size)
    return Paragraph(text=words, places=(place,), size=size, bold=bold)


def form(pairs: list[tuple[str, str]], *, x0: float = 70.0) -> list[Block]:
    return [
        block
        for n, (label, value) in enumerate(pairs)
        for block in (text(label, 100 + 40 * n, size=8), text(value, 109 + 40 * n, x0=x0))
    ]


def test_a_report_built_of_such_pairs_is_a_form():
    blocks = form(PAIRS)
    (found,) = forms_in(blocks, is_report=True)

    assert [(field.label, field.value) for field in read_form(found)] == PAIRS
    assert forms_in(blocks) == []


def test_headings_over_running_text_are_no_labels():
    said = [(label, f"{value} Sedan gick vi vidare med det.") for label, value in PAIRS]

    assert styles_by_turns(entries(form(said))) == []


def test_titles_over_labels_are_no_labels():
    blocks: list[Block] = []
    for n, (label, value) in enumerate(PAIRS):
        top = 100.0 + 60 * n
        blocks += [text(f"Del {label}", top, bold=True), text(label, top + 12, size=8), text(value, top + 21)]

    assert [style.bold for style in styles_by_turns(entries(blocks))] == [False]


def test_in_a_form_options_show_that_sentences_answer_too():
    said = [(label, f"{value} Sedan gick vi vidare med det.") for label, value in PAIRS]
    blocks = form(said, x0=86)
    blocks[1] = ListItem(text="Ja", places=blocks[1].places, size=10, marker="☒")

    assert styles_by_turns(entries(blocks)) == []
    assert len(styles_by_turns(entries(blocks), in_form=True)) == 1
