"""The chapters of a county's plan: its own themes, or the five national focus areas of 2016 to 2020."""

from dataclasses import dataclass
from typing import Final

from corpus.generator.phrases import Theme, themes
from corpus.generator.scenario import Scenario
from corpus.generator.voice import Voice

FOCUS_AREAS: Final = (
    "förebyggande och främjande arbete",
    "tillgängliga och tidiga insatser",
    "utsatta grupper",
    "enskildas delaktighet och rättigheter",
    "ledning, styrning och organisation",
)
"""Those of the agreement on mental health between the state and SKL, as the themes name them."""
LAST_YEAR: Final = 2020


@dataclass(frozen=True)
class Chapter:
    """A heading and the themes under it. is_national: it is one of the five focus areas."""

    heading: str
    themes: tuple[Theme, ...]
    is_national: bool = False


def chapters_of(voice: Voice, scenario: Scenario) -> list[Chapter]:
    """One a theme; in the years of the agreement at times one a focus area, each with a theme at least."""
    words = voice.rng.choice(("{}", "{}", "Fokusområde: {}", "Insatsområde {n}: {}", "Målområde {}"))

    def heading(number: int, name: str) -> str:
        return words.replace("{n}", str(number)).replace("{}", name)

    if scenario.period_start <= LAST_YEAR and voice.rng.random() < 0.5:
        return [
            Chapter(heading(n, f"{area[0].upper()}{area[1:]}"), _themes_of(voice, scenario, area), is_national=True)
            for n, area in enumerate(FOCUS_AREAS, start=1)
        ]
    return [Chapter(heading(n, theme.name), (theme,)) for n, theme in enumerate(scenario.themes, start=1)]


def _themes_of(voice: Voice, scenario: Scenario, area: str) -> tuple[Theme, ...]:
    """The scenario's, or another that belongs there."""
    own = tuple(theme for theme in scenario.themes if theme.focus_area == area)
    return own or (voice.rng.choice([theme for theme in themes() if theme.focus_area == area]),)
