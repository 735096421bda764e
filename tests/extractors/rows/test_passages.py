"""The running text as rows: what stands outside tables and answers, in reading order."""

from extractors.drafts import FieldDraft
from extractors.rows.passage_rows import passage_rows
from models.blocks import Block, Heading, ListItem, Note, Paragraph
from models.place import Place


def place(top: float) -> Place:
    return Place(page=1, x0=70, top=top, x1=300, bottom=top + 12)


def told(*blocks, fields=()):
    return [(p.kind, p.text, p.withheld) for p in passage_rows(blocks, fields, "d-1")]


def test_text_comes_in_reading_order_with_kind_level_and_marker():
    blocks: list[Block] = [
        Heading(text="Tidiga insatser", level=2, places=(place(10),)),
        Paragraph(text="Fem kommuner deltar.", places=(place(30),)),
        ListItem(text="Utbilda personal", marker="–", level=2, places=(place(50),)),
        Note(text="Avser helår.", note="footnote", places=(place(700),)),
    ]

    rows = list(passage_rows(blocks, (), "d-1"))

    assert [(r.ordinal, r.kind, r.level, r.marker, r.text) for r in rows] == [
        (1, "heading", 2, None, "Tidiga insatser"),
        (2, "paragraph", None, None, "Fem kommuner deltar."),
        (3, "list_item", 2, "–", "Utbilda personal"),
        (4, "footnote", None, None, "Avser helår."),
    ]
    assert rows[0].passage_id == "d-1-p1"


def test_page_numbers_and_signatures_are_no_text_of_the_document():
    assert told(Note(text="3", note="page_number", places=(place(800),))) == []
    assert told(Note(text="Undertecknat", note="aside", places=(place(780),))) == []


def test_private_numbers_are_masked():
    assert told(Paragraph(text="Ring 070-123 45 67.", places=(place(10),))) == [("paragraph", "Ring [telefon].", None)]


def test_a_withheld_answer_is_withheld_here_too():
    question = Paragraph(text="Kontaktperson", places=(place(100),))
    answer = Paragraph(text="Vera Lind", places=(place(114),))
    after = Paragraph(text="Antal deltagare", places=(place(130),))
    field = FieldDraft(
        label="Kontaktperson",
        value=None,
        withheld="name",
        places=(Place(page=1, x0=70, top=100, x1=300, bottom=127),),
    )

    assert told(question, answer, after, fields=[field]) == [
        ("paragraph", None, "name"),
        ("paragraph", None, "name"),
        ("paragraph", "Antal deltagare", None),
    ]
