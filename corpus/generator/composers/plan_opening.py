"""The chapters before a county's plan proper: why, what is known, who; lists that are announced, the plan before."""

from dataclasses import dataclass, field
from typing import Final

from corpus.generator.blocks import Block, Bullets, Heading, Item, Paragraph
from corpus.generator.content import Planted
from corpus.generator.scenario import Scenario
from corpus.generator.voice import Voice

NUMBER_WORDS: Final = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
"""What a number of things is called in running words, by its number."""

_ANNOUNCED: Final = (
    ("groups", "Planen riktar sig till {n} målgrupper:"),
    ("groups", "Parterna har enats om {n} prioriterade målgrupper:"),
    ("areas", "Arbetet är samlat i {n} områden:"),
    ("areas", "Handlingsplanen är uppdelad i följande {n} delar:"),
)
_AT_LEAST: Final = "Varje huvudman ska under perioden arbeta med minst två av dessa områden:"


@dataclass
class Opening:
    """The blocks, and the traps among them."""

    blocks: list[Block] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)


def compose_opening(voice: Voice, scenario: Scenario) -> Opening:
    """No goals and no activities of the plan's own stand here."""
    made = Opening()
    made.blocks += [Heading(voice.rng.choice(("Inledning", "Inledning och syfte")), 1)]
    made.blocks += voice.prose("introductions", voice.rng.randint(1, 2))
    if voice.rng.random() < 0.2:
        _plan_before(made, scenario)
    if voice.rng.random() < 0.4:
        _announced_list(made, voice, scenario)
    made.blocks += [Heading(voice.heads["background"], 1)]
    for name in voice.rng.sample(("numbers", "others_goals", "law", "children_rights", "equality"), 4):
        made.blocks += voice.prose(name, voice.rng.randint(2, 4))
    if voice.rng.random() < 0.4:
        made.blocks += [Heading("Nationella mål och styrdokument", 2), *voice.prose("others_goals", 2)]
    made.blocks += [Heading(voice.rng.choice(("Så har planen tagits fram", "Arbetssätt")), 1)]
    made.blocks += voice.prose("method", voice.rng.randint(1, 2))
    made.blocks += [Heading("Organisation", 2), *voice.prose("organisation", voice.rng.randint(1, 2))]
    return made


def _plan_before(made: Opening, scenario: Scenario) -> None:
    """The plan before this one has its own years."""
    years = f"{scenario.period_start - 3}–{scenario.period_start - 1}"
    made.blocks.append(Paragraph((f"Handlingsplanen för {years} följdes upp innan den här planen skrevs.",)))
    made.planted.append(
        Planted(
            "cutoff.title",
            "Inledning",
            f"{scenario.period_start}–{scenario.period_end}",
            years,
            "The plan before this one bears its own period",
            "plan-before",
            grade="trap-not-error",
            subject=years,
        )
    )


def _announced_list(made: Opening, voice: Voice, scenario: Scenario) -> None:
    """As many items as are announced; or a list of which at least two are to be chosen."""
    groups = list(dict.fromkeys(theme.target_groups[0] for theme in scenario.themes))
    areas = [theme.name for theme in scenario.themes]
    if voice.rng.random() < 0.25:
        made.blocks += [Paragraph((_AT_LEAST,)), _bullets(areas)]
        told = "The number is the least that is to be chosen of them"
        made.planted.append(
            Planted(
                "complete.listed",
                "Inledning",
                "2",
                str(len(areas)),
                told,
                "at-least",
                "trap-not-error",
                subject="minst",
            )
        )
        return
    kind, words = voice.rng.choice(_ANNOUNCED)
    items = groups if kind == "groups" and len(groups) > 2 else areas
    words = words if items is groups or kind == "areas" else _ANNOUNCED[-1][1]
    made.blocks += [Paragraph((words.format(n=NUMBER_WORDS[len(items)]),)), _bullets(items)]


def _bullets(items: list[str]) -> Bullets:
    return Bullets(tuple(Item((words,)) for words in items))
