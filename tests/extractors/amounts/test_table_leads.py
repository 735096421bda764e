"""What the text before a table tells of its sums, where its heads say no more than how much."""

import pytest

from extractors.amounts.table_leads import leads_of
from models.blocks import Block, Cell, Heading, Paragraph, Table
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def prose(text: str) -> Paragraph:
    return Paragraph(text=text, places=NOWHERE)


def table() -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=text, place=NOWHERE[0])
        for r, row in enumerate((("Förening", "Belopp (kr)"), ("Solrosen", "90 000")))
        for c, text in enumerate(row)
    )
    return Table(text="", places=NOWHERE, method="ruled", n_rows=2, n_cols=2, cells=cells)


def lead(*before: Block, doc_type="memo", title=None, costs_are="planned"):
    return leads_of([*before, table()], doc_type, title, costs_are)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nämnden har fått mer. Medlen föreslås fördelas enligt tabellen nedan.", "allocated"),
        ("Följande belopp har beviljats.", "granted"),
        ("Nedan redovisas hur medlen har använts.", "spent"),
        ("Medlen fördelas av nämnden i maj.", None),
        ("Tabellen visar läget.", None),
    ],
)
def test_a_sentence_that_points_to_the_table_tells_what_its_sums_are(text, kind):
    assert lead(prose(text)) == [kind]


def test_a_caption_may_stand_between():
    caption = Heading(text="Tabell 2. Bidrag per förening", places=NOWHERE, level=3)

    assert lead(prose("Medlen fördelas så här:"), caption) == ["allocated"]
    assert lead(prose("Medlen fördelas så här:"), prose("Nämnden har hört föreningarna. " * 5)) == [None]


def test_what_a_report_shared_out_it_has_spent():
    assert lead(prose("Medlen har fördelats enligt nedan."), doc_type="grant_report", costs_are="spent") == [None]


@pytest.mark.parametrize(
    ("doc_type", "title", "kind"),
    [
        ("memo", "Fördelning av medel till odlingslotter 2025", "allocated"),
        ("memo", "Beslut om statsbidrag till odlingslotter", "granted"),
        ("memo", "Rekvisition av medel 2025", None),
        ("action_plan", "Fördelning av medel 2025", None),
    ],
)
def test_a_memos_title_tells_it_where_no_sentence_does(doc_type, title, kind):
    assert lead(prose("Nämnden har hört föreningarna."), doc_type=doc_type, title=title) == [kind]
