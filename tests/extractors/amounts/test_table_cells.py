"""Cells as numbers: which columns are money and in which unit; the sums in tables, what and whose they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.amounts.captions import units_above
from extractors.amounts.cells import cell_numbers, table_amounts
from extractors.amounts.kinds import give_kinds
from extractors.drafts import ActivityDraft, AmountDraft, InitiativeDraft
from extractors.plans.tables import PlanRow
from models.blocks import Cell, Heading, Paragraph, Table
from models.place import Place
from models.registry import Registry
from tests.plan_builders import heading, prose
from tests.table_builders import table

REGISTRY = Registry(
    municipalities={"0127": "Botkyrka", "0180": "Stockholm", "0509": "Ödeshög"},
    counties={"01": "Stockholms län", "05": "Östergötlands län"},
)


def amounts(given_table: Table, *, rows=None, costs_are="planned", year=None) -> list[AmountDraft]:
    numbers = cell_numbers(given_table)
    found = table_amounts(given_table, 1, numbers, rows or {}, REGISTRY, year=year)
    give_kinds(found, [given_table], [given_table.text], [costs_are], [None])
    return found


def kronor(given_table: Table) -> list[Decimal]:
    return [amount.number.kronor for amount in amounts(given_table)]


@pytest.mark.parametrize(
    ("header", "text", "sek", "step"),
    [
        ("Belopp (kr)", "120 000", 120_000, 1),
        ("Belopp", "120 000", 120_000, 1),
        ("Kostnad, tkr", "1 250", 1_250_000, 1_000),
        ("Belopp (tkr)", "85,5", 85_500, 100),
        ("Budget mnkr", "12,4", 12_400_000, 100_000),
        ("Summa i tusental kronor", "75", 75_000, 1_000),
        ("Beviljat", "900", 900, 1),
        ("Belopp (tkr)", "300 kr", 300, 1),
    ],
)
def test_the_header_gives_the_unit_unless_the_cell_does(header, text, sek, step):
    given_table = table([["Kommun", header], ["Botkyrka", text]])

    number = cell_numbers(given_table)[1, 1]

    assert number.kronor == sek
    assert number.step * number.factor == step


@pytest.mark.parametrize(
    ("header", "sums"),
    [
        pytest.param(["Kommun", "Fördelning", "varav 4 procent"], [50_000, 2_000], id="shares"),
        pytest.param(["Insats", "Planerat", "Förbrukat"], [50_000, 2_000], id="one-header-names-money"),
        pytest.param(["Kommun", "Folkmängd", "Förbrukat"], [2_000], id="beside-a-count"),
        pytest.param(["Kommun", "Besök", "Samtal"], [], id="no-header-names-money"),
    ],
)
def test_large_numbers_beside_money_are_money_unless_their_header_counts(header, sums):
    assert kronor(table([header, ["Botkyrka", "50 000", "2 000"]])) == sums


@pytest.mark.parametrize(
    "title", ["Fördelning av medel, tkr", "Fördelade medel (tusental kronor)", "Medel per år (tkr)"]
)
def test_the_title_gives_the_unit_of_a_header_that_names_none(title):
    assert kronor(table([["Kommun", "Belopp"], ["Botkyrka", "120"]], title=title)) == [120_000]


@pytest.mark.parametrize("corner", ["Tkr", "Belopp i tkr", "Kommun (tusental kronor)"])
def test_the_corner_gives_the_unit_of_all_columns(corner):
    assert kronor(table([[corner, "2024", "2025"], ["Botkyrka", "120", "135"]])) == [120_000, 135_000]


def test_large_numbers_under_a_title_of_money_are_kronor():
    assert kronor(table([["Kommun", "Del 1"], ["Botkyrka", "120 500"]], title="Fördelning av stimulansmedel")) == [
        120_500
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Invånare",
        "Folkmängd",
        "Antal",
        "Antal deltagare",
        "Kvinnor",
        "Män",
        "Ålder",
        "Riskvärde",
        "Avsnitt",
        "Personer",
    ],
)
def test_columns_that_count_are_no_money(header):
    given_table = table(
        [["Kommun", header, "Belopp (kr)"], ["Botkyrka", "94 606", "700 000"], ["Stockholm", "975 551", "900 000"]],
        title="Fördelning av statsbidrag",
    )

    assert kronor(given_table) == [700_000, 900_000]
    assert cell_numbers(given_table)[1, 1].value == 94_606


@pytest.mark.parametrize("title", ["Elever i skolan", "Besök vid mottagningarna"])
def test_years_as_headers_are_no_money_without_a_word_of_it(title):
    assert kronor(table([["Skola", "2024", "2025"], ["Norra", "1 200", "1 350"]], title=title)) == []


def test_years_as_headers_under_a_title_of_money_are_sums_of_those_years():
    found = amounts(table([["Kommun", "2024", "2025"], ["Botkyrka", "120 000", "135 000"]], title="Tilldelade medel"))

    assert [(a.number.kronor, a.year, a.kind) for a in found] == [
        (120_000, 2024, "granted"),
        (135_000, 2025, "granted"),
    ]


def test_the_first_column_of_labels_is_no_money():
    assert kronor(table([["Nr", "Belopp (kr)"], ["1001", "120 000"]])) == [120_000]


@pytest.mark.parametrize(
    ("name", "code"), [("Botkyrka", "0127"), ("ÖDESHÖG", "0509"), ("Stockholm", "0180"), ("Exempelby", None)]
)
def test_a_row_of_a_municipality_bears_its_code(name, code):
    assert [a.kommunkod for a in amounts(table([["Kommun", "Belopp (kr)"], [name, "120 000"]]))] == [code]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Beviljat belopp", "granted"),
        ("Rekvirerat belopp", "requisitioned"),
        ("Erhållna medel", "received"),
        ("Avsatta medel", "allocated"),
        ("Kvarstående medel", "remaining"),
        ("Belopp att återbetala", "repayable"),
        ("Kostnad (kr)", "planned"),
        ("Belopp (kr)", "planned"),
    ],
)
def test_the_header_says_what_the_sums_are(header, kind):
    assert [a.kind for a in amounts(table([["Verksamhet", header], ["Skola", "120 000"]]))] == [kind]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Erhållet statsbidrag", "received"),
        ("Kostnader för personal", "spent"),
        ("Kvarstående medel", "remaining"),
        ("Medel att återbetala", "repayable"),
        ("varav till skolan", "share"),
        ("Skola", "spent"),
    ],
)
def test_the_rows_words_come_before_the_headers(label, kind):
    found = amounts(table([["Post", "Belopp (kr)"], [label, "120 000"]]), costs_are="spent")

    assert [a.kind for a in found] == [kind]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("Summa", "total"), ("Fördelade medel", "total"), ("Beviljat totalt", "granted"), ("Kvarstående", "remaining")],
)
def test_totals(label, kind):
    rows = [["Verksamhet", "Belopp (kr)"], ["Skola", "120 000"], [label, "120 000"]]

    assert [a.kind for a in amounts(table(rows, roles={2: "total"}))] == ["planned", kind]


def test_a_sum_knows_its_cell_row_and_words():
    initiative = InitiativeDraft("Öppet hus", (Place(page=1, x0=0, top=0, x1=1, bottom=1),))
    activity = ActivityDraft("Öppet hus", initiative.places)
    given_table = table([["Satsning", "Mål", "Belopp (kr)"], ["Öppet hus", "Fler möts", "80 000"]])

    (found,) = amounts(given_table, rows={1: PlanRow(1, initiative, activity)}, year=2025)

    assert (found.table, found.row, found.col) == (1, 1, 2)
    assert found.places == (Place(page=1, x0=200, top=20, x1=290, bottom=35),)
    assert (found.text, found.subject, found.year) == ("80 000", "Öppet hus Fler möts", 2025)
    assert (found.initiative, found.activity) == (initiative, activity)


@pytest.mark.parametrize(
    ("header", "title", "year"),
    [
        ("Belopp 2024 (kr)", "Medel för 2025", 2024),
        ("Belopp (kr)", "Medel för 2025", 2025),
        ("Belopp (kr)", "Fördelade medel", 2026),
    ],
)
def test_the_year_is_the_headers_else_the_titles_else_the_documents(header, title, year):
    found = amounts(table([["Verksamhet", header], ["Skola", "120 000"]], title=title), year=2026)

    assert [a.year for a in found] == [year]


def test_sums_in_a_cell_of_words_are_found():
    given_table = table([["Satsning", "Kommentar"], ["Öppet hus", "Av detta har 40 000 kr använts till lokal."]])

    assert [(a.number.kronor, a.text) for a in amounts(given_table)] == [(40_000, "40 000 kr")]


def test_a_headless_table_of_two_columns_carries_its_word_down():
    rows = [["Erhållet statsbidrag", "500 000 kr"], ["Vuxenenheten", "300 000 kr"], ["Kvarstår", "0 kr"]]

    assert [a.kind for a in amounts(table(rows, headers=0))] == ["received", "received", "remaining"]


def test_a_header_over_several_columns_holds_for_each():
    cells = (
        ("Kommun", 0, 0, 1, "header"),
        ("Belopp (tkr)", 0, 1, 2, "header"),
        ("Botkyrka", 1, 0, 1, "body"),
        ("120", 1, 1, 1, "body"),
        ("130", 1, 2, 1, "body"),
    )
    given_table = table([["Kommun", "", ""], ["", "", ""]]).model_copy(
        update={
            "cells": tuple(
                Cell(
                    row=r, col=c, col_span=span, text=text, role=role, place=Place(page=1, x0=0, top=0, x1=1, bottom=1)
                )
                for text, r, c, span, role in cells
            )
        }
    )

    assert kronor(given_table) == [120_000, 130_000]


@pytest.mark.parametrize("text", ["", "–", "x", "Skola", "se bilaga", "2,80 tjänster"])
def test_cells_that_are_no_numbers(text):
    given_table = table([["Verksamhet", "Belopp (kr)"], ["Skola", text]])

    assert (1, 1) not in cell_numbers(given_table)
    assert amounts(given_table) == []


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12), st.sampled_from([" ", "\u00a0", "\u2009", ""]))
def test_every_sum_of_a_column_is_read_to_the_krona(values, separator):
    rows = [["Verksamhet", "Belopp (kr)"]]
    rows += [[f"Enhet {chr(65 + n)}", f"{value:,}".replace(",", separator)] for n, value in enumerate(values)]

    assert kronor(table(rows)) == values


def test_a_column_of_years_holds_no_money_in_a_table_of_money():
    given_table = table([["Insats", "År", "Medel"], ["Kurs", "2025", "120 000"], ["Stöd", "2026", "90 000"]])

    assert kronor(given_table) == [120_000, 90_000]


@pytest.mark.parametrize(
    ("labels", "sums"),
    [
        (["Bidrag som kommunen fått", "Förbrukat av bidraget", "Ej förbrukat belopp"], [648_534, 622_325, 26_209]),
        (["Invånare i länet", "Besök under året", "Samtal"], []),
    ],
)
def test_a_headless_list_holds_money_where_its_labels_are_what_sums_of_a_grant_are(labels, sums):
    figures = ["648 534", "622 325", "26 209"]

    assert kronor(table([list(row) for row in zip(labels, figures, strict=True)], headers=0)) == sums


def test_a_column_of_years_is_no_money_where_others_are():
    rows = [["Insats", "Start", "Kostnad"], ["Kurs", "2025–2026", "75 000 kr"], ["Skyltar", "2026", "30 000 kr"]]

    assert kronor(table(rows)) == [75_000, 30_000]


def test_a_sum_in_the_title_is_no_unit_of_the_cells():
    rows = [["Kommun", "Belopp"], ["Botkyrka", "229 005"]]

    assert kronor(table(rows, title="Regionen för över 4,3 miljoner kronor till kommunerna")) == [229_005]
    assert kronor(table([["Kommun", "Bidrag"], ["Botkyrka", "2,5"]], title="Medel, miljoner kronor")) == [2_500_000]


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("Medlen fördelas så här. Belopp i tkr.", [1_124_000, 1_324_000]),
        ("Alla belopp anges i miljoner kronor", [1_124_000_000, 1_324_000_000]),
        ("Belopp i tkr. Nämnden gick med underskott.", [1_124_000, 1_324_000]),
        ("Beloppen är angivna i tusental kronor (tkr). För 2027 är de preliminära.", [1_124_000, 1_324_000]),
        ("Belopp i tkr finns i bilagan. Här visas hur det går till.", []),
        ("Så här blir det.", []),
    ],
)
def test_the_text_right_above_a_table_tells_its_unit(text: str, kronor: list[int]):
    told = table([["", "Rörlig del", "Summa"], ["Botkyrka", "1 124", "1 324"]])
    other = table([["", "Rörlig del", "Summa"], ["Botkyrka", "112", "132"]])

    first, second = units_above([prose(text), heading("Bilaga"), told, other])

    assert [n.kronor for n in cell_numbers(told, first).values() if n.is_money] == kronor
    assert second is None


@pytest.mark.parametrize(
    ("asked", "unit"),
    [("6. Fördela medlen (kronor)", "kr"), ("Belopp per insats (tkr):", "tkr"), ("Medel (se sida 2)", None)],
)
def test_the_question_above_a_table_says_the_unit_though_a_hint_stands_between(asked, unit):
    def above(top: float, block: Heading | Paragraph, size: float) -> Heading | Paragraph:
        place = Place(page=1, x0=70, top=top, x1=400, bottom=top + size)
        return block.model_copy(update={"places": (place,), "size": size})

    costs = table([["Samtal", "54 000"], ["Kurser", "21 000"]], headers=0)
    place = Place(page=1, x0=70, top=130, x1=400, bottom=160)
    costs = costs.model_copy(update={"places": (place,)})
    question, hint = above(100, heading(asked), 9.5), above(114, prose("Summan ska vara hela beloppet."), 8)

    assert units_above([question, hint, costs]) == [unit]
    assert units_above([question, above(114, prose("Vi har delat medlen."), 9.5), costs]) == [None]
    assert units_above([above(20, question, 9.5), costs]) == [None]


def test_decisions_that_were_granted_or_refused_are_no_sums():
    assert kronor(table([["Ärendetyp", "Beviljat", "Avslag"], ["Boendestöd", "11", "1"], ["Lots", "212", "34"]])) == []
    assert kronor(table([["Insats", "Beviljat"], ["Boendestöd", "110 000"], ["Lots", "212 000"]])) == [110_000, 212_000]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Under 2026 fördelas 3,5 miljoner kronor på följande sätt.", "kr"),
        ("Länet har fått 3 459 000 kronor.", "kr"),
        ("Länet har fått 3,9 miljoner kronor.", None),
    ],
)
def test_numbers_that_make_the_sum_told_above_their_table_are_that_money(text: str, unit: str | None):
    shared = table([["Del", "Länet", "Orterna"], ["Start", "1 450 000", "800 000"], ["Stöd", "950 000", "259 000"]])

    numbered = table([["Del", "Nr", "Länet"], ["Start", "3", "1 450 000"], ["Stöd", "4", "2 009 000"]])

    assert units_above([prose(text), shared]) == [unit]
    assert units_above([prose(text), numbered]) == [None]


def test_a_unit_of_all_sums_where_nothing_else_is_said_is_of_every_table_of_money_and_of_no_counts():
    text = "Belopp i tkr om inget annat anges. Minus innebär underskott."
    money = table(
        [["Verksamhet", "Budget 2025", "Utfall jan–apr"], ["Barn", "1 124", "324"], ["Äldre", "2 130", "710"]]
    )
    counts = table(
        [["Volymer", "Utfall 2024", "Utfall jan–apr"], ["Anmälningar", "1 412", "531"], ["Hem", "1 130", "71"]]
    )

    units = units_above([prose(text), heading("Utfall"), money, heading("Mer"), money, heading("Volymer"), counts])

    assert units == ["tkr", "tkr", None]
    assert sorted(n.kronor for n in cell_numbers(money, "tkr").values()) == [324_000, 710_000, 1_124_000, 2_130_000]
    assert not any(n.is_money for n in cell_numbers(counts, None).values())


def test_references_to_notes_are_no_sums():
    rows = [["Balansräkning", "Not", "2023"], ["Fordringar", "14", "1 124"], ["Kassa", "15", "324"]]

    assert kronor(table(rows, title="Balansräkning (tkr)")) == [1_124_000, 324_000]


def test_counts_and_shares_are_no_sums_though_the_text_tells_a_unit():
    given_table = table([["Kommun", "Antal", "Andel, %", "2023"], ["Botkyrka", "1 124", "12", "900"]])

    assert {at: n.unit for at, n in cell_numbers(given_table, "tkr").items()}[1, 3] == "tkr"
    assert all(n.unit != "tkr" for at, n in cell_numbers(given_table, "tkr").items() if at[1] < 3)


@pytest.mark.parametrize("head", ["2024 (kr)", "2024, kr", "2024 kr"])
def test_a_head_of_a_year_and_its_unit_is_no_sum_but_says_the_year_of_those_below_it(head):
    found = amounts(table([["Kostnad", head], ["Lön", "498 000"], ["Resor", "900"]]), year=2026)

    assert [(a.number.kronor, a.year) for a in found] == [(498_000, 2024), (900, 2024)]


@pytest.mark.parametrize("head", ["Utfall", "Utfall 2024", "Beviljade", "Prognos"])
def test_small_numbers_below_a_head_of_many_things_are_sums_only_where_money_is_spoken_of(head):
    counts = [["Mått", head], ["Deltagare i grupper", "48"], ["Samtal", "212"]]

    assert kronor(table(counts)) == []
    assert kronor(table(counts, title="Kostnader i tusental kronor")) == [48_000, 212_000]
    assert kronor(table([*counts, ["Summa", "12 400"]])) == [48, 212, 12_400]


def test_income_beside_costs_is_not_spent():
    given = table(
        [
            ["Post", "Belopp (kr)"],
            ["Statsbidrag", "400 000"],
            ["Löner", "390 000"],
            ["Intäkter", ""],
            ["Bidrag från stiftelsen", "90 000"],
            ["Entréer", "5 000"],
            ["Kostnader", ""],
            ["Resor", "7 000"],
        ]
    )

    assert [a.kind for a in amounts(given, costs_are="spent")] == ["received", "spent", "received", "other", "spent"]


def test_the_lowest_head_that_names_a_year_goes_before_a_title_over_all_and_a_rows_own_label_before_the_documents():
    heads = [["5. Budget 2025", "", ""], ["Post", "Budget 2024 (kr)", "Budget 2025 (kr)"]]
    given = table([*heads, ["Lön", "318 000", "342 000"], ["Hyra", "84 000", "87 000"]], headers=2)
    whole = given.cells[0].model_copy(update={"col_span": 3})
    given = given.model_copy(update={"cells": (whole, *given.cells[1:])})
    facts = table([["Sökt belopp för 2025", "410 000 kr"], ["Beviljat belopp 2023", "375 000 kr"]], headers=0)

    assert [amount.year for amount in amounts(given, year=2026)] == [2024, 2025, 2024, 2025]
    assert [amount.year for amount in amounts(facts, year=2026)] == [2025, 2023]
