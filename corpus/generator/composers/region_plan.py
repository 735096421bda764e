"""A region's own plan: fewer initiatives than the county's, and what they cost year by year."""

from decimal import Decimal

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Cover, Heading, Paragraph
from corpus.generator.composers.county_plan import numbered
from corpus.generator.composers.initiatives import PlanForm, Planned, compose_initiative, cost_sentence
from corpus.generator.composers.money_tables import PLANNED, TOTAL, outcome_table, terms, years_table
from corpus.generator.content import Content, Facts, Planted, Relation
from corpus.generator.figures import money
from corpus.generator.scenario import genitive


def compose_region_plan(assignment: Assignment) -> Content:
    """Keys: those of years_table; own.<i> in the initiatives' prose; told.total."""
    scenario, voice = assignment.scenario, assignment.voice()
    period = f"{scenario.period_start}–{scenario.period_end}"
    title = voice.rng.choice(
        (
            f"{genitive(scenario.region)} handlingsplan för psykisk hälsa {period}",
            f"Plan för psykisk hälsa {period}, {scenario.region}",
            f"Psykisk hälsa {period} – {genitive(scenario.region)} insatser",
        )
    )
    years = tuple(range(scenario.period_start, scenario.period_end + 1))
    form = PlanForm(
        shape=voice.rng.choice(("run_in", "run_in", "table", "heads")),
        years_by=voice.rng.choice(("phrases", "period")),
        years=years,
        goals_as_paragraphs=voice.rng.random() < 0.4,
    )
    planned = Planned()
    blocks: list[Block] = [Cover(title, "", (scenario.region,)), Heading("Inledning", 1), *voice.prose("introductions")]
    blocks += [*voice.prose("others_goals"), *voice.prose("numbers", 2)]
    relations: list[Relation] = []
    rows: list[tuple[str, list[Decimal]]] = []
    for theme in scenario.themes:
        blocks.append(Heading(theme.name, 1))
        blocks.append(voice.paragraph(theme.background))
        sums = [Decimal(voice.rng.randint(120, 3000) * 1000) for _ in years]
        rows.append((theme.name, sums))
        for title_of in voice.rng.sample(theme.initiatives, voice.rng.randint(1, 3)):
            told = cost_sentence(voice, theme, None) if voice.rng.random() < 0.3 else ()
            blocks += compose_initiative(voice, theme, title_of, form, planned, told)
        if voice.rng.random() < 0.5:
            style = voice.rng.choice((voice.kronor, voice.thousands(), voice.millions(1)))
            figure = money(f"own.{len(rows)}", sum(sums, start=Decimal(0)), PLANNED, style)
            blocks.append(Paragraph(cost_sentence(voice, theme, figure)))
            whole = terms((f"years.{len(rows)}.total",))
            relations.append(
                Relation(
                    "tie.text-table", figure.key, whole, theme.name, also=("tie.same-fact",), rounded=style.unit > 1
                )
            )
    made = years_table(voice, rows, years, "Medel per område och år")
    blocks += [Heading(voice.rng.choice(("Ekonomi", "Budget")), 1)]
    total = sum((sum(values, start=Decimal(0)) for _, values in rows), start=Decimal(0))
    figure = money("told.total", total, TOTAL, voice.millions(1))
    blocks.append(voice.told("planned_total", figure, avoiding="kommun"))
    relations.append(
        Relation(
            "tie.text-table", figure.key, terms(("years.sum.total",)), "Totalt", also=("tie.same-fact",), rounded=True
        )
    )
    blocks.append(made.table)
    planted: list[Planted] = []
    if voice.rng.random() < 0.5:
        past = [(name, values[0], _spent(voice.rng.randint(60, 118), values[0])) for name, values in rows]
        before = scenario.period_start - 1
        swapped = voice.rng.random() < 0.5
        outcome = outcome_table(voice, past, before, f"Utfall {before}", outcome_first=swapped)
        blocks += [*voice.prose("follow_up"), outcome.table]
        relations += outcome.relations
        if swapped:
            planted.append(_swapped_trap(past))
    blocks += [Heading("Uppföljning", 1), *voice.prose("follow_up")]
    return Content(
        name=assignment.name,
        kind="region_plan",
        facts=Facts(
            "action_plan",
            title,
            period_start=scenario.period_start,
            period_end=scenario.period_end,
        ),
        blocks=numbered(voice, blocks),
        relations=(*relations, *made.relations),
        planted=tuple(planted),
        running_head=voice.rng.choice(("", scenario.region, title)),
        running_foot=scenario.region,
        page_number=voice.rng.choice(("{page}", "Sida {page} ({pages})", "{page} ({pages})")),
        periods=(
            ("period_start", str(scenario.period_start)),
            ("period_end", str(scenario.period_end)),
            ("shape", form.shape),
        ),
    )


def _spent(percent: int, planned: Decimal) -> Decimal:
    return (planned * percent / 100).to_integral_value()


def _swapped_trap(rows: list[tuple[str, Decimal, Decimal]]) -> Planted:
    budget = sum((row[1] for row in rows), start=Decimal(0))
    spent = sum((row[2] for row in rows), start=Decimal(0))
    return Planted(
        "recalc.balance",
        "Utfall",
        spent - budget,
        budget - spent,
        "The outcome stands before the budget; the difference is still budget less outcome",
        "columns-swapped",
        grade="trap-not-error",
    )
