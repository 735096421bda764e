"""The sample documents: the truth has its form and stands in the text; only the seeded error is wrong."""

import json
import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.truth import Truth, load_truth
from corpus.typeset import LISTS, SAMPLES, plain_spaces, read_labels, sources, typeset

PAGES = {
    "enkat-redovisning": 4,
    "inriktning": 3,
    "lansplan": 10,
    "lokal-plan": 3,
    "namndpaket": 3,
    "regionplan-annan-form": 3,
    "remissvar": 2,
    "tjansteskrivelse": 2,
    "webbformular-aterrapportering": 3,
}


@cache
def truths() -> dict[str, Truth]:
    return load_truth(SAMPLES / "truth")


def truth_of(name: str) -> Truth:
    return truths()[name]


def written_truth(name: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads((SAMPLES / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return written


def page_texts(pdf: Path | bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@cache
def sample_texts(name: str) -> list[str]:
    return page_texts(SAMPLES / "pdf" / f"{name}.pdf")


def solid(text: str) -> str:
    """Without white space, hyphens and what pdfium writes for a hyphen at a line's end."""
    return re.sub(r"[\s\u00ad\ufffe\u0002-]", "", text)


def letters(text: str) -> str:
    """Letters alone, so that a footnote's mark inside a sentence does not part it."""
    return "".join(character for character in text if character.isalpha())


def stands_in(words: str, pages: list[str]) -> bool:
    """True where the words stand on one page, or end one page and go on at the next."""
    if any(words in page for page in pages):
        return True
    return any(
        words[:cut] in page and words[cut:] in following
        for page, following in pairwise(pages)
        for cut in range(1, len(words))
    )


def number(cell: str) -> Decimal | None:
    """The cell's number; None for text and for a dash."""
    digits = cell.removeprefix("= ").removesuffix(" (Kr)").replace(" ", "").replace(",", ".")
    return Decimal(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None


@pytest.mark.parametrize("name", PAGES)
def test_every_sample_can_be_read_and_has_its_pages(name: str) -> None:
    pages = sample_texts(name)

    assert len(pages) == PAGES[name]
    assert all(page.strip() for page in pages)


def test_sources_pdfs_and_truths_are_the_same_nine() -> None:
    assert {path.stem for path in sources()} == set(PAGES)
    assert {path.stem for path in (SAMPLES / "pdf").iterdir()} == set(PAGES)
    assert {path.stem for path in (SAMPLES / "truth").iterdir()} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_truth_has_all_its_lists_and_tables_are_rectangles(name: str) -> None:
    truth = truth_of(name)

    assert list(written_truth(name)) == ["document", *LISTS]
    assert all(amount.kinds for amount in truth.amounts)
    assert all(len({len(row) for row in table.grid()}) == 1 for table in truth.tables)


@pytest.mark.parametrize("name", PAGES)
def test_goals_activities_and_indicators_stand_in_the_text(name: str) -> None:
    pages = [letters(page) for page in sample_texts(name)]
    truth = truth_of(name)

    said = [goal.text for goal in truth.goals]
    said += [activity.text for activity in truth.activities]
    said += [indicator.text for indicator in truth.indicators]

    assert [text for text in said if not stands_in(letters(text), pages)] == []


@pytest.mark.parametrize("name", PAGES)
def test_amounts_stand_in_the_text_as_often_as_they_are_labelled(name: str) -> None:
    whole = solid("".join(sample_texts(name)))
    labelled = [solid(amount.text) for amount in truth_of(name).amounts]

    assert [text for text in labelled if whole.count(text) < labelled.count(text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_answers_and_cells_stand_in_the_text(name: str) -> None:
    pages = [letters(page) for page in sample_texts(name)]
    truth = truth_of(name)
    said = [text for field in truth.fields for text in (field.label, field.value or "")]
    said += [cell for table in truth.tables for row in table.rows for cell in row]

    assert [text for text in said if not stands_in(letters(text), pages)] == []


def test_the_seeded_total_is_off_by_more_than_any_rounding() -> None:
    table = truth_of("lokal-plan").tables[0]
    (finding,) = truth_of("lokal-plan").findings
    column = {row[0]: number(row[3]) for row in table.rows[-3:]}
    addends = [number(row[3]) for row in table.rows[:-3]]

    computed = sum(addend for addend in addends if addend is not None)
    stated = column["Fördelade medel"]

    assert None not in addends
    assert stated is not None
    assert finding.rule == "footing.column"
    assert finding.expected == computed
    assert finding.actual == stated
    # Fifteen numbers in whole kronor can together be wrong by 7,50 kr at the most.
    assert abs(stated - computed) > Decimal(15) / 2
    assert column == {"Fördelade medel": stated, "Totalt beviljat": stated, "Kvarstående": Decimal(0)}


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"lokal-plan"}))
def test_every_other_closing_row_is_the_sum_of_its_column(name: str) -> None:
    for table in truth_of(name).tables:
        *body, closing = [[number(cell) for cell in row] for row in table.rows]
        if not re.match(r"Totalt|Summa|$", table.rows[-1][0]) or not any(table.columns):
            continue
        for at, stated in enumerate(closing):
            if stated is not None:
                assert sum(row[at] or Decimal(0) for row in body) == stated, (table.title, at)


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"lokal-plan"}))
def test_no_other_sample_has_a_finding(name: str) -> None:
    assert truth_of(name).findings == ()


def test_the_letter_has_neither_goals_nor_activities() -> None:
    truth = truth_of("remissvar")

    assert truth.goals == ()
    assert truth.activities == ()


def test_the_county_grants_what_the_local_plans_have_and_what_is_reported() -> None:
    county = {row[0]: number(row[4]) for row in truth_of("lansplan").tables[0].rows}
    survey = [number(table.rows[-1][2]) for table in truth_of("enkat-redovisning").tables]
    local = {row[0]: number(row[3]) for row in truth_of("lokal-plan").tables[0].rows}
    packet = {row[0]: number(row[3]) for row in truth_of("namndpaket").tables[1].rows}

    assert county["Falun"] == sum(total or Decimal(0) for total in survey)
    assert county["Rättvik"] == local["Totalt beviljat"]
    assert county["Orsa"] == packet["Totalt beviljat"]


@pytest.mark.parametrize("name", PAGES)
def test_a_rebuild_gives_the_same_words_and_the_same_truth(name: str) -> None:
    pytest.importorskip("typst", reason="typst is a development dependency; only the rebuild needs it")
    source = SAMPLES / "src" / f"{name}.typ"

    assert page_texts(typeset(source)) == sample_texts(name)
    assert read_labels(source) == written_truth(name)


def test_a_source_that_does_not_say_what_it_is_has_no_truth(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="typst is a development dependency; only the rebuild needs it")
    source = tmp_path / "nameless.typ"
    source.write_text("Ett blad utan uppgift om vad det är.", encoding="utf-8")

    with pytest.raises(ValueError, match=r"nameless\.typ: no label says what document it is"):
        read_labels(source)


def test_every_space_of_the_truth_is_a_plain_one() -> None:
    assert plain_spaces({"text": "1\u00a0234\u2009567", "years": [2024]}) == {
        "text": "1 234 567",
        "years": [2024],
    }
