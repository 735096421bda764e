"""One initiative of a plan, in the shapes that plans really have: heads and lists, run-in labels, numbers, a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from corpus.generator.blocks import (
    Activity,
    Block,
    Bullets,
    Column,
    Goal,
    Heading,
    Indicator,
    Inline,
    Item,
    Paragraph,
    Prose,
    Row,
    RunIn,
    Strong,
    Table,
)
from corpus.generator.figures import Figure, count
from corpus.generator.phrases import Theme, stock
from corpus.generator.voice import Voice
from models.rows import Horizon

Shape = Literal["heads", "run_in", "numbered", "table"]
YearsBy = Literal["heads", "phrases", "matrix", "period"]

_YEAR_PHRASES: Final = (
    (", senast i december ", ""),
    (" under ", ""),
    (" (hösten ", ")"),
    (", klart i slutet av ", ""),
    (" under våren ", ""),
    (", senast den 30 juni ", ""),
)


@dataclass(frozen=True)
class PlanForm:
    """How one plan sets out its initiatives. level is that of an initiative's own heading."""

    shape: Shape
    years_by: YearsBy
    years: tuple[int, ...]
    level: int = 2
    goals_as_paragraphs: bool = False
    announced: bool = False


@dataclass
class Planned:
    """The plan's activities so far, for the matrix: (theme, activity's words, years, key)."""

    activities: list[tuple[str, str, tuple[int, ...], str]] = field(default_factory=list)
    n_numbered: int = 0

    def add(self, theme: Theme, words: str, years: tuple[int, ...]) -> str:
        """Takes the activity down and gives its key."""
        key = f"act{len(self.activities) + 1}"
        self.activities.append((theme.name, words, years, key))
        return key


def compose_initiative(
    voice: Voice, theme: Theme, title: str, form: PlanForm, planned: Planned, cost: Prose = ()
) -> list[Block]:
    """The initiative's heading and all that stands under it. cost is the sentence that tells what it costs."""
    blocks: list[Block] = [Heading(title, form.level)]
    if voice.rng.random() < 0.5:
        label = voice.label("target_group")
        blocks.append(RunIn(f"{label}:", (" " + voice.drawer.draw(theme.target_groups),)))
    if voice.rng.random() < 0.6:
        blocks.append(voice.paragraph(theme.background))
    match form.shape:
        case "heads":
            blocks += _by_heads(voice, theme, form, planned)
        case "run_in":
            blocks += _by_labels(voice, theme, form, planned)
        case "numbered":
            blocks += _by_numbers(voice, theme, form, planned)
        case "table":
            blocks.append(_as_table(voice, theme, form, planned))
    if cost:
        if form.shape == "run_in":
            blocks.append(RunIn(f"{voice.label('cost')}:", (" ", *cost)))
        else:
            blocks += [voice.head("cost", form.level + 1), Paragraph(cost)]
    return blocks


def activity_inline(
    voice: Voice, theme: Theme, words: str, form: PlanForm, planned: Planned, years: tuple[int, ...] | None = None
) -> Activity:
    """The activity with its years: told by a phrase of its own, or by what stands around it."""
    if years is None and form.years_by == "phrases" and not words.endswith(".") and voice.rng.random() < 0.7:
        year = voice.rng.choice(form.years)
        key = planned.add(theme, words, (year,))
        before, after = voice.rng.choice(_YEAR_PHRASES)
        told = count(f"{key}.year", year)
        return Activity((words + before, told, voice.item(after) if after else voice.full_stop), (year,), key=key)
    if years is None:
        years = form.years
        if form.years_by == "matrix":
            years = tuple(sorted(voice.rng.sample(form.years, voice.rng.randint(1, len(form.years)))))
    key = planned.add(theme, words, years)
    return Activity((voice.item(words),), years, key=key)


def year_groups(voice: Voice, years: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    """The plan's years under heads: one each, or the first alone and the rest as a range."""
    if len(years) > 2 and voice.rng.random() < 0.6:
        dash = voice.rng.choice(("–", "-"))
        return [(str(years[0]), years[:1]), (f"{years[1]}{dash}{years[-1]}", years[1:])]
    return [(str(year), (year,)) for year in years]


def _goals(voice: Voice, theme: Theme, horizon: Horizon, n: int) -> list[Goal]:
    sentences = theme.short_term_goals if horizon == "short_term" else theme.long_term_goals
    return [Goal((voice.item(words),), horizon) for words in voice.drawer.several(sentences, n)]


def _listed(voice: Voice, inlines: Sequence[Inline], *, as_paragraphs: bool) -> list[Block]:
    if as_paragraphs or (len(inlines) == 1 and voice.rng.random() < 0.6):
        return [Paragraph(voice.noted((inline,))) for inline in inlines]
    return [Bullets(tuple(Item(voice.noted((inline,))) for inline in inlines))]


def _by_heads(voice: Voice, theme: Theme, form: PlanForm, planned: Planned) -> list[Block]:
    blocks: list[Block] = []
    level = form.level + 1
    for horizon in _horizons(voice):
        blocks.append(voice.head(horizon, level))
        if form.announced:
            blocks.append(Paragraph((voice.drawer.draw(stock("prose")["announcements_goals"]),)))
        goals = _goals(voice, theme, horizon, voice.rng.randint(1, 3))
        blocks += _listed(voice, goals, as_paragraphs=form.goals_as_paragraphs)
    blocks.append(voice.head("activities", level))
    if form.years_by == "heads":
        for head, years in year_groups(voice, form.years):
            words = voice.drawer.several(theme.activities, voice.rng.randint(1, 3))
            blocks.append(Heading(head, level + 1))
            activities = [activity_inline(voice, theme, each, form, planned, years) for each in words]
            blocks += _listed(voice, activities, as_paragraphs=False)
    else:
        words = voice.drawer.several(theme.activities, voice.rng.randint(2, 5))
        activities = [activity_inline(voice, theme, each, form, planned) for each in words]
        blocks += _listed(voice, activities, as_paragraphs=False)
    if voice.rng.random() < 0.7:
        blocks.append(voice.head("indicators", level))
        blocks += _listed(voice, _indicators(voice, theme, voice.rng.randint(1, 3)), as_paragraphs=False)
    return blocks


def _by_labels(voice: Voice, theme: Theme, form: PlanForm, planned: Planned) -> list[Block]:
    blocks: list[Block] = []
    for horizon in _horizons(voice):
        goals = _goals(voice, theme, horizon, voice.rng.randint(1, 2))
        blocks += [RunIn(f"{voice.label(horizon)}:", (" ", goal)) for goal in goals]
    words = voice.drawer.several(theme.activities, voice.rng.randint(2, 4))
    activities = [activity_inline(voice, theme, each, form, planned) for each in words]
    blocks += [RunIn(f"{voice.label('activities')}:", ()), Bullets(tuple(Item((each,)) for each in activities))]
    blocks += [RunIn(f"{voice.label('indicators')}:", (" ", each)) for each in _indicators(voice, theme, 1)]
    return blocks


def _by_numbers(voice: Voice, theme: Theme, form: PlanForm, planned: Planned) -> list[Block]:
    """Numbered activities, each with its steps; the goals stand before them under heads."""
    blocks: list[Block] = []
    for horizon in _horizons(voice):
        blocks.append(voice.head(horizon, form.level + 1))
        blocks += _listed(voice, _goals(voice, theme, horizon, voice.rng.randint(1, 2)), as_paragraphs=False)
    for words in voice.drawer.several(theme.activities, voice.rng.randint(2, 3)):
        planned.n_numbered += 1
        steps = voice.drawer.several(theme.steps, voice.rng.choice((0, 2, 3)))
        key = planned.add(theme, words, form.years)
        mark = voice.rng.choice((".", ".", ":"))
        label = f"Aktivitet {planned.n_numbered}{mark} "
        numbered = Activity((Strong(label), voice.item(words)), form.years, optional=bool(steps), key=key)
        blocks.append(Paragraph((numbered,)))
        if steps:
            items = [Item((Activity((voice.item(step),), form.years),)) for step in steps]
            blocks.append(Bullets(tuple(items)))
    return blocks


def _as_table(voice: Voice, theme: Theme, form: PlanForm, planned: Planned) -> Table:
    """One row an activity: goal, activity, who, when, indicator."""
    horizon: Horizon = voice.rng.choice(("unspecified", "long_term", "short_term"))
    rows: list[Row] = []
    n = voice.rng.randint(2, 5)
    goals = _goals(voice, theme, horizon, n)
    words = voice.drawer.several(theme.activities, n)
    for goal, each, indicator in zip(goals, words, _indicators(voice, theme, n), strict=True):
        year = voice.rng.choice(form.years)
        key = planned.add(theme, each, (year,))
        told = count(f"{key}.year", year)
        activity = Activity((voice.item(each),), (year,), key=key)
        owner = voice.drawer.draw(theme.verksamheter)
        rows.append(Row(((goal,), (activity,), (owner,), (told,), (indicator,)), key=key))
    columns = (
        Column(voice.heads[horizon], width=2.4),
        Column("Aktivitet", width=2.6),
        Column(voice.rng.choice(("Ansvarig", "Ansvarig verksamhet")), width=1.5),
        Column(voice.rng.choice(("Tidplan", "När", "År")), width=1.0),
        Column(voice.rng.choice(("Indikator", "Uppföljning")), width=2.0),
    )
    return Table(f"plan{len(planned.activities)}", "", columns, tuple(rows))


def _indicators(voice: Voice, theme: Theme, n: int) -> list[Indicator]:
    return [Indicator((voice.item(words),)) for words in voice.drawer.several(theme.indicators, n)]


def _horizons(voice: Voice) -> list[Horizon]:
    both: list[Horizon] = ["long_term", "short_term"]
    options: list[list[Horizon]] = [both, both, both, ["long_term"], ["unspecified"]]
    return voice.rng.choice(options)


def cost_sentence(voice: Voice, theme: Theme, cost: Figure | None) -> Prose:
    """What the initiative costs, or in words that it costs nothing of its own."""
    money = stock("money")
    if cost is None:
        return (voice.drawer.draw(money["costs_elsewhere"]),)
    return voice.drawer.prose(money["costs"], {"belopp": cost}, skal=voice.drawer.draw(theme.cost_reasons))
