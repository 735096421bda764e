"""A memo in the making: what it is about, its three sums, and what its sections have declared so far."""

from dataclasses import dataclass, field

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Heading
from corpus.generator.composers.memo_matters import Matter, MatterName
from corpus.generator.composers.money_tables import GRANTED, REMAINING, SPENT, TOTAL
from corpus.generator.composers.telling import Telling
from corpus.generator.content import Planted, Relation
from corpus.generator.figures import money
from corpus.generator.phrases import stock
from corpus.generator.voice import Voice


@dataclass
class MemoDraft:
    """One memo in the making. Keys: granted, used, left; unit.<n>; before; <key>.told<n> for what is told again."""

    assignment: Assignment
    voice: Voice
    matter: Matter
    name: MatterName
    committee: str
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def __post_init__(self) -> None:
        scenario, about, voice = self.assignment.scenario, self.assignment.about(), self.voice
        self.telling = Telling(voice, "tie.same-fact")
        used = about.spent if self.name == "report" else about.planned
        kinds = SPENT if self.name == "report" else TOTAL
        self.granted = money("granted", about.granted, GRANTED, voice.kronor, year=scenario.year)
        self.used = money("used", used, ("total", *kinds), voice.kronor, year=scenario.year)
        self.left = money("left", about.granted - used, REMAINING, voice.kronor, year=scenario.year)

    def head(self, name: str) -> Heading:
        return Heading(self.voice.rng.choice(stock("forms")["memo"]["headings"][name]) + self.voice.colon, 2)
