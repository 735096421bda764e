"""A direction (inriktning): prioritised areas in boxes or lists, no activities and no money."""

from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Boxed, Bullets, Contents, Cover, Goal, Heading, Item, Paragraph
from corpus.generator.composers.county_plan import numbered
from corpus.generator.content import Content, Facts
from corpus.generator.phrases import stock

_COUNT_WORDS: Final = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")


def compose_direction(assignment: Assignment) -> Content:
    """Goals without a horizon, in each area's box or list."""
    scenario, voice = assignment.scenario, assignment.voice()
    period = f"{scenario.period_start}–{scenario.period_end}"
    title = voice.rng.choice(
        (
            f"Inriktning för psykisk hälsa och suicidprevention {period}",
            f"Gemensam inriktning psykisk hälsa {period}, {scenario.county}",
        )
    )
    boxed = voice.rng.random() < 0.6
    blocks: list[Block] = [Cover(title, "", (scenario.region, f"Kommunerna i {scenario.county}"))]
    if voice.rng.random() < 0.5:
        blocks.append(Contents())
    blocks += [Heading("Bakgrund", 1), *voice.prose("others_goals", 2), *voice.prose("numbers", 2)]
    blocks += [Heading("Syfte", 1), *voice.prose("introductions", 2), Heading("Utgångspunkter", 1)]
    blocks += [*voice.prose("children_rights"), *voice.prose("equality"), *voice.prose("law")]
    blocks += [Heading(voice.rng.choice(("Prioriterade områden", "Målområden")), 1)]
    announced = stock("prose")["announcements_areas"]
    blocks.append(
        Paragraph(
            (voice.drawer.filled(voice.drawer.template(announced), antal_ord=_COUNT_WORDS[len(scenario.themes)]),)
        )
    )
    blocks.append(Bullets(tuple(Item((theme.name,)) for theme in scenario.themes)))
    for n, theme in enumerate(scenario.themes, start=1):
        blocks.append(Heading(f"Målområde {n}: {theme.name}" if boxed else theme.name, 2))
        blocks += [voice.paragraph(theme.background)]
        goals = voice.drawer.several(theme.long_term_goals, voice.rng.randint(2, 4))
        items = Bullets(tuple(Item((Goal((voice.item(words),)),)) for words in goals))
        if boxed:
            blocks.append(Boxed(voice.rng.choice(("Prioriterade områden", "Mål")), (items,)))
        else:
            blocks += [Heading("Mål", 3), items]
    blocks += [Heading("Uppföljning", 1), *voice.prose("follow_up", 2)]
    return Content(
        name=assignment.name,
        kind="direction",
        facts=Facts("direction", title, period_start=scenario.period_start, period_end=scenario.period_end),
        blocks=numbered(voice, blocks),
        running_head=voice.rng.choice(("", title)),
        running_foot=voice.rng.choice(("", scenario.region)),
        page_number=voice.rng.choice(("{page}", "{page} ({pages})")),
        periods=(("period_start", str(scenario.period_start)), ("period_end", str(scenario.period_end))),
    )
