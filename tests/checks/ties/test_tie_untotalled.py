"""A sum told of all that a table without a total shares out; a sum that a form has printed in its question."""

from decimal import Decimal

import pytest

from checks import CheckInput, run_checks
from models.rows import FileRows, Passage
from tests.account_rows import Answered, Tabled, Told, paper

TITLE = "Tabell 2. Tilldelade medel till länet enligt överenskommelsen 2022"
ROWS = (
    ("Avsnitt", "Regionen", "Kommunerna"),
    ("Lokala planer", "50 297 400", "45 661 700"),
    ("Barn och unga", "88 091 000", ""),
    ("Samsjuklighet", "", "27 019 600"),
    ("Brukarmedverkan", "2 000 000", "2 000 000"),
)
"""215 069 700 in all, 140 388 400 to the region."""
SENTENCE = "Enligt överenskommelsen för 2022 tilldelas länet medel på sammanlagt {}."


def plan(sentence: str, rows: tuple[tuple[str, ...], ...] = ROWS, title: str = TITLE, page: int = 1) -> FileRows:
    """A sentence, and a table on the same page or on a later one."""
    made = paper(
        "d1", Told(sentence, "total"), Tabled(rows, {1: "allocated", 2: "allocated"}, title), doc_type="action_plan"
    )
    amount = made.amounts[0]
    said = Passage(
        passage_id="d1-p1",
        document_id="d1",
        ordinal=1,
        kind="paragraph",
        text=f"Bakgrunden är denna. {sentence}",
        page=amount.page,
        x0=amount.x0,
        top=amount.top,
        x1=amount.x1,
        bottom=amount.bottom,
    )
    tables = tuple(table.model_copy(update={"first_page": page, "last_page": page}) for table in made.tables)
    return made.model_copy(update={"passages": (said,), "tables": tables})


def said(file: FileRows) -> list[tuple[str, str, int]]:
    found = run_checks(CheckInput.from_file_rows([file]))[0]
    return [(f.rule, f.severity, int(f.difference or 0)) for f in found if f.rule.startswith(("tie.", "check."))]


@pytest.mark.parametrize(
    ("told", "difference"),
    [("235 miljoner kronor", 19_930_300), ("205,1 mnkr", -9_969_700), ("215 000 000 kr", -69_700)],
)
def test_a_table_that_does_not_make_what_is_told_of_all_is_a_warning(told: str, difference: int):
    assert said(plan(SENTENCE.format(told))) == [("tie.text-table", "warning", difference)]
    assert said(plan(SENTENCE.format(told), page=2)) == [("tie.text-table", "warning", difference)]


@pytest.mark.parametrize("told", ["215 miljoner kronor", "215,1 mnkr", "215 069 700 kr", "140,4 mnkr", "720 mnkr"])
def test_what_the_table_or_one_of_its_columns_makes_is_right_and_another_size_is_another_matter(told: str):
    assert said(plan(SENTENCE.format(told))) == []


def test_the_text_must_be_about_the_same_money_near_by_and_tell_of_all():
    assert said(plan(SENTENCE.format("235 miljoner kronor"), title="Tabell 2. Kostnader per enhet")) == []
    assert said(plan(SENTENCE.format("235 miljoner kronor"), page=3)) == []
    assert said(plan(SENTENCE.replace("sammanlagt", "minst").format("235 miljoner kronor"))) == []


def test_the_message_says_that_the_table_s_sums_were_added_up():
    findings = run_checks(CheckInput.from_file_rows([plan(SENTENCE.format("235 miljoner kronor"))]))[0]
    (found,) = (finding for finding in findings if finding.rule == "tie.text-table")
    assert "beloppen i tabellen på sida 1" in (found.message_sv or "")
    assert "summerar till 215\u00a0069\u00a0700 kr" in (found.message_sv or "")


def test_a_table_with_a_total_is_held_against_that():
    rows = (*ROWS, ("Övrigt", "1 000 000", ""), ("Totalt", "141 388 400", "74 681 300"))
    assert said(plan(SENTENCE.format("206 miljoner kronor"), rows)) == []


@pytest.mark.parametrize(
    ("printed", "findings"),
    [
        ("636 982", []),
        ("636 892", [("tie.same-fact", "error", 90)]),
        ("420 000", [("tie.same-fact", "error", 216_982)]),
    ],
)
def test_the_sum_printed_in_a_question_is_the_answer(printed: str, findings: list[tuple[str, str, int]]):
    form = paper("d1", Answered("Erhållet statsbidrag", "636 982", "received"), doc_type="grant_report")
    (answer,) = form.amounts
    value = Decimal(printed.replace(" ", ""))
    told = {"text": f"{printed} kr", "subject": f"1. Erhållet statsbidrag: ({printed} kr)"}
    place = {"amount_id": "d1-m9", "table_id": "d1-t0", "row": 0, "col": 0}
    sums = {"value_sek": value, "value_low": value, "value_high": value}
    label = answer.model_copy(update=told | place | sums)
    assert said(form.model_copy(update={"amounts": (answer, label)})) == findings
