"""tie.text-table: an initiative's cost in its text against its row of a table."""

from typing import Any

from checks import CheckInput, run_checks
from models.rows import Amount
from tests.check_builders import document, passages, table

ROWS = {"Boende": 410_000, "Skola": 881_000, "Anhöriga": 152_500, "Ledning": 96_000}


def costs(*told: tuple[str, str, int], **about: Any) -> CheckInput:
    """told: initiative, sentence with # for its sum, kronor; every initiative has a row of ROWS."""
    place = {"page": 1, "x0": 50.0, "x1": 400.0}
    paper = document(**{"doc_type": "action_plan"} | about)
    stated = [(name, words.replace("#", str(value)), value, None) for name, words, value in told]
    of_rows = [(name, name, value, "t1") for name, value in ROWS.items()]
    amounts = tuple(
        Amount.model_validate(
            {
                "amount_id": f"d1-m{n}",
                "document_id": "d1",
                "value_sek": value,
                "value_low": value,
                "value_high": value,
                "text": str(value),
                "approximate": False,
                "kind": "planned",
                "subject": words,
                "initiative_id": name,
                "table_id": table,
                "top": 20.0 * n,
                "bottom": 20.0 * n + 12,
            }
            | place
        )
        for n, (name, words, value, table) in enumerate((*stated, *of_rows))
    )
    return CheckInput(documents=(paper,), amounts=amounts)


def said(rows: CheckInput) -> list[tuple[str, int, int]]:
    found = [each for each in run_checks(rows)[0] if each.rule == "tie.text-table"]
    return [(each.severity, int(each.actual or 0), int(each.expected or 0)) for each in found]


AGREE = (
    ("Boende", "Insatsen kostar # kr.", 410_000),
    ("Anhöriga", "# kr avsätts till handledare.", 152_500),
    ("Ledning", "Kostnaden är # kr.", 96_000),
)


def test_a_cost_that_is_not_its_row_s_is_an_error_where_the_others_are():
    assert said(costs(*AGREE)) == []
    assert said(costs(*AGREE, ("Skola", "Insatsen kostar # kr.", 845_760))) == [("error", 845_760, 881_000)]


def test_with_fewer_that_agree_it_is_a_warning_or_nothing():
    wrong = ("Skola", "Insatsen kostar # kr.", 845_760)

    assert said(costs(*AGREE[:2], wrong)) == [("warning", 845_760, 881_000)]
    assert said(costs(AGREE[0], wrong)) == []


def test_parts_rates_and_sums_of_another_size_are_left_alone():
    parts = (("Skola", "# kr går till lön.", 500_000), ("Skola", "# kr går till lokal.", 200_000))

    assert said(costs(*AGREE, *parts)) == []
    assert said(costs(*AGREE, ("Skola", "Insatsen kostar # kr per år.", 293_700))) == []
    assert said(costs(*AGREE, ("Skola", "Resorna kostar # kr.", 12_000))) == []
    assert said(costs(*AGREE, ("Skola", "Insatsen kostar # kr.", 845_760), doc_type="memo")) == []


def chapters(*told: tuple[str, str, int]) -> CheckInput:
    """A chapter for each that is told, of initiatives that no row is called by; a row has years and their sum."""
    rows = costs(*told)
    amounts = (each.model_copy(update={"initiative_id": None}) for each in rows.amounts if each.table_id is None)
    of_years = ((name, value // 5, value - value // 5, value) for name, value in ROWS.items())
    grid = [["Område", "2024", "2025", "Totalt"], *([name, *map(str, sums)] for name, *sums in of_years)]
    made, cells = table(grid)
    text = [
        line
        for name, words, value in told
        for line in (
            ("heading", f"4. {name}"),
            ("heading", "Insatser"),
            ("paragraph", f"Bakgrund. {words.replace('#', str(value))}"),
        )
    ]
    return CheckInput(
        documents=rows.documents, amounts=tuple(amounts), passages=passages(*text), tables=(made,), cells=cells
    )


def test_a_chapter_that_a_row_is_called_by_costs_what_its_row_says():
    wrong = ("Skola", "Arbetet ryms inom # kr.", 845_760)

    assert said(chapters(*AGREE)) == []
    assert said(chapters(*AGREE, wrong)) == [("error", 845_760, 881_000)]
    assert said(chapters(*AGREE[:2], wrong)) == [("warning", 845_760, 881_000)]
    assert said(chapters(*AGREE[:1], wrong)) == []
