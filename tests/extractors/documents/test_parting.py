"""Where one document of a file ends and the next begins, told by what the pages show."""

from collections.abc import Sequence

import pytest

from extractors.documents.page_signs import signs_of
from extractors.documents.parting import part
from models.blocks import Block, Heading, ListItem, Note, PageInfo, Paragraph, Table
from models.place import Place

PROSE = "Nämnden har under året prövat flera sätt att nå unga tidigare, och de flesta har fallit väl ut. " * 4


def at(page: int, top: float, height: float = 12.0) -> tuple[Place, ...]:
    return (Place(page=page, x0=70, top=top, x1=520, bottom=top + height),)


def title(page: int, text: str, size: float = 20.0, top: float = 90.0) -> Heading:
    return Heading(text=text, places=at(page, top, size), size=size, bold=True, level=1)


def section(page: int, text: str, top: float = 200.0, size: float = 13.0) -> Heading:
    return Heading(text=text, places=at(page, top, size), size=size, bold=True, level=2)


def line(page: int, text: str, top: float = 40.0) -> Paragraph:
    return Paragraph(text=text, places=at(page, top), size=9)


def prose(page: int, top: float = 300.0, text: str = PROSE, size: float = 11.0, height: float = 90.0) -> Paragraph:
    return Paragraph(text=text, places=at(page, top, height), size=size)


def number(page: int, text: str, top: float = 800.0) -> Note:
    return Note(text=text, places=at(page, top), note="page_number")


def footnote(page: int, marker: str) -> Note:
    return Note(text="Siffran är preliminär.", places=at(page, 770), note="footnote", marker=marker)


def ranges(blocks: Sequence[Block], pages: int, face: dict[int, str] | None = None) -> list[tuple[int, int]]:
    infos = [
        PageInfo(page=n, width=595, height=842, text_layer="native", n_words=100, face=(face or {}).get(n, "Carlito"))
        for n in range(1, pages + 1)
    ]
    return [(each.first_page, each.last_page) for each in part(signs_of(infos, blocks))]


def memo(page: int, about: str, count: str = "1 (1)") -> list[Block]:
    return [
        line(page, "Tjänsteskrivelse"),
        line(page, "2025-03-04", top=54),
        line(page, f"SN 2025:{page}", top=68),
        title(page, about, size=16),
        section(page, "Förslag till beslut", top=130),
        prose(page, top=150, height=40),
        number(page, count),
    ]


def test_a_memo_and_the_report_that_it_is_about_are_two_documents():
    blocks: list[Block] = [
        *memo(1, "Återrapport av statsbidrag 2024"),
        title(2, "Återrapportering av 2024 års statsbidrag"),
        prose(2),
        number(2, "1 (2)"),
        section(3, "Resultat", top=60),
        prose(3),
        number(3, "2 (2)"),
    ]

    assert ranges(blocks, 3) == [(1, 1), (2, 3)]


def test_memos_one_after_another_are_parted_by_their_letterheads():
    blocks = [*memo(1, "Lokal plan 2025"), *memo(2, "Rekvisition av medel"), *memo(3, "Plan för intern kontroll 2025")]

    assert ranges(blocks, 3) == [(1, 1), (2, 2), (3, 3)]


def test_papers_with_diary_numbers_of_their_own_are_parted_and_those_of_one_are_not():
    def papers(*matters: str) -> list[Block]:
        blocks: list[Block] = []
        for page, (matter, about) in enumerate(
            zip(matters, ("Kontroller i nämnden", "Läget i januari"), strict=True), 1
        ):
            blocks += [line(page, f"Dnr {matter}"), title(page, about), prose(page)]
        return blocks

    assert ranges(papers("SN 2025/00312", "SN 2026/00015"), 2) == [(1, 1), (2, 2)]
    assert ranges(papers("SN 2025/00312", "SN 2025/00312"), 2) == [(1, 2)]


def test_a_plan_with_a_title_page_contents_and_chapters_is_one_document():
    blocks: list[Block] = [
        title(1, "Handlingsplan för psykisk hälsa 2025–2027", size=28, top=300),
        section(2, "Innehåll", top=60, size=16),
        Note(text="Bakgrund", places=at(2, 90), note="contents"),
        Note(text="Handlingsplan för unga", places=at(2, 110), note="contents"),
        section(3, "Bakgrund", top=60, size=16),
        prose(3),
        number(3, "3"),
        section(4, "Handlingsplan för unga", top=60, size=16),
        prose(4),
        number(4, "4"),
    ]

    assert ranges(blocks, 4) == [(1, 4)]


@pytest.mark.parametrize("numbers", [("1", "1", "2", "1"), ("1", "2", "1", "1")])
def test_chapters_that_are_numbered_each_from_1_are_one_document(numbers):
    heads = ("Förord", "Inledning", "Psykisk ohälsa bland vuxna", "Handlingsplan för arbetet i länet")
    blocks: list[Block] = []
    for page, (head, count) in enumerate(zip(heads, numbers, strict=True), start=1):
        blocks += [title(page, head, size=17, top=57), prose(page), number(page, count)]

    assert ranges(blocks, 4) == [(1, 4)]


@pytest.mark.parametrize(
    ("heads", "parts"),
    [
        (("Bakgrund", "Insatser", "Inledning", "Uppföljning"), [(1, 2), (3, 4)]),
        (("1. Bakgrund", "2. Insatser", "1. Redovisning av stöd", "2. Resultat"), [(1, 2), (3, 4)]),
        (("1. Bakgrund", "2. Insatser", "3. Resultat", "4. Vägen framåt"), [(1, 4)]),
        (("Bakgrund", "Insatser", "Ekonomi i länet", "Uppföljning"), [(1, 4)]),
    ],
)
def test_papers_of_one_look_are_parted_where_numbers_and_chapters_begin_again(heads, parts):
    blocks: list[Block] = []
    for page, (head, count) in enumerate(zip(heads, ("1", "2", "1", "2"), strict=True), start=1):
        blocks += [title(page, head, size=17, top=57), prose(page), number(page, count)]

    assert ranges(blocks, 4) == parts


def chapters(*pages: tuple[str, str, str]) -> list[Block]:
    """Head, page number and footnote's mark of page after page."""
    blocks: list[Block] = []
    for page, (head, count, mark) in enumerate(pages, start=1):
        blocks += [title(page, head, size=17, top=57), prose(page), number(page, count)]
        blocks += [footnote(page, mark)] if mark else []
    return blocks


def test_a_first_chapter_that_is_numbered_after_its_preface_begins_no_document():
    pages = chapters(
        ("Förord", "1", ""), ("Sammanfattning", "2", ""), ("Inledning", "1", ""), ("Unga i länet", "2", "")
    )

    assert ranges(pages, 4) == [(1, 4)]


def test_footnotes_that_go_on_hold_a_document_together_though_page_numbers_begin_again():
    pages = chapters(
        ("Unga i länet", "1", "1"), ("Äldre i länet", "2", "2"), ("Inledning", "1", "3"), ("Vuxna", "2", "4")
    )

    assert ranges(pages, 4) == [(1, 4)]


def test_footnotes_that_begin_again_tell_a_document_where_page_numbers_tell_nothing():
    first = (("Inledning", "1", "1"), ("Unga", "2", "2"), ("Äldre i länet", "1", "3"), ("Vården", "2", "4"))
    pages = chapters(*first, ("Introduktion", "1", "1"), ("Insatser", "2", "2"))
    pages = [b.model_copy(update={"places": at(b.place.page, 700)}) if is_number_from(b, 5) else b for b in pages]

    assert ranges(pages, 6) == [(1, 4), (5, 6)]


def test_footnotes_that_begin_again_in_every_chapter_part_nothing():
    first = (("Inledning", "1", "1"), ("Unga", "2", "2"), ("Äldre i länet", "1", "1"), ("Vården", "2", "2"))

    assert ranges(chapters(*first, ("Ekonomi", "1", "1"), ("Insatser", "2", "2")), 6) == [(1, 6)]


def is_number_from(block: Block, page: int) -> bool:
    return isinstance(block, Note) and block.note == "page_number" and block.place.page >= page


def test_an_annex_that_lies_down_with_its_own_numbers_belongs_to_its_plan():
    blocks: list[Block] = [
        title(1, "Internkontrollplan 2025"),
        section(1, "3 Risker", top=200, size=16),
        prose(1),
        number(1, "1"),
        section(2, "3.1 Ekonomi", top=55, size=14),
        Table(text="", places=at(2, 90, 300), method="ruled", n_rows=1, n_cols=1, cells=()),
        number(2, "1"),
    ]

    assert ranges(blocks, 2) == [(1, 2)]


def test_a_form_without_page_numbers_is_one_document():
    blocks: list[Block] = [title(1, "Ansökan om statsbidrag för 2025"), prose(1)]
    for page, head in enumerate(("Kontaktuppgifter", "Ekonomisk redovisning 2024", "Underskrift"), start=2):
        blocks += [section(page, head, top=50), prose(page, height=440)]

    assert ranges(blocks, 4) == [(1, 4)]


def test_a_memo_whose_proposal_begins_its_last_page_is_one_document():
    blocks: list[Block] = [
        title(1, "Redovisning av arbetet 2024"),
        prose(1, height=460),
        section(2, "Förslag till beslut", top=60),
        ListItem(text="Redovisningen godkänns.", places=at(2, 90), marker="•", size=11),
    ]

    assert ranges(blocks, 2) == [(1, 2)]


def test_numbers_that_go_on_hold_a_document_together():
    blocks: list[Block] = [title(1, "Redovisning av statsbidrag 2024"), prose(1), number(1, "1 (2)")]
    blocks += [title(2, "Handlingsplan för 2025"), prose(2), number(2, "2 (2)")]

    assert ranges(blocks, 2) == [(1, 2)]


def test_papers_that_are_counted_through_when_bound_are_parted_by_all_else():
    blocks = [*memo(1, "Lokal plan 2025", count="1"), *memo(2, "Rekvisition av medel", count="2")]
    blocks += [title(3, "Rekvisition av medel för 2025"), prose(3), number(3, "3")]
    blocks += [section(4, "Underskrift", top=60), prose(4), number(4, "4")]
    blocks += [*memo(5, "Internkontrollplan 2025", count="5")]

    assert ranges(blocks, 5) == [(1, 1), (2, 2), (3, 4), (5, 5)]


def test_a_count_that_is_complete_ends_a_document_though_the_next_has_no_numbers():
    blocks: list[Block] = [*memo(1, "Ansökan om bidrag"), title(2, "Ansökan om statsbidrag för 2025"), prose(2)]

    assert ranges(blocks, 2) == [(1, 1), (2, 2)]


def test_other_type_and_other_numbers_part_what_has_no_title():
    blocks: list[Block] = [
        title(1, "Lokala satsningar 2025"),
        prose(1),
        number(1, "1", top=40),
        section(2, "Inledning", top=60, size=18),
        prose(2, size=9.5),
        number(2, "1"),
    ]

    assert ranges(blocks, 2, face={1: "Carlito", 2: "Tinos"}) == [(1, 1), (2, 2)]


def test_a_page_that_begins_with_a_sentence_begins_no_document():
    blocks: list[Block] = [
        *memo(1, "Återrapport av statsbidrag 2024", count="1"),
        prose(2, top=60, text="Den utökade bemanningen upphör när statsbidraget inte längre betalas ut.", height=12),
        title(2, "Återrapportering av 2024 års statsbidrag", size=16, top=137),
    ]

    assert ranges(blocks, 2) == [(1, 2)]


def test_text_that_goes_on_over_the_page_holds_a_document_together():
    over = Paragraph(text=PROSE, places=(*at(1, 600, 200), *at(2, 60, 30)), size=11)
    blocks: list[Block] = [title(1, "Redovisning av statsbidrag 2024"), over, title(2, "Ansökan om medel", top=120)]

    assert ranges(blocks, 2, face={1: "Carlito", 2: "Tinos"}) == [(1, 2)]


def test_a_signature_and_the_next_letterhead_on_one_line_part_nothing_and_join_nothing():
    stuck = Paragraph(text="Rektor Tjänsteskrivelse", places=(*at(1, 636), *at(2, 30)), size=9)
    blocks: list[Block] = [*memo(1, "Ansökan om medel"), stuck, *memo(2, "Lokal plan 2025")]

    assert ranges(blocks, 2) == [(1, 1), (2, 2)]


def test_parts_have_all_pages_and_say_how_sure_they_are():
    infos = [PageInfo(page=n, width=595, height=842, text_layer="native", n_words=9) for n in (1, 2)]

    whole = part(signs_of(infos, [prose(1)]))
    parted = part(signs_of(infos, [*memo(1, "Lokal plan 2025"), *memo(2, "Rekvisition av medel")]))

    assert [(each.first_page, each.last_page, each.confidence) for each in whole] == [(1, 2, 1.0)]
    assert [each.last_page for each in parted] == [1, 2]
    assert all(0.5 <= each.confidence <= 1 for each in parted)


def test_a_title_with_a_count_of_its_own_begins_a_document_after_pages_without_numbers():
    blocks: list[Block] = [title(1, "Ansökan om statsbidrag för 2025", size=26), prose(1, height=500)]
    blocks += [title(2, "Återrapportering av statsbidrag 2024", size=14), prose(2, size=9), number(2, "1 (2)")]

    assert ranges(blocks, 2) == [(1, 1), (2, 2)]


def test_a_number_after_a_complete_count_does_not_go_on_with_it():
    blocks: list[Block] = [
        title(1, "Yttrande över förslaget"),
        prose(1),
        number(1, "1 (2)"),
        prose(2),
        number(2, "2 (2)"),
    ]
    blocks += [title(3, "Redovisning av statsbidrag 2024"), prose(3), number(3, "3", top=700)]

    assert ranges(blocks, 3) == [(1, 2), (3, 3)]


def test_a_form_with_the_title_of_another_year_is_another_document():
    blocks: list[Block] = []
    for page, year in ((1, 2023), (2, 2025)):
        blocks += [title(page, f"Rekvisition av statsbidrag {year}"), prose(page, height=480)]

    assert ranges(blocks, 2) == [(1, 1), (2, 2)]


def test_a_cover_of_another_class_ends_a_form_without_numbers():
    blocks: list[Block] = [title(1, "Ansökan om statsbidrag 2025", size=26), section(1, "Underskrift", size=17)]
    blocks += [prose(1, height=500), title(2, "Lokala satsningar i Mora kommun", size=23, top=300)]

    assert ranges(blocks, 2) == [(1, 1), (2, 2)]


def test_minutes_after_a_list_of_matters_are_another_paper():
    blocks: list[Block] = [
        title(1, "Ärenden i mars", size=18),
        prose(1),
        title(2, "Minnesanteckningar från rådet i februari", size=16),
        prose(2, size=10),
        number(2, "1 (2)"),
        prose(3, size=10),
        number(3, "2 (2)"),
    ]

    assert ranges(blocks, 3) == [(1, 1), (2, 3)]


def test_a_plain_list_in_another_type_that_is_numbered_anew_is_a_paper_of_its_own():
    blocks: list[Block] = [
        title(1, "Kontakter i länet"),
        prose(1),
        number(1, "1"),
        prose(2),
        number(2, "2"),
        prose(3, top=60, size=9),
        number(3, "1"),
    ]

    assert ranges(blocks, 3) == [(1, 2), (3, 3)]


def test_a_page_without_height_is_a_page_of_its_document():
    infos = [PageInfo(page=n, width=595, height=0, text_layer="native", n_words=9) for n in (1, 2)]

    assert [each.last_page for each in part(signs_of(infos, [prose(1), prose(2)]))] == [2]


def minutes(page: int, *paragraphs: int) -> list[Block]:
    found: list[Block] = []
    for step, paragraph in enumerate(paragraphs):
        top = 90 + 150.0 * step
        found += [
            line(page, f"§ {paragraph}", top=top),
            line(page, f"Dnr ON 2031/{paragraph}", top=top + 1),
            section(page, "Val och frågor", top=top + 20),
            section(page, "Beslut", top=top + 50),
            prose(page, top=top + 70, text="Listan godkänns.", height=12),
        ]
    return found


def test_a_paper_of_minutes_is_one_though_its_pages_have_several_diary_numbers():
    first: list[Block] = [title(1, "Möte med omsorgsnämnden 2031-05-06"), prose(1, height=12, text="Alla är på plats.")]

    assert ranges([*first, *minutes(2, 41, 42, 43), *minutes(3, 44, 45)], 3) == [(1, 3)]


def test_a_number_out_of_how_many_behind_other_words_at_the_page_s_edge_counts_pages():
    heads = [line(page, f"PROTOKOLL {page}(2)") for page in (1, 2)]
    second: list[Block] = [
        section(2, "Uppdrag", top=80, size=20.0),
        section(2, "Förslag till beslut", top=110),
        prose(2, top=150),
    ]

    assert ranges([heads[0], title(1, "Möte i nämnden"), prose(1), heads[1], *second], 2) == [(1, 2)]
    assert len(ranges([title(1, "Möte i nämnden"), prose(1), line(2, "Datum", 50), *second], 2)) == 2


def test_a_diary_number_with_a_sentence_behind_it_tells_a_paper_of_its_own():
    first: list[Block] = [line(1, "Dnr 2031/7"), title(1, "Yttrande om bussar"), prose(1, top=560)]
    faces = {1: "Carlito", 2: "Gelasio"}

    def second(about: str) -> list[Block]:
        return [section(2, "Väntetider i kvartal 2", top=90, size=16.0), line(2, about, top=120), prose(2)]

    assert ranges([*first, *second("Dnr 2031/9. Lämnas till revisorerna.")], 2, faces) == [(1, 1), (2, 2)]
    assert ranges([*first, *second("Dnr 2031/7. Lämnas till revisorerna.")], 2, faces) == [(1, 2)]


def test_a_months_report_on_turned_paper_and_minutes_after_it_begin_documents():
    infos = [
        PageInfo(page=n, width=w, height=h, text_layer="native", n_words=100, face=face)
        for n, w, h, face in ((1, 595, 842, "Bookman"), (2, 842, 595, "Carlito"), (3, 595, 842, "Carlito"))
    ]
    blocks: list[Block] = [
        title(1, "Plan för våra lotter", size=15),
        prose(1),
        title(2, "Månadsrapport mars 2025", size=14),
        prose(2, top=200),
        title(3, "Sammanträdesprotokoll", size=11),
        line(3, "2025-04-05   4 (9)", top=60),
        prose(3, top=200),
    ]

    assert [(each.first_page, each.last_page) for each in part(signs_of(infos, blocks))] == [(1, 1), (2, 2), (3, 3)]


def test_a_table_on_a_turned_page_goes_on_with_its_document():
    infos = [
        PageInfo(page=n, width=w, height=h, text_layer="native", n_words=100, face="Carlito")
        for n, w, h in ((1, 595, 842), (2, 842, 595))
    ]
    blocks: list[Block] = [title(1, "Plan för våra lotter"), prose(1), section(2, "Tidplan", top=60), prose(2)]

    assert [(each.first_page, each.last_page) for each in part(signs_of(infos, blocks))] == [(1, 2)]


def test_a_memos_proposal_is_known_though_other_memos_have_theirs_at_the_same_place():
    def letter(page: int, *, head: bool) -> list[Block]:
        proposal = "Förslag till beslut"
        parts = section(page, proposal, top=130) if head else line(page, proposal, top=130)
        return [line(page, "Tjänsteskrivelse"), title(page, "Plan för våra lotter"), parts, prose(page, top=150)]

    for head in (True, False):
        blocks = [*letter(1, head=head), title(2, "Handlingsplan för lotterna"), prose(2)]
        infos = [
            PageInfo(page=n, width=595, height=842, text_layer="native", n_words=100, face="Carlito") for n in (1, 2)
        ]
        assert [signs.proposes for signs in signs_of(infos, blocks)] == [True, False]
