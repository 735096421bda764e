"""A county's plan: many initiatives under a strict skeleton, the money of the county, the matrix of years."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.generator.assignment import Assignment
from corpus.generator.composers.annexes import agreement_table, year_matrix
from corpus.generator.composers.initiatives import (
    PlanForm,
    Planned,
    Shape,
    YearsBy,
    compose_initiative,
    cost_sentence,
)
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
from corpus.generator.composers.plan_chapters import Chapter, chapters_of
from corpus.generator.composers.plan_opening import compose_opening
from corpus.generator.content import (
    Block,
    Content,
    Contents,
    Cover,
    Facts,
    Heading,
    Landscape,
    Paragraph,
    Planted,
    Relation,
)
from corpus.generator.figures import Figure, Style, money
from corpus.generator.scenario import Scenario
from corpus.generator.voice import Voice

_LEAST_IN_MILLIONS = Decimal(500_000)


@dataclass
class _Draft:
    """The plan while it is being written."""

    blocks: list[Block] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def add(self, made: MoneyTable) -> None:
        self.blocks.append(made.table)
        self.relations += made.relations


def compose_county_plan(assignment: Assignment) -> Content:
    """Keys: those of allocation_table, pot_table, share_table and years_table; cost.<i> in the initiatives' prose."""
    scenario, voice = assignment.scenario, assignment.voice()
    period = f"{scenario.period_start}–{scenario.period_end}"
    title = voice.rng.choice(
        (
            f"Handlingsplan för psykisk hälsa i {scenario.county} {period}",
            f"Länsgemensam handlingsplan psykisk hälsa {period}",
            f"Psykisk hälsa i {scenario.county} – handlingsplan {period}",
        )
    )
    years = tuple(range(scenario.period_start, scenario.period_end + 1))
    form = plan_form(voice, years)
    planned = Planned()
    draft = _Draft()
    lines = (f"{scenario.region} och länets kommuner", f"Beslutad {voice.date(scenario.period_start - 1)}")
    draft.blocks += [Cover(title, voice.rng.choice(("", scenario.grant_name)), lines)]
    if voice.rng.random() < 0.8:
        draft.blocks.append(Contents())
    opening = compose_opening(voice, scenario)
    draft.blocks += opening.blocks
    draft.planted += opening.planted
    chapters = chapters_of(voice, scenario)
    _initiatives(draft, voice, scenario, form, planned, chapters)
    _economy(draft, voice, scenario)
    draft.blocks += [Heading(voice.rng.choice(("Uppföljning", "Uppföljning och utvärdering")), 1)]
    draft.blocks += voice.prose("follow_up", voice.rng.randint(1, 3))
    _told_later(draft, voice, scenario)
    if form.years_by in ("heads", "phrases", "matrix") and (form.years_by == "matrix" or voice.rng.random() < 0.6):
        caption = voice.rng.choice(("Bilaga. Aktiviteter och år", "Bilaga 2. Tidplan", "Tidplan för aktiviteter"))
        matrix = year_matrix(voice, planned, years, whole=form.years_by == "matrix")
        annex: tuple[Block, ...] = (Heading(caption, 1), matrix)
        draft.blocks += [Landscape(annex)] if voice.rng.random() < 0.6 else list(annex)
    grant_told = any(isinstance(block, Cover) and block.subtitle for block in draft.blocks)
    return Content(
        name=assignment.name,
        kind="county_plan",
        facts=Facts(
            "action_plan",
            title,
            period_start=scenario.period_start,
            period_end=scenario.period_end,
            grant_name=scenario.grant_name if grant_told else None,
        ),
        blocks=numbered(voice, draft.blocks),
        relations=tuple(draft.relations),
        planted=tuple(draft.planted),
        running_head=voice.rng.choice(("", title, f"Handlingsplan {period}")),
        running_foot=voice.rng.choice(("", scenario.region, f"{scenario.region} och kommunerna i {scenario.county}")),
        page_number=voice.rng.choice(("{page}", "{page} ({pages})", "Sida {page}", "{page}/{pages}")),
        periods=(
            ("period_start", str(scenario.period_start)),
            ("period_end", str(scenario.period_end)),
            ("years_by", form.years_by),
            ("shape", form.shape),
            ("areas", "national" if any(chapter.is_national for chapter in chapters) else "own"),
        ),
    )


def plan_form(voice: Voice, years: tuple[int, ...]) -> PlanForm:
    """One of the shapes that plans have, the same all through the plan."""
    shapes: tuple[Shape, ...] = ("heads", "heads", "heads", "run_in", "numbered", "table")
    ways: tuple[YearsBy, ...] = ("heads", "heads", "phrases", "matrix", "period")
    shape = voice.rng.choice(shapes)
    by = voice.rng.choice(ways) if shape == "heads" else "phrases"
    return PlanForm(
        shape=shape,
        years_by="period" if shape == "numbered" else by,
        years=years,
        goals_as_paragraphs=voice.rng.random() < 0.25,
        announced=voice.rng.random() < 0.15,
    )


def numbered(voice: Voice, blocks: list[Block]) -> tuple[Block, ...]:
    """The headings of the first two levels numbered, or none of them."""
    if voice.rng.random() < 0.55:
        return tuple(blocks)
    chapter = section = 0
    dot = voice.rng.choice(("", "."))
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapter, section = chapter + 1, 0
            done.append(Heading(block.words, 1, f"{chapter}{dot}"))
        elif isinstance(block, Heading) and block.level == 2 and chapter:
            section += 1
            done.append(Heading(block.words, 2, f"{chapter}.{section}{dot}"))
        else:
            done.append(block)
    return tuple(done)


def _initiatives(
    draft: _Draft, voice: Voice, scenario: Scenario, form: PlanForm, planned: Planned, chapters: Sequence[Chapter]
) -> None:
    """Chapter by chapter. What the common pot pays is told in its initiative too, to the krona or rounded."""
    costs = {name: (i, part) for i, (name, part) in enumerate(scenario.common.parts, start=1)}
    for chapter in chapters:
        draft.blocks.append(Heading(chapter.heading, 1))
        for theme in chapter.themes:
            draft.blocks += [voice.paragraph(theme.background) for _ in range(voice.rng.randint(1, 2))]
            if voice.rng.random() < 0.5:
                draft.blocks += voice.prose("numbers")
            paid = [title for title in theme.initiatives if title in costs]
            others = [title for title in theme.initiatives if title not in costs]
            for title in (*paid, *voice.rng.sample(others, min(len(others), voice.rng.randint(2, 4)))):
                cost = _cost(draft, voice, scenario, *costs[title]) if title in costs else None
                told = cost_sentence(voice, theme, cost) if cost is not None or voice.rng.random() < 0.4 else ()
                draft.blocks += compose_initiative(voice, theme, title, form, planned, told)


def _cost(draft: _Draft, voice: Voice, scenario: Scenario, i: int, part: Decimal) -> Figure:
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


def _economy(draft: _Draft, voice: Voice, scenario: Scenario) -> None:
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


def _more_tables(draft: _Draft, voice: Voice, scenario: Scenario) -> None:
    """One or two further tables, or none."""
    makers = (_add_shares, _add_years, _add_agreement)
    for number, make in enumerate(voice.rng.sample(makers, voice.rng.choice((0, 1, 1, 2, 2))), start=3):
        make(draft, voice, scenario, f"Tabell {number}")


def _add_shares(draft: _Draft, voice: Voice, scenario: Scenario, number: str) -> None:
    percent = voice.rng.randint(2, 12)
    draft.add(share_table(voice, scenario, percent, f"{number}. Kommunernas del, varav {percent} procent"))


def _add_years(draft: _Draft, voice: Voice, scenario: Scenario, number: str) -> None:
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


def _add_agreement(draft: _Draft, voice: Voice, scenario: Scenario, number: str) -> None:
    made, trap = agreement_table(voice, scenario, f"{number}. Överenskommelsens delar")
    draft.add(made)
    draft.planted.append(trap)


def _told_later(draft: _Draft, voice: Voice, scenario: Scenario) -> None:
    """A year after the period that is right: what comes when the plan has ended."""
    if voice.rng.random() < 0.3:
        after = scenario.period_end + voice.rng.randint(1, 2)
        words = voice.rng.choice(
            (
                f"En oberoende utvärdering av hela perioden presenteras under {after}.",
                f"Arbetet med nästa plan avslutas först {after}.",
            )
        )
        draft.blocks.append(Paragraph((words,)))
        draft.planted.append(
            Planted(
                "cutoff.period",
                "Uppföljning",
                None,
                str(after),
                "What comes after the period is told, not planned",
                "year-after-period-told",
                grade="trap-not-error",
                subject=str(after),
            )
        )


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
