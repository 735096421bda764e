"""A document's blocks to the dataset's rows: by its class, with ids that stay, linked, masked, null where unknown."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.registry import load_registry
from extractors.understanding import understand
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, PageInfo, Paragraph, ReadFile, Table
from models.place import Place
from models.rows import Activity, Amount, FileRows, Goal, Indicator, Placed
from models.schema import tables, to_frame

SHA = "5f" * 32
NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def heading(text: str, level: int = 3, size: float = 12) -> Heading:
    return Heading(text=text, places=NOWHERE, level=level, size=size)


def item(text: str, level: int = 1) -> ListItem:
    return ListItem(text=text, places=NOWHERE, marker="•", level=level, size=11)


def prose(text: str) -> Paragraph:
    return Paragraph(text=text, places=NOWHERE, size=11)


def table(rows: list[list[str]], title: str = "", roles: dict[int, str] | None = None) -> Table:
    cells = tuple(
        Cell(
            row=row,
            col=col,
            text=text,
            role="header" if row == 0 else (roles or {}).get(row, "body"),
            place=Place(page=1, x0=100.0 * col, top=20.0 * row, x1=100.0 * col + 90, bottom=20.0 * row + 15),
        )
        for row, texts in enumerate(rows)
        for col, text in enumerate(texts)
    )
    return Table(text=title, places=NOWHERE, method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


def page(number: int, text_layer: str | None = "native") -> PageInfo:
    return PageInfo(page=number, width=595.276, height=841.89, text_layer=text_layer, n_words=120)


def file_of(
    *blocks: Block, sha: str = SHA, layers: tuple[str | None, ...] = ("native", "native", "native")
) -> ReadFile:
    """The blocks one below another, twenty a page; a table's cells stand at the table."""
    placed: list[Block] = []
    for n, block in enumerate(blocks):
        top = 60.004 + 36 * (n % 20)
        place = Place(page=1 + n // 20, x0=70, top=top, x1=520, bottom=top + max(12.0, getattr(block, "size", 0)))
        update: dict[str, Any] = {"places": (place,)}
        if isinstance(block, Table):
            cells = [c.model_copy(update={"place": replace(c.place, page=place.page)}) for c in block.cells]
            update["cells"] = tuple(cells)
        placed.append(block.model_copy(update=update))
    pages = tuple(page(n, layer) for n, layer in enumerate(layers, start=1))
    return ReadFile(source_name="prov.pdf", source_sha256=sha, pages=pages, blocks=tuple(placed))


def read(*blocks: Block, run_id: str = "run-1", **options) -> FileRows:
    return understand(file_of(*blocks, **options), load_registry(), run_id)


PLAN: tuple[Block, ...] = (
    heading("Handlingsplan för Botkyrka kommun 2025–2027", level=1, size=26),
    heading("Fokusområde 1: Tidiga insatser", level=1, size=16),
    heading("Målgrupp: Barn och unga", level=2, size=14),
    heading("Samtal på skoltid", level=3),
    heading("Långsiktigt mål", level=4),
    item("Elever mår bättre."),
    heading("Kortsiktigt mål", level=4),
    item("Varje skola har en samtalstid i veckan."),
    heading("Aktiviteter", level=4),
    heading("2025", level=5),
    item("Anställa två kuratorer."),
    item("Skriva en annons.", level=2),
    heading("2026–2027", level=5),
    item("Sprida arbetssättet."),
    heading("Indikatorer", level=4),
    item("Andel elever som är nöjda."),
    heading("Kostnad", level=4),
    prose("Arbetet kostar ca 300 000 kr."),
    heading("Trygg fritid", level=3),
    heading("Aktiviteter", level=4),
    item("Rusta upp ungdomsgården."),
    table(
        [
            ["Verksamhet", "Satsning", "Mål", "Belopp (tkr)"],
            ["Skola", "Läxhjälp", "Fler når målen", "85,5"],
            ["Vård", "Jourtelefon", "Fler får svar", ""],
            ["Fördelade medel", "", "", "85,5"],
        ],
        title="Lokala satsningar",
        roles={3: "total"},
    ),
)
REPORT: tuple[Block, ...] = (
    heading("Återrapportering av statsbidrag 2024", level=1, size=26),
    prose("Dnr: SN 2024:118"),
    Answer(text="Kommun Botkyrka kommun", places=NOWHERE, label="Kommun", value="Botkyrka kommun"),
    Answer(text="Kontaktperson Kim Prov", places=NOWHERE, label="Kontaktperson", value="Kim Prov"),
    Answer(text="Kommentar", places=NOWHERE, label="Kommentar", value=None),
    Answer(text="Kostnader 298 000 kr", places=NOWHERE, label="Kostnader", value="298 000 kr"),
    table([["Aktivitet", "Verksamhetstyp", "Summa (kr)"], ["Läxhjälp", "Skola", "120 000"]]),
)
REMISS: tuple[Block, ...] = (
    heading("Yttrande över förslag till handlingsplan", level=1, size=26),
    prose("Dnr: SN 2025:90"),
    heading("Mål", level=2),
    item("Förslaget har ett mål om kortare köer."),
    heading("Aktiviteter", level=2),
    item("Förslaget nämner utbildning."),
    prose("Regionen beräknar att det kostar 2 000 000 kr."),
)
MEMO: tuple[Block, ...] = (
    heading("Tjänsteskrivelse", level=1, size=20),
    heading("Förslag till beslut", level=2),
    item("Nämnden godkänner återrapporten."),
    heading("Sammanfattning", level=2),
    prose("Målen är följande:"),
    item("Kortare köer."),
    prose("Aktiviteter:"),
    item("Utbilda personal för 40 000 kr."),
    table([["Satsning", "Belopp (kr)"], ["Läxhjälp", "120 000"]]),
)
DOCUMENTS = {"plan": PLAN, "report": REPORT, "remiss": REMISS, "memo": MEMO}


def test_a_plan_becomes_linked_rows():
    rows = read(*PLAN)

    (document,) = rows.documents
    assert (document.doc_type, document.kommunkod, document.lanskod) == ("action_plan", "0127", "01")
    assert (document.period_start, document.period_end, document.reporting_year) == (2025, 2027, None)
    assert (document.first_page, document.last_page, document.text_layer) == (1, 3, "native")
    assert [i.title for i in rows.initiatives] == ["Samtal på skoltid", "Trygg fritid", "Läxhjälp", "Jourtelefon"]
    talks = rows.initiatives[0].initiative_id
    assert [(g.text, g.horizon, g.initiative_id == talks) for g in rows.goals] == [
        ("Elever mår bättre.", "long_term", True),
        ("Varje skola har en samtalstid i veckan.", "short_term", True),
        ("Fler når målen", "unspecified", False),
        ("Fler får svar", "unspecified", False),
    ]
    assert {(g.focus_area, g.target_group) for g in rows.goals[:2]} == {
        ("Fokusområde 1: Tidiga insatser", "Barn och unga")
    }
    assert [(n.text, n.initiative_id) for n in rows.indicators] == [("Andel elever som är nöjda.", talks)]
    hire, announce = rows.activities[:2]
    assert announce.parent_id == hire.activity_id
    assert hire.parent_id is None


def test_only_stated_years_make_start_and_end():
    rows = read(*PLAN)

    years: dict[str, list[tuple[int, str]]] = {a.activity_id: [] for a in rows.activities}
    for row in rows.activity_years:
        years[row.activity_id].append((row.year, row.source))
    assert [(a.text, a.start_year, a.end_year, years[a.activity_id]) for a in rows.activities[:4]] == [
        ("Anställa två kuratorer.", 2025, 2025, [(2025, "heading")]),
        ("Skriva en annons.", 2025, 2025, [(2025, "heading")]),
        ("Sprida arbetssättet.", 2026, 2027, [(2026, "heading"), (2027, "heading")]),
        ("Rusta upp ungdomsgården.", None, None, [(year, "plan_period") for year in (2025, 2026, 2027)]),
    ]


def test_sums_of_a_plan_in_text_and_table():
    rows = read(*PLAN)

    told, granted, total = sorted(rows.amounts, key=lambda a: (a.table_id is not None, a.row or 0))
    assert (told.value_sek, told.value_low, told.value_high) == (300_000, 200_000, 400_000)
    assert (told.approximate, told.kind, told.initiative_id) == (True, "planned", rows.initiatives[0].initiative_id)
    assert (granted.value_sek, granted.value_low, granted.value_high) == (85_500, 85_450, 85_550)
    assert (granted.kind, granted.row, granted.col) == ("planned", 1, 3)
    assert granted.table_id == rows.tables[0].table_id
    assert granted.initiative_id == rows.initiatives[2].initiative_id
    assert granted.activity_id == rows.activities[4].activity_id
    assert (total.kind, total.initiative_id, total.activity_id) == ("total", None, None)


def test_cells_keep_text_number_and_role():
    rows = read(*PLAN)

    (grid,) = rows.tables
    assert (grid.title, grid.n_rows, grid.n_cols, grid.first_page, grid.last_page) == ("Lokala satsningar", 4, 4, 2, 2)
    cells = {(c.row, c.col): c for c in rows.cells}
    assert (cells[1, 3].text, cells[1, 3].value, cells[1, 3].step, cells[1, 3].unit) == (
        "85,5",
        Decimal("85.5"),
        Decimal("0.1"),
        "tkr",
    )
    assert (cells[2, 3].text, cells[2, 3].value, cells[2, 3].unit) == (None, None, None)
    assert [cells[row, 0].role for row in range(4)] == ["header", "body", "body", "total"]


def test_a_report_becomes_fields_activities_and_money_spent():
    rows = read(*REPORT)

    (document,) = rows.documents
    assert (document.doc_type, document.reporting_year, document.diary_number) == ("grant_report", 2024, "SN 2024:118")
    assert (document.period_start, document.period_end) == (None, None)
    assert [(f.label, f.value_text, f.value_number, f.value_unit, f.withheld) for f in rows.fields] == [
        ("Dnr", "SN 2024:118", None, None, None),
        ("Kommun", "Botkyrka kommun", None, None, None),
        ("Kontaktperson", None, None, None, "name"),
        ("Kommentar", None, None, None, None),
        ("Kostnader", "298 000 kr", Decimal(298_000), "kr", None),
    ]
    assert [a.text for a in rows.activities] == ["Läxhjälp"]
    assert {(a.value_sek, a.kind, a.year) for a in rows.amounts} == {(298_000, "spent", 2024), (120_000, "spent", 2024)}


def test_a_forms_grid_is_fields_and_no_table():
    grid = table([["Kommun", "Botkyrka kommun"], ["Kommentar", "Kursen blev av"], ["Förbrukat", "287 000 kr"]])
    grid = grid.model_copy(update={"cells": tuple(c.model_copy(update={"role": "body"}) for c in grid.cells)})

    rows = read(*REPORT[:6], grid, *REPORT[6:])

    assert ("Kommentar", "Kursen blev av") in [(f.label, f.value_text) for f in rows.fields]
    assert "Kursen blev av" not in {cell.text for cell in rows.cells}
    assert {a.table_id for a in rows.amounts if a.table_id} <= {t.table_id for t in rows.tables}
    assert [(a.table_id, a.row) for a in rows.amounts if a.value_sek == 287_000] == [(None, None)]


def test_a_table_with_goals_in_a_report_tells_what_was_planned():
    plan_table = table([["Satsning", "Mål", "Belopp (kr)"], ["Läxhjälp", "Fler når målen", "120 000"]])

    rows = read(*REPORT[:6], heading("Redovisning av arbete", level=2), plan_table)

    assert [(a.value_sek, a.kind) for a in rows.amounts if a.table_id] == [(120_000, "planned")]


@pytest.mark.parametrize(("name", "doc_type"), [("remiss", "other"), ("memo", "memo")])
def test_who_states_no_goals_of_its_own_gives_none(name, doc_type):
    rows = read(*DOCUMENTS[name])

    assert rows.documents[0].doc_type == doc_type
    assert rows.goals == rows.activities == rows.indicators == rows.initiatives == rows.activity_years == ()
    assert rows.amounts


def test_a_control_plan_has_controls_and_no_goals():
    rows = read(
        heading("Internkontrollplan 2025", level=1, size=26),
        table([["Risk", "Kontroll", "Mål", "Riskvärde"], ["Sena utbetalningar", "Stickprov", "Noll fel", "12"]]),
    )

    assert rows.documents[0].doc_type == "internal_control_plan"
    assert [a.text for a in rows.activities] == ["Stickprov"]
    assert rows.goals == rows.amounts == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_bytes_give_the_same_rows_and_ids(name):
    assert read(*DOCUMENTS[name]) == read(*DOCUMENTS[name])


def test_ids_come_from_the_content_alone():
    def ids(rows: FileRows) -> list[str]:
        return (
            [g.goal_id for g in rows.goals]
            + [a.activity_id for a in rows.activities]
            + [c.table_id for c in rows.cells]
        )

    first, again, other = read(*PLAN), read(*PLAN, run_id="run-2"), read(*PLAN, sha="a1" * 32)

    assert ids(first) == ids(again)
    assert not set(ids(first)) & set(ids(other))
    assert first.documents[0].document_id == again.documents[0].document_id
    assert again.documents[0].run_id == "run-2"


def assert_sound(rows: FileRows) -> None:
    """Keys are unique, links lead somewhere, and no text column holds an empty string."""
    for row_type in tables():
        to_frame(row_type, rows.of(row_type))
    documents = {d.document_id for d in rows.documents}
    initiatives = {i.initiative_id for i in rows.initiatives}
    activities = {a.activity_id for a in rows.activities}
    table_ids = {t.table_id for t in rows.tables}
    linked: tuple[Goal | Activity | Indicator | Amount, ...] = (
        *rows.goals,
        *rows.activities,
        *rows.indicators,
        *rows.amounts,
    )
    assert {row.document_id for row in linked} <= documents
    assert {row.initiative_id for row in linked} - {None} <= initiatives
    assert {a.parent_id for a in rows.activities} - {None} <= activities
    assert {y.activity_id for y in rows.activity_years} <= activities
    assert {a.activity_id for a in rows.amounts} - {None} <= activities
    assert {a.table_id for a in rows.amounts} - {None} <= table_ids
    assert {c.table_id for c in rows.cells} <= table_ids
    for row_type in tables():
        for row in rows.of(row_type):
            texts = [value for name, value in row if isinstance(value, str) and name != "run_id"]
            assert all(text.strip() for text in texts), row
            assert not isinstance(row, Placed) or row.page <= len(rows.pages)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_rows_of_a_document_are_sound(name):
    assert_sound(read(*DOCUMENTS[name]))


def test_an_empty_document_is_a_document_all_the_same():
    rows = read()

    assert [(d.doc_type, d.title) for d in rows.documents] == [("other", None)]
    assert len(rows.pages) == 3
    assert rows.goals == rows.amounts == rows.fields == rows.cells == ()


@pytest.mark.parametrize(
    ("layers", "said"),
    [
        (("native", "native", None), "native"),
        (("ocr", "ocr", "ocr"), "ocr"),
        (("native", "ocr", "native"), "mixed"),
        ((None, None, None), None),
    ],
)
def test_the_text_layer_of_the_whole(layers, said):
    assert read(*REMISS, layers=layers).documents[0].text_layer == said


def test_places_are_rounded_to_hundredths_of_a_point():
    goal = read(*PLAN).goals[0]

    assert (goal.page, goal.x0, goal.top, goal.x1, goal.bottom) == (1, 70.0, 240.0, 520.0, 252.0)


def test_private_numbers_are_out_of_every_text_column():
    private = "kim.prov@kommun.example, 08-465 004 00, 811228-9874"
    rows = read(
        heading(f"Handlingsplan för Botkyrka kommun {private}", level=1, size=26),
        heading(f"Fokusområde 1: Stöd {private}", level=1, size=16),
        heading(f"Målgrupp: Unga {private}", level=2, size=14),
        heading(f"Samtal {private}", level=3),
        heading("Mål", level=4),
        item(f"Fler hör av sig till {private}."),
        heading("Aktiviteter", level=4),
        item(f"Sprida {private}."),
        item(f"Ansvarig: {private}"),
        heading("Indikatorer", level=4),
        item(f"Antal samtal till {private}."),
        heading("Kostnad", level=4),
        prose(f"Det kostar 5 000 kr, fråga {private}."),
        table([["Satsning", "Mål"], [f"Jour {private}", f"Svar på {private}"]], title=f"Satsningar {private}"),
    )

    written = rows.model_dump_json()
    for secret in ("kim.prov", "@", "465 004", "811228", "9874"):
        assert secret not in written
    assert rows.goals[0].text == "Fler hör av sig till [e-post], [telefon], [personnummer]."
    assert rows.activities[0].responsible == "[e-post], [telefon], [personnummer]"
    assert_sound(rows)


TEXTS = st.sampled_from(
    [
        "Mål",
        "Kortsiktiga mål",
        "Aktiviteter",
        "Aktivitet 2. Öppna en mottagning",
        "Indikatorer",
        "Kostnad",
        "2025",
        "Fokusområde 1: Tidiga insatser",
        "Målgrupp: Barn och unga",
        "Samtal på skoltid",
        "Bakgrund",
        "Syftet är att:",
        "Tid: 2025–2026",
        "Ansvarig: Socialnämnden",
        "Kortsiktigt mål: Korta köer",
        "Arbetet kostar 300 000 kr under 2026.",
        "1. Har pengarna räckt?",
        "Ja",
        "--",
        "Ring 08-465 004 00.",
    ]
)
BLOCKS = st.one_of(
    st.builds(heading, TEXTS, st.integers(1, 4)),
    st.builds(item, TEXTS, st.integers(1, 3)),
    st.builds(prose, TEXTS),
    st.builds(lambda text: Note(text=text, places=NOWHERE, note="footnote"), TEXTS),
    st.builds(lambda text, value: Answer(text=text, places=NOWHERE, label=text, value=value), TEXTS, st.none() | TEXTS),
    st.builds(
        lambda header, body: table([header, body]),
        st.lists(
            st.sampled_from(["Satsning", "Mål", "Belopp (kr)", "2025", "2026", "Verksamhet"]), min_size=3, max_size=3
        ),
        st.lists(st.sampled_from(["Läxhjälp", "x", "120 000", "", "Skola"]), min_size=3, max_size=3),
    ),
)
TITLES = st.sampled_from(
    ["Handlingsplan 2025–2027", "Återrapportering av statsbidrag 2024", "Tjänsteskrivelse", "Läget"]
)


@settings(max_examples=30)
@given(TITLES, st.lists(BLOCKS, max_size=14))
def test_any_order_of_blocks_gives_sound_rows(title, blocks):
    given_blocks = (heading(title, level=1, size=26), *blocks)

    rows = read(*given_blocks)

    assert_sound(rows)
    assert "465 004" not in rows.model_dump_json()
    assert rows == read(*given_blocks)


@pytest.mark.parametrize(
    ("head", "line", "value"),
    [
        ("Summa (kr)", "= 1 041 125", 1_041_125),
        ("Summa (tkr)", "= 1 041", 1_041_000),
        ("Summa (kr)", "Summa: 1041125", 1_041_125),
        ("Antal", "= 12", None),
        ("Summa (kr)", "Summa av allt", None),
    ],
)
def test_a_sum_that_stands_alone_below_a_table_is_its_total(head, line, value):
    rows = read(
        heading("Återrapport av statsbidrag 2025", level=1, size=20),
        table([["Aktivitet", head], ["Kurs", "1 000"], ["Stöd", "41"]], title="Kostnader"),
        prose(line),
    )

    told = [(a.value_sek, a.kind, a.subject) for a in rows.amounts if a.text == line]
    assert told == ([(value, "total", "Kostnader")] if value else [])
