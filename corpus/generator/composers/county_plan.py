"""A county's plan: many initiatives under a strict skeleton, the money of the county, the matrix of years."""

from collections.abc import Sequence

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Contents, Cover, Heading, Landscape, Paragraph
from corpus.generator.composers.annexes import year_matrix
from corpus.generator.composers.county_economy import CountyDraft, add_economy, initiative_cost
from corpus.generator.composers.initiatives import PlanForm, Planned, Shape, YearsBy, compose_initiative, cost_sentence
from corpus.generator.composers.plan_chapters import Chapter, chapters_of
from corpus.generator.composers.plan_opening import compose_opening
from corpus.generator.content import Content, Facts, Planted
from corpus.generator.scenario import Scenario
from corpus.generator.voice import Voice


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
    draft = CountyDraft()
    lines = (f"{scenario.region} och länets kommuner", f"Beslutad {voice.date(scenario.period_start - 1)}")
    draft.blocks += [Cover(title, voice.rng.choice(("", scenario.grant_name)), lines)]
    if voice.rng.random() < 0.8:
        draft.blocks.append(Contents())
    opening = compose_opening(voice, scenario)
    draft.blocks += opening.blocks
    draft.planted += opening.planted
    chapters = chapters_of(voice, scenario)
    _initiatives(draft, voice, scenario, form, planned, chapters)
    add_economy(draft, voice, scenario)
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
    draft: CountyDraft, voice: Voice, scenario: Scenario, form: PlanForm, planned: Planned, chapters: Sequence[Chapter]
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
                cost = initiative_cost(draft, voice, scenario, *costs[title]) if title in costs else None
                told = cost_sentence(voice, theme, cost) if cost is not None or voice.rng.random() < 0.4 else ()
                draft.blocks += compose_initiative(voice, theme, title, form, planned, told)


def _told_later(draft: CountyDraft, voice: Voice, scenario: Scenario) -> None:
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
