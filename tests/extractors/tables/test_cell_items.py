"""Lists in a table's cells: their items, and what each becomes in a plan."""

from dataclasses import replace

import pytest

from extractors.drafts import PlanDraft
from extractors.plans.tables import read_plan_table
from extractors.tables.cell_items import items_of
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_blocks import finish
from extractors.tables.table_flow import join_tables, table_of
from extractors.text.hyphens import Vocabulary
from models.blocks import Table
from tests.layout_builders import grid_of_texts, set_lines
from tests.table_builders import table

NOTHING_KNOWN = Vocabulary()


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (
            ["• Starta en grupp", "för föräldrar", "• Öppna en chatt"],
            ("Starta en grupp för föräldrar", "Öppna en chatt"),
        ),
        (["- Starta en grupp", "- Öppna en chatt"], ("Starta en grupp", "Öppna en chatt")),
        (["1. Starta en grupp", "2. Öppna en chatt"], ("Starta en grupp", "Öppna en chatt")),
        (["• Starta en grupp", "för föräldrar"], ("Starta en grupp för föräldrar",)),
        (["- Starta en grupp", "för föräldrar"], ()),
        (["Vi ska", "• starta en grupp", "• öppna en chatt"], ()),
        (["• Starta en grupp", "1. Öppna en chatt"], ()),
        (["☐ Ja", "☐ Nej"], ()),
        (["Starta en grupp", "Öppna en chatt"], ()),
        ([], ()),
    ],
)
def test_a_cells_items_are_told_by_their_marks(lines, items):
    assert items_of(set_lines(lines), NOTHING_KNOWN) == items


def grid(rows: list[list[str]], page: int = 1) -> DraftGrid:
    return grid_of_texts(rows, page=page, bold_rows=1)


def with_items(block: Table, col: int, items: tuple[str, ...]) -> Table:
    cells = [c.model_copy(update={"items": items}) if c.row == 1 and c.col == col else c for c in block.cells]
    return block.model_copy(update={"cells": tuple(cells)})


def test_a_list_that_the_page_cuts_goes_on_in_its_last_item():
    head = ["Mål", "Aktivitet"]
    above = table_of(grid([head, ["Fler får stöd", "• Starta en grupp"]]), "ruled", NOTHING_KNOWN)
    below = table_of(grid([head, ["", "för föräldrar"]], 2), "ruled", NOTHING_KNOWN)
    two = ("Öppna en chatt", "Starta en grupp")
    above = replace(above, cells=tuple(replace(c, items=two) if c.text.endswith("grupp") else c for c in above.cells))

    block = finish(join_tables(above, below, NOTHING_KNOWN))

    assert [c.items for c in block.cells if c.items] == [("Öppna en chatt", "Starta en grupp för föräldrar")]


def test_one_item_on_each_side_of_the_page_break_are_two():
    head = ["Mål", "Aktivitet"]
    tables = [
        table_of(grid([head, [goal, "• act"]], page), "ruled", NOTHING_KNOWN) for page, goal in ((1, "Fler"), (2, ""))
    ]
    acts = ("Starta en grupp", "Öppna en chatt")
    above, below = (
        replace(each, cells=tuple(replace(c, text=act, items=(act,)) if "act" in c.text else c for c in each.cells))
        for each, act in zip(tables, acts, strict=True)
    )

    block = finish(join_tables(above, below, NOTHING_KNOWN))

    assert [c.items for c in block.cells if c.items] == [acts]


@pytest.mark.parametrize(
    ("rest", "items"),
    [
        ("2. Öppna en chatt", ("Starta en grupp", "Öppna en chatt")),
        ("3. Öppna en chatt", ()),
        ("för föräldrar", ()),
    ],
)
def test_numbered_items_of_which_one_stands_on_each_side_of_the_page_break_are_told_by_their_numbers(rest, items):
    head = ["Mål", "Aktivitet"]
    above = table_of(grid([head, ["Fler", "1. Starta en grupp"]]), "ruled", NOTHING_KNOWN)
    below = table_of(grid([head, ["", rest]], 2), "ruled", NOTHING_KNOWN)

    block = finish(join_tables(above, below, NOTHING_KNOWN))

    assert next(c.items for c in block.cells if c.text.startswith("1.")) == items


def test_each_item_is_an_activity_and_the_rows_money_is_none_of_theirs():
    rows = [["Mål", "Aktivitet", "År", "Kostnad"], ["Fler får stöd", "Starta en grupp Öppna en chatt", "2026", "5 000"]]
    plan = PlanDraft()

    read = read_plan_table(with_items(table(rows), 1, ("Starta en grupp", "Öppna en chatt")), plan)

    assert [a.text for a in plan.activities] == ["Starta en grupp", "Öppna en chatt"]
    assert [a.heading_years for a in plan.activities] == [(2026, 2026)] * 2
    assert [g.text for g in plan.goals] == ["Fler får stöd"]
    assert read[1].initiative is not None
    assert read[1].activity is None


def test_each_item_is_a_goal():
    plan = PlanDraft()

    read_plan_table(
        with_items(table([["Mål", "Ansvarig"], ["A B", "Skolan"]]), 0, ("Fler trivs", "Färre väntar")), plan
    )

    assert [g.text for g in plan.goals] == ["Fler trivs", "Färre väntar"]
