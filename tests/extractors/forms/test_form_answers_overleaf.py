"""Answers that go on overleaf, and answers whose painted box is not known to be one."""

from extractors.forms.fields import read_form
from models.blocks import Answer, Block, Paragraph
from models.place import Place


def place(top: float, x0: float = 70, *, page: int = 1, x1: float = 500) -> Place:
    return Place(page=page, x0=x0, top=top, x1=x1, bottom=top + 12)


def answer(label: str, value: str, top: float, *, page: int = 1) -> Answer:
    return Answer(text=f"{label} {value}", label=label, value=value, places=(place(top, page=page),), size=10)


def text(words: str, top: float, x0: float = 70, *, page: int = 1, size: float = 10, framed: bool = False) -> Paragraph:
    return Paragraph(text=words, places=(place(top, x0, page=page),), size=size, framed=framed)


def said(*blocks: Block) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


def test_an_unfinished_answer_beside_its_label_goes_on_at_the_head_of_the_next_page():
    first = answer("Beskriv arbetet", "Kursen bygger på", 780)
    later = answer("Antal deltagare", "31", 100, page=2)

    assert said(first, text("samtal i grupp.", 50, 230, page=2), later) == [
        ("Beskriv arbetet", "Kursen bygger på samtal i grupp."),
        ("Antal deltagare", "31"),
    ]
    assert said(first, text("Nästa del", 50, 230, page=2), later)[0][1] == "Kursen bygger på"
    assert said(first, text("samtal i grupp.", 50, 70, page=2), later)[0][1] == "Kursen bygger på"


def test_an_answer_set_in_as_the_boxed_ones_are():
    blocks = [
        text("Vad har blivit bättre?", 100, size=9),
        text("Kötiden är kortare.", 120, 77, framed=True),
        text("Vad har inte fungerat?", 160, size=9),
        text("Lokalen var för liten.", 180, 77, framed=True),
        text("Vad vill ni tillägga?", 220, size=9),
        text("Två avgifter betalades åter.", 240, 77),
    ]

    assert said(*blocks)[-1] == ("Vad vill ni tillägga?", "Två avgifter betalades åter.")
