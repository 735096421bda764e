"""The tables of money, each with the relations that hold in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.generator.blocks import Column, Prose, Row, Table
from corpus.generator.content import Relation, Term
from corpus.generator.figures import Figure, Style, count, money
from corpus.generator.scenario import Pot, Scenario
from corpus.generator.voice import Voice
from models.rows import AmountKind

ALLOCATED: tuple[AmountKind, ...] = ("allocated", "planned", "granted")
PLANNED: tuple[AmountKind, ...] = ("planned", "allocated")
TOTAL: tuple[AmountKind, ...] = ("total", "allocated", "planned", "granted", "spent")
SPENT: tuple[AmountKind, ...] = ("spent",)
_WITH_INHABITANTS = 0.35
"""How often a county's table tells how many live there."""
REMAINING: tuple[AmountKind, ...] = ("remaining", "repayable")
GRANTED: tuple[AmountKind, ...] = ("granted", "received", "requisitioned", "allocated")


@dataclass(frozen=True)
class MoneyTable:
    """A table and what must hold between its figures."""

    table: Table
    relations: tuple[Relation, ...]


def terms(keys: Sequence[str]) -> tuple[Term, ...]:
    """The figures added up."""
    return tuple(Term((key,)) for key in keys)


def allocation_table(voice: Voice, scenario: Scenario, caption: str, style: Style) -> MoneyTable:
    """Municipality by municipality, their sum, the region's and the common share, and the whole.

    At times with the inhabitants, by whom the money is shared out, more or less. Keys: alloc.<kommunkod>, alloc.sum,
    alloc.region, alloc.common, alloc.total; people.<kommunkod>, people.sum.
    """
    rounded = style.unit > 1
    rows: list[Row] = []
    keys: list[str] = []
    for each in scenario.municipalities:
        keys.append(f"alloc.{each.code}")
        rows.append(_row(each.name, money(keys[-1], each.granted, ALLOCATED, style, year=scenario.year), each.code))
    kommuner = money("alloc.sum", scenario.allocated, TOTAL, style, year=scenario.year)
    rows.append(_row(voice.rng.choice(("Summa kommuner", "Kommunerna totalt")), kommuner, role="subtotal"))
    region = money("alloc.region", scenario.region_share, ALLOCATED, style, year=scenario.year)
    rows.append(_row(scenario.region, region))
    common = money("alloc.common", scenario.common.whole, ALLOCATED, style, year=scenario.year)
    rows.append(_row(scenario.common.name, common))
    whole = money("alloc.total", scenario.total, TOTAL, style, year=scenario.year)
    rows.append(_row(voice.rng.choice(("Totalt", "Summa", "Totalsumma länet")), whole, role="total"))
    unit = " (tkr)" if rounded else voice.rng.choice(("", " (kr)", " (kronor)"))
    head = voice.rng.choice(("Belopp", "Tilldelade medel", f"Statsbidrag {scenario.year}"))
    columns: tuple[Column, ...] = (Column("Kommun", width=2), Column(head + unit, "figure"))
    where = f"{caption}, {head + unit}"
    more: tuple[Relation, ...] = ()
    if voice.rng.random() < _WITH_INHABITANTS:
        columns, rows, people = _with_inhabitants(voice, scenario, columns, rows)
        more = (Relation("footing.column", "people.sum", terms(people), f"{caption}, {columns[1].head}"),)
    return MoneyTable(
        Table("alloc", caption, columns, tuple(rows)),
        (
            *more,
            Relation("footing.column", "alloc.sum", terms(keys), where, rounded=rounded),
            Relation(
                "footing.column",
                "alloc.total",
                terms(("alloc.sum", "alloc.region", "alloc.common")),
                where,
                rounded=rounded,
            ),
        ),
    )


def _with_inhabitants(
    voice: Voice, scenario: Scenario, columns: tuple[Column, ...], rows: list[Row]
) -> tuple[tuple[Column, ...], list[Row], list[str]]:
    """A column of invented inhabitants before the sums: every municipality gets nearly as much for each of them.

    Gives the columns, the rows and the keys of the municipalities' figures.
    """
    rate = voice.rng.randint(18, 90)
    style = Style(separator=voice.bare.separator)
    people = {
        each.code: count(
            f"people.{each.code}",
            max(Decimal(200), (each.granted * voice.rng.randint(88, 112) / 100 / rate).to_integral_value()),
            style,
        )
        for each in scenario.municipalities
    }
    together = count("people.sum", sum((each.value for each in people.values()), start=Decimal(0)), style)
    head = voice.rng.choice(("Invånare", "Antal invånare", f"Folkmängd {scenario.year - 1}"))
    made: list[Row] = []
    for row in rows:
        told = people.get(row.key or "", together if row.role == "subtotal" else None)
        made.append(replace(row, cells=(row.cells[0], () if told is None else (told,), *row.cells[1:])))
    return (columns[0], Column(head, "figure"), *columns[1:]), made, [each.key for each in people.values()]


def pot_table(voice: Voice, scenario: Scenario, pot: Pot, caption: str, shared_with: str | None = None) -> MoneyTable:
    """What a pot is shared out to. Keys: pot.1, pot.2, ..., pot.sum.

    shared_with is an initiative that has no money of its own but shares the first one's: its row repeats that sum
    (pot.shared), and the total counts it once.
    """
    rows: list[Row] = []
    keys: list[str] = []
    for i, (name, part) in enumerate(pot.parts, start=1):
        keys.append(f"pot.{i}")
        rows.append(_row(name, money(keys[-1], part, PLANNED, voice.bare, year=scenario.year), keys[-1]))
        if shared_with is not None and i == 1:
            again = money("pot.shared", part, PLANNED, voice.bare, year=scenario.year)
            rows.append(_row(f"{shared_with} (gemensamma medel med {name})", again, again.key))
    whole = money("pot.sum", pot.whole, TOTAL, voice.bare, year=scenario.year)
    rows.append(_row(voice.rng.choice(("Summa", "Totalt")), whole, role="total"))
    columns = (
        Column("Insats", width=3),
        Column(voice.rng.choice(("Kostnad (kr)", "Belopp", "Avsatta medel")), "figure"),
    )
    rule, also = ("footing.column", ()) if shared_with is None else ("tie.pot", ("footing.column",))
    return MoneyTable(
        Table("pot", caption, columns, tuple(rows)),
        (Relation(rule, "pot.sum", terms(keys), f"{caption}, {columns[1].head}", also=also),),
    )


def years_table(
    voice: Voice,
    rows_of: Sequence[tuple[str, Sequence[Decimal]]],
    years: Sequence[int],
    caption: str,
    earlier: Sequence[Decimal] = (),
) -> MoneyTable:
    """Sums by year and their total, in whole thousands; every column and every row adds up, but for rounding.

    earlier, one sum a row, is what the year before the first column had: the rows' totals hold it, no column does,
    and so no row adds up. Keys: years.<row>.<year>, years.<row>.total, years.sum.<year>, years.sum.total.
    """
    style = Style(scale=Decimal(1000), separator=voice.bare.separator)
    lines: list[Row] = []
    relations: list[Relation] = []

    def line(label: str, row: str, values: Sequence[Decimal], before: Decimal) -> None:
        kinds = TOTAL if row == "sum" else PLANNED
        parts = [
            money(f"years.{row}.{year}", value, kinds, style, year=year)
            for year, value in zip(years, values, strict=True)
        ]
        whole = money(f"years.{row}.total", sum(values, start=before), TOTAL, style)
        cells: tuple[Prose, ...] = ((label,), *((part,) for part in parts), (whole,))
        lines.append(Row(cells, "total" if row == "sum" else "body", f"years.{row}"))
        if not earlier:
            keys = terms([part.key for part in parts])
            relations.append(Relation("footing.row", whole.key, keys, f"{caption}, {label}", rounded=True))

    befores = earlier or [Decimal(0)] * len(rows_of)
    for i, ((label, values), before) in enumerate(zip(rows_of, befores, strict=True), start=1):
        line(label, str(i), values, before)
    sums = [sum((values[j] for _, values in rows_of), start=Decimal(0)) for j in range(len(years))]
    line("Totalt", "sum", sums, sum(befores, start=Decimal(0)))
    for name in (*[str(year) for year in years], "total"):
        column = [f"years.{i}.{name}" for i in range(1, len(rows_of) + 1)]
        relations.append(
            Relation("footing.column", f"years.sum.{name}", terms(column), f"{caption}, {name}", rounded=True)
        )
    columns = (
        Column(voice.rng.choice(("Område", "Insatsområde", "Del")), width=2.5),
        *(Column(str(year), "figure") for year in years),
        Column(f"Totalt {years[0] - 1}–{years[-1]}" if earlier else "Totalt", "figure"),
    )
    return MoneyTable(Table("years", f"{caption} (tkr)", columns, tuple(lines)), tuple(relations))


def outcome_table(
    voice: Voice,
    rows_of: Sequence[tuple[str, Decimal, Decimal]],
    year: int,
    caption: str,
    *,
    outcome_first: bool = False,
) -> MoneyTable:
    """Budget, outcome and the difference between them, row by row and in all. Kronor, with signs.

    Keys: out.<row>.budget, .spent, .diff; out.sum.budget, .spent, .diff. outcome_first: the columns change places.
    """
    lines: list[Row] = []
    relations: list[Relation] = []

    def line(label: str, row: str, budget: Decimal, spent: Decimal) -> None:
        kinds: tuple[AmountKind, ...] = TOTAL if row == "sum" else PLANNED
        planned = money(f"out.{row}.budget", budget, kinds, voice.bare, year=year)
        used = money(f"out.{row}.spent", spent, TOTAL if row == "sum" else SPENT, voice.bare, year=year)
        left = money(f"out.{row}.diff", budget - spent, ("remaining", "other"), voice.bare, year=year)
        pair = (used, planned) if outcome_first else (planned, used)
        lines.append(
            Row(((label,), *((each,) for each in pair), (left,)), "total" if row == "sum" else "body", f"out.{row}")
        )
        difference = (Term((planned.key,)), Term((used.key,), Decimal(-1)))
        relations.append(Relation("recalc.balance", left.key, difference, f"{caption}, {label}", also=("footing.row",)))

    for i, (label, budget, spent) in enumerate(rows_of, start=1):
        line(label, str(i), budget, spent)
    line(
        voice.rng.choice(("Summa", "Totalt")),
        "sum",
        sum((each[1] for each in rows_of), start=Decimal(0)),
        sum((each[2] for each in rows_of), start=Decimal(0)),
    )
    for name in ("budget", "spent", "diff"):
        column = [f"out.{i}.{name}" for i in range(1, len(rows_of) + 1)]
        relations.append(Relation("footing.column", f"out.sum.{name}", terms(column), f"{caption}, {name}"))
    heads = voice.rng.choice((("Budget", "Utfall"), ("Budget", "Bokslut"), ("Beviljat", "Förbrukat")))
    pair_heads = heads[::-1] if outcome_first else heads
    columns = (
        Column(voice.rng.choice(("Insats", "Verksamhet", "Område")), width=2.5),
        *(Column(head, "figure") for head in pair_heads),
        Column(voice.rng.choice(("Avvikelse", "Differens", "Kvar")), "figure"),
    )
    return MoneyTable(Table("out", caption, columns, tuple(lines)), tuple(relations))


def share_table(voice: Voice, scenario: Scenario, percent: int, caption: str) -> MoneyTable:
    """Each municipality's sum and the percentage of it that goes to common work, rounded to whole kronor.

    Keys: share.<kommunkod>.base, .part; share.sum.base, .part. The column of rounded parts may miss its sum by kronor.
    """
    rows: list[Row] = []
    relations: list[Relation] = []
    codes = [each.code for each in scenario.municipalities]

    def line(label: str, code: str, base: Decimal, part: Decimal) -> None:
        kinds: tuple[AmountKind, ...] = TOTAL if code == "sum" else ALLOCATED
        whole = money(f"share.{code}.base", base, kinds, voice.bare, year=scenario.year)
        piece = money(f"share.{code}.part", part, ("share", *kinds), voice.bare, year=scenario.year)
        rows.append(Row(((label,), (whole,), (piece,)), "total" if code == "sum" else "body", code))
        weight = Decimal(percent) / 100
        relations.append(
            Relation("recalc.share", piece.key, (Term((whole.key,), weight),), f"{caption}, {label}", rounded=True)
        )

    for each in scenario.municipalities:
        line(each.name, each.code, each.granted, _percent_of(each.granted, percent))
    line(voice.rng.choice(("Summa", "Totalt")), "sum", scenario.allocated, _percent_of(scenario.allocated, percent))
    for name, rounded in (("base", False), ("part", True)):
        column = [f"share.{code}.{name}" for code in codes]
        relations.append(
            Relation("footing.column", f"share.sum.{name}", terms(column), f"{caption}, {name}", rounded=rounded)
        )
    columns = (
        Column("Kommun", width=2),
        Column(voice.rng.choice(("Belopp", "Fördelning")), "figure"),
        Column(voice.rng.choice((f"varav {percent} procent", f"{percent} % till gemensamt arbete")), "figure", 1.3),
    )
    return MoneyTable(Table("share", caption, columns, tuple(rows)), tuple(relations))


def posts_line(rate: Decimal, posts: Decimal, voice: Voice, year: int) -> tuple[Figure, Figure, Figure, Relation]:
    """A grant per post, the posts (with at most two decimals), what they make, and that they make it."""
    decimals = 0 if posts == posts.to_integral_value() else 2
    n_posts = count("posts", posts, Style(decimals=decimals, separator=""))
    per_post = money("rate", rate, ("unit_rate",), voice.kronor, year=year)
    whole = money("applied", rate * posts, ("requisitioned", "granted", "planned", "other"), voice.kronor, year=year)
    relation = Relation(
        "recalc.product", whole.key, (Term((per_post.key, n_posts.key)),), "Belopp per tjänst x tjänster"
    )
    return per_post, n_posts, whole, relation


def _row(label: str, figure: Figure, key: str | None = None, role: str = "body") -> Row:
    cells: tuple[Prose, ...] = ((label,), (figure,))
    if role == "subtotal":
        return Row(cells, "subtotal", key)
    return Row(cells, "total" if role == "total" else "body", key)


def _percent_of(base: Decimal, percent: int) -> Decimal:
    return (base * percent / 100).quantize(Decimal(1), ROUND_HALF_UP)
