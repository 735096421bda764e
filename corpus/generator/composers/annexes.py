"""What stands at a plan's end: the matrix of activities and years, and the parts of an agreement."""

from decimal import Decimal

from corpus.generator.blocks import Column, Prose, Row, Table
from corpus.generator.composers.initiatives import Planned
from corpus.generator.composers.money_tables import ALLOCATED, TOTAL, MoneyTable, terms
from corpus.generator.content import Planted, Relation
from corpus.generator.figures import money
from corpus.generator.scenario import Scenario
from corpus.generator.voice import Voice

_MOST_ROWS = 45


def year_matrix(voice: Voice, planned: Planned, years: tuple[int, ...], *, whole: bool) -> Table:
    """The body's activities in the document's words, each with an x in its years; section rows name the themes.

    whole: nothing else says their years, so none may be left out; else the first ones will do.
    """
    mark = voice.rng.choice(("x", "x", "X"))
    rows: list[Row] = []
    theme_before = ""
    for theme, words, own_years, key in planned.activities[: None if whole else _MOST_ROWS]:
        if theme != theme_before:
            rows.append(Row(((theme,), *((),) * len(years)), "section"))
            theme_before = theme
        marks: list[Prose] = [(mark,) if year in own_years else () for year in years]
        rows.append(Row(((words,), *marks), key=key))
    columns = (Column("Aktivitet", width=5), *(Column(str(year), "mark", 0.7) for year in years))
    return Table("matrix", "", columns, tuple(rows))


def agreement_table(voice: Voice, scenario: Scenario, caption: str) -> tuple[MoneyTable, Planted]:
    """The agreement's numbered parts. One row is "Del av 3.2" and is added all the same; a rounded total is told.

    Keys: agreement.1 ..., agreement.sum. The trap that comes with it names the sum that leaves that row out.
    """
    parts = [scenario.region_share, scenario.allocated, *(part for _, part in scenario.common.parts[:3])]
    names = ["Utvecklingsarbete utifrån handlingsplaner", *(theme.name for theme in scenario.themes)]
    rows: list[Row] = []
    keys: list[str] = []
    for i, (name, part) in enumerate(zip(names, parts, strict=False), start=1):
        number = "Del av 3.2" if i == 3 else f"3.{i if i < 3 else i - 1}"
        keys.append(f"agreement.{i}")
        figure = money(keys[-1], part, ALLOCATED, voice.bare, year=scenario.year)
        rows.append(Row(((number,), (name,), (figure,)), key=keys[-1]))
    whole = money("agreement.sum", sum(parts, start=Decimal(0)), TOTAL, voice.bare, year=scenario.year)
    rows.append(Row((("Summa",), (), (whole,)), "total", whole.key))
    columns = (Column("Avsnitt", width=0.8), Column("Prioriterat område", width=3), Column("Belopp", "figure", 1.2))
    trap = Planted(
        "footing.column",
        caption,
        whole.value - parts[2],
        whole.value,
        "Del av 3.2 is a part of section 3.2, not of the row above: it is added",
        "part-of-row",
        grade="trap-not-error",
    )
    relation = Relation("footing.column", whole.key, terms(keys), f"{caption}, Belopp")
    return MoneyTable(Table("agreement", caption, columns, tuple(rows)), (relation,)), trap
