"""A county's money in its plan: what initiatives cost, and the chapter on what is shared out."""

from dataclasses import dataclass, field
from decimal import Decimal

from corpus.generator.blocks import Block, Heading
from corpus.generator.composers.annexes import agreement_table
from corpus.generator.composers.money_tables import (
    PLANNED,
    TOTAL,
    MoneyTable,
    allocation_table,
    pot_table,
    share_table,
    terms,
    years_table,
)
from corpus.generator.content import Planted, Relation
from corpus.generator.figures import Figure, Style, money
from corpus.generator.scenario import Scenario
from corpus.generator.voice import Voice

_LEAST_IN_MILLIONS = Decimal(500_000)


@dataclass
class CountyDraft:
    """The plan while it is being written."""

    blocks: list[Block] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def add(self, made: MoneyTable) -> None:
        self.blocks.append(made.table)
        self.relations += made.relations


def initiative_cost(draft: CountyDraft, voice: Voice, scenario: Scenario, i: int, part: Decimal) -> Figure:
    """What the common pot pays for the initiative that is its part `i`; held against the pot's table."""
    style = voice.rng.choice((voice.kronor, voice.kronor, voice.thousands(), voice.millions(2)))
    if (part % 1000 and style.unit == 1000) or (part < _LEAST_IN_MILLIONS and style.unit > 1000):
        style = voice.kronor
    told_year = scenario.year if scenario.period_start == scenario.period_end else None
    figure = money(f"cost.{i}", part, PLANNED, style, year=told_year)
    rounded = style.unit > 1000
    draft.relations.append(
        Relation(
            "tie.text-table", figure.key, terms((f"pot.{i}",)), "Kostnad", also=("tie.same-fact",), rounded=rounded
        )
    )
    return figure


def add_economy(draft: CountyDraft, voice: Voice, scenario: Scenario) -> None:
    """The county's money: told in prose, shared out in tables."""
    year = scenario.year
    draft.blocks.append(Heading(voice.rng.choice(("Ekonomi", "Medel och fördelning", "Finansiering")), 1))
    style = voice.rng.choice((voice.bare, voice.bare, Style(scale=Decimal(1000), separator=voice.bare.separator)))
    made = allocation_table(voice, scenario, f"Tabell 1. Fördelning av medel {year}", style)
    told = voice.millions(voice.rng.choice((1, 2)))
    for name, key, value in (
        ("granted", "alloc.total", scenario.total),
        ("region_share", "alloc.region", scenario.region_share),
        ("municipalities_share", "alloc.sum", scenario.allocated),
        ("pot", "alloc.common", scenario.common.whole),
    ):
        if voice.rng.random() < 0.7:
            figure = money(f"told.{name}", value, TOTAL, voice.rng.choice((voice.kronor, told)), year=year)
            draft.blocks.append(voice.told(name, figure, avoiding="kommunen"))
            rounded = figure.style.unit > 1 or style.unit > 1
            draft.relations.append(
                Relation("tie.text-table", figure.key, terms((key,)), name, also=("tie.same-fact",), rounded=rounded)
            )
    draft.add(made)
    if style.unit == 1:
        draft.planted.append(_grand_total_trap(scenario))
    title = voice.rng.choice([title for theme in scenario.themes for title in theme.initiatives])
    shared = None if voice.rng.random() < 0.4 or title == scenario.common.parts[0][0] else title
    pot = pot_table(voice, scenario, scenario.common, f"Tabell 2. {scenario.common.name}", shared)
    draft.blocks += voice.prose("organisation")
    draft.add(pot)
    draft.relations.append(
        Relation("tie.pot", "alloc.common", terms(("pot.sum",)), scenario.common.name, rounded=style.unit > 1)
    )
    if shared is not None:
        once = scenario.common.whole
        draft.planted.append(_shared_pot_trap(once, once + scenario.common.parts[0][1]))
    _more_tables(draft, voice, scenario)


def _more_tables(draft: CountyDraft, voice: Voice, scenario: Scenario) -> None:
    """One or two further tables, or none."""
    makers = (_add_shares, _add_years, _add_agreement)
    for number, make in enumerate(voice.rng.sample(makers, voice.rng.choice((0, 1, 1, 2, 2))), start=3):
        make(draft, voice, scenario, f"Tabell {number}")


def _add_shares(draft: CountyDraft, voice: Voice, scenario: Scenario, number: str) -> None:
    percent = voice.rng.randint(2, 12)
    draft.add(share_table(voice, scenario, percent, f"{number}. Kommunernas del, varav {percent} procent"))


def _add_years(draft: CountyDraft, voice: Voice, scenario: Scenario, number: str) -> None:
    years = tuple(range(scenario.period_start, scenario.period_end + 1))
    rows: list[tuple[str, list[Decimal]]] = [
        (theme.name, [Decimal(voice.rng.randint(80, 4000) * 1000) for _ in years]) for theme in scenario.themes
    ]
    earlier = [Decimal(voice.rng.randint(40, 900) * 1000) for _ in rows] if voice.rng.random() < 0.4 else []
    draft.add(years_table(voice, rows, years, f"{number}. Planerade medel per år", earlier))
    if earlier:
        shown = sum(rows[0][1], start=Decimal(0))
        draft.planted.append(
            Planted(
                "footing.row",
                number,
                shown,
                shown + earlier[0],
                "The row's total holds a year that has no column",
                "year-outside-table",
                grade="trap-not-error",
            )
        )


def _add_agreement(draft: CountyDraft, voice: Voice, scenario: Scenario, number: str) -> None:
    made, trap = agreement_table(voice, scenario, f"{number}. Överenskommelsens delar")
    draft.add(made)
    draft.planted.append(trap)


def _grand_total_trap(scenario: Scenario) -> Planted:
    return Planted(
        "footing.column",
        "Tabell 1",
        scenario.total + scenario.allocated,
        scenario.total,
        "The total is made of the subtotal and the rows below it: adding every row counts the municipalities twice",
        "grand-total-of-subtotals",
        grade="trap-not-error",
    )


def _shared_pot_trap(once: Decimal, twice: Decimal) -> Planted:
    return Planted(
        "footing.column",
        "Tabell 2",
        twice,
        once,
        "Two initiatives share one sum, which counts once",
        "shared-pot-once",
        grade="trap-not-error",
    )
