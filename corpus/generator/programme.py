"""Which documents a corpus holds: of which scenarios, with which errors, in which looks."""

import random
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.composers.catalogue import compose
from corpus.generator.content import Content, DocumentKind, Relation, figures_of
from corpus.generator.looks.look import Look
from corpus.generator.scenario import Municipality, Scenario, make_scenario
from corpus.generator.seeding.catalogue import SEEDINGS
from corpus.generator.seeding.seeding import Seeding, seed_error

_REPORTS: Final[tuple[DocumentKind, ...]] = ("form_report", "survey_report", "written_report")
_BESIDE: Final[tuple[tuple[DocumentKind, float], ...]] = (
    ("application", 0.35),
    ("memo", 0.45),
    ("control_plan", 0.15),
    ("consultation", 0.12),
)
"""What else a municipality has lying, and how often."""
_ONE_ERROR: Final = 0.45
_TWO_ERRORS: Final = 0.10
"""The parts of the documents that get one error, and two."""
_EVERY_SCANNED: Final = 24
"""One in so many documents is only a picture of itself."""


@dataclass(frozen=True)
class PlannedDocument:
    """A document with its look: all that is needed to make its files."""

    content: Content
    look: Look
    look_seed: int
    scanned: bool


def plan_corpus(
    seed: int, n_documents: int, looks: Sequence[Look], kinds: Collection[DocumentKind] | None = None
) -> Iterator[PlannedDocument]:
    """The documents of a seed, in their order: a longer corpus begins with the shorter one of the same seed.

    kinds: only documents of these kinds, each just as it is among the others; all kinds where it is null or empty.
    Raises ValueError where no look fits a kind of document.
    """
    turns = _Turns(random.Random(f"programme/{seed}"), tuple(looks))
    wanted = (each for each in _documents(seed, turns) if not kinds or each.content.kind in kinds)
    return islice(wanted, n_documents)


def _documents(seed: int, turns: "_Turns") -> Iterator[PlannedDocument]:
    ordinals = count(1)
    for number in count():
        scenario = make_scenario(seed, number)
        contents = [turns.seeded(compose(each)) for each in _assignments(scenario, turns.rng, ordinals)]
        for content in _agreeing(contents):
            yield turns.dressed(content)


def _assignments(scenario: Scenario, rng: random.Random, ordinals: Iterator[int]) -> list[Assignment]:
    """The county's documents, then those of some of its municipalities, then a packet of another one."""

    def assign(kind: DocumentKind, municipality: Municipality | None, siblings: dict[DocumentKind, str]) -> Assignment:
        return Assignment(
            f"{next(ordinals):04d}-{kind.replace('_', '-')}", kind, scenario, municipality, dict(siblings)
        )

    county = assign("county_plan", None, {})
    made = [county]
    if rng.random() < 0.6:
        made.append(assign("region_plan", None, {}))
    if rng.random() < 0.35:
        made.append(assign("direction", None, {}))
    chosen = rng.sample(scenario.municipalities, min(len(scenario.municipalities), rng.randint(2, 4)))
    for municipality in chosen[1:]:
        siblings: dict[DocumentKind, str] = {"county_plan": county.name}
        if rng.random() < 0.85:
            made.append(assign("local_plan", municipality, siblings))
            siblings["local_plan"] = made[-1].name
        made.append(assign(rng.choice(_REPORTS), municipality, siblings))
        made += [assign(kind, municipality, siblings) for kind, share in _BESIDE if rng.random() < share]
    if rng.random() < 0.8:
        made.append(assign("packet", chosen[0], {"county_plan": county.name}))
    return made


def _agreeing(contents: list[Content]) -> list[Content]:
    """Each document's figures from elsewhere as the other document really prints them, errors and all.

    Their keys are "<kind>:<key in the other document>"; what the other does not print cannot be compared with.
    """
    by_name = {content.name: content for content in contents}
    return [_agreed(content, by_name) for content in contents]


def _agreed(content: Content, by_name: Mapping[str, Content]) -> Content:
    names = {relation.other for relation in content.relations if relation.other is not None}
    printed = {
        f"{by_name[name].kind}:{key}": figure for name in names for key, figure in figures_of(by_name[name]).items()
    }
    elsewhere = {
        each.key: replace(each, value=printed[each.key].value, style=printed[each.key].style)
        for each in content.elsewhere
        if each.key in printed
    }
    figures = figures_of(content) | elsewhere

    def regime(relation: Relation) -> Relation:
        """Kronor against kronor are exact; what either document rounds may differ by as much."""
        keys = [relation.stated, *(key for term in relation.terms for key in term.keys)]
        rounds = any(figures[key].style.unit > 1 for key in keys if key in figures)
        return replace(relation, rounded=rounds)

    relations = tuple(regime(each) if each.other is not None else each for each in content.relations)
    return replace(content, elsewhere=tuple(elsewhere.values()), relations=relations)


@dataclass
class _Turns:
    """Whose turn it is: the error seen least comes first, and so does the look."""

    rng: random.Random
    looks: tuple[Look, ...]
    _errors: Counter[str] = field(default_factory=Counter)
    _worn: Counter[str] = field(default_factory=Counter)
    _n_dressed: int = 0

    def seeded(self, content: Content) -> Content:
        """The document with no, one or two errors; a county's plan, which is long, with no, two or three."""
        chance = self.rng.random()
        n_errors = 2 if chance < _TWO_ERRORS else int(chance < _TWO_ERRORS + _ONE_ERROR)
        n_errors += n_errors > 0 and content.kind == "county_plan"
        for _ in range(n_errors):
            content = self._with_error(content)
        return content

    def dressed(self, content: Content) -> PlannedDocument:
        """The document in the look whose turn it is among those that fit."""
        fitting = [look for look in self.looks if content.kind in look.fits]
        if not fitting:
            raise ValueError(f"no look fits a {content.kind}")
        look = min(fitting, key=lambda each: (self._worn[f"{content.kind}/{each.name}"], self._worn[each.name]))
        self._worn.update((look.name, f"{content.kind}/{look.name}"))
        self._n_dressed += 1
        return PlannedDocument(
            content, look, self.rng.randrange(1_000_000), scanned=self._n_dressed % _EVERY_SCANNED == 0
        )

    def _with_error(self, content: Content) -> Content:
        for seeding in sorted(SEEDINGS, key=self._seen):
            if seeding.name not in content.errors:
                made = seed_error(content, seeding, random.Random(f"{content.name}/{seeding.name}"))
                if made is not None:
                    self._errors[seeding.name] += 1
                    return made
        return content

    def _seen(self, seeding: Seeding) -> int:
        return self._errors[seeding.name]
