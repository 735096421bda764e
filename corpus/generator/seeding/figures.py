"""Errors in figures: a digit, a sign, a unit, a sum that was not brought up to date."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeVar

from corpus.generator.content import Content, Relation, figures_of
from corpus.generator.editing import with_figures
from corpus.generator.figures import Figure
from corpus.generator.judging import propagated
from corpus.generator.seeding.seeding import broken

T = TypeVar("T")

_ADDING: Final = ("footing.column", "footing.row", "footing.breakdown")
_THOUSAND: Final = Decimal(1000)
_LEAST_WRONG: Final = Decimal("0.02")
"""A sum that is made wrong is wrong by at least this part of itself."""


def swap_digits(content: Content, rng: random.Random) -> Content | None:
    """Two neighbouring digits change places."""

    def swapped(digits: str) -> list[str]:
        return [
            digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
            for i in range(len(digits) - 1)
            if digits[i] != digits[i + 1] and (i > 0 or digits[1] != "0")
        ]

    return _with_other_digits(content, rng, swapped)


def drop_digit(content: Content, rng: random.Random) -> Content | None:
    """One digit of a sum is left out."""

    def shortened(digits: str) -> list[str]:
        return [digits[:i] + digits[i + 1 :] for i in range(len(digits)) if (digits[:i] + digits[i + 1 :])[:1] != "0"]

    return _with_other_digits(content, rng, shortened)


def total_not_updated(content: Content, rng: random.Random) -> Content | None:
    """A row was changed and everything with it but the total of its column."""
    for relation in _shuffled(rng, _relations(content, *_ADDING)):
        figures = figures_of(content)
        keys = [key for term in relation.terms for key in term.keys if key in figures]
        if len(keys) < 2 or not _is_leaf(content, keys[0]):
            continue
        changed = _otherwise(figures[rng.choice(keys)], rng)
        made = with_figures(content, propagated(content, changed, leave=relation))
        if _breaks(made, relation):
            return made
    return None


def count_subtotal_twice(content: Content, rng: random.Random) -> Content | None:
    """The total adds up the rows and, once more, a subtotal of them."""
    figures = figures_of(content)
    subtotals = {relation.stated for relation in _relations(content, "footing.column")}
    for relation in _shuffled(rng, _relations(content, "footing.column")):
        twice = [key for term in relation.terms for key in term.keys if key in subtotals and key in figures]
        if twice:
            total = figures[relation.stated]
            return with_figures(content, {total.key: total.stating(total.value + figures[rng.choice(twice)].value)})
    return None


def lose_sign(content: Content, rng: random.Random) -> Content | None:
    """A negative figure is printed without its minus."""
    return _first(
        content,
        (figure.stating(-figure.value) for figure in _shuffled(rng, _bound(content)) if figure.value < 0),
    )


def slip_unit(content: Content, rng: random.Random) -> Content | None:
    """Kronor in a column of thousands, or thousands in one of kronor; in prose, thousands told as millions."""

    def slipped(figure: Figure) -> Figure | None:
        style = figure.style
        if style.scale == 1 and figure.value >= 100 * _THOUSAND and style.suffix == "":
            return replace(figure, value=(figure.value / _THOUSAND).to_integral_value())
        if style.scale == _THOUSAND and figure.value and not style.suffix:
            return replace(figure, value=figure.value * _THOUSAND)
        if style.scale == _THOUSAND and figure.value:
            return replace(
                figure, value=figure.value * _THOUSAND, style=replace(style, scale=_THOUSAND**2, suffix=" mnkr")
            )
        return None

    candidates = (slipped(figure) for figure in _shuffled(rng, _bound(content)) if figure.kinds)
    return _first(content, (figure for figure in candidates if figure is not None))


def wrong_stated(rule: str) -> Callable[[Content, random.Random], Content | None]:
    """An error in the figure that a relation of this rule states: a share, a balance, a sum told in prose."""

    def apply(content: Content, rng: random.Random) -> Content | None:
        figures = figures_of(content)
        inside = [relation for relation in _relations(content, rule) if relation.stated in figures]
        candidates = (_otherwise(figures[relation.stated], rng) for relation in _shuffled(rng, inside))
        return _first(content, candidates)

    return apply


def wrong_part(rule: str) -> Callable[[Content, random.Random], Content | None]:
    """An error in one of the figures that a relation of this rule adds up."""

    def apply(content: Content, rng: random.Random) -> Content | None:
        figures = figures_of(content)
        keys = [key for relation in _relations(content, rule) for term in relation.terms for key in term.keys]
        return _first(content, (_otherwise(figures[key], rng) for key in _shuffled(rng, keys) if key in figures))

    return apply


def spend_above(content: Content, rng: random.Random) -> Content | None:
    """More is spent than was received."""
    figures = figures_of(content)
    for relation in _shuffled(rng, [each for each in content.relations if each.at_most]):
        spent = figures.get(relation.stated)
        most = figures.get(relation.terms[0].keys[0])
        if spent is not None and most is not None:
            more = most.value + max(Decimal(1000), (most.value * rng.randint(4, 30) / 100).to_integral_value())
            return with_figures(content, {spent.key: spent.stating(more)})
    return None


def overfill_pot(content: Content, rng: random.Random) -> Content | None:
    """More is allocated out of a pot than it holds, and the list of what is allocated adds up all the same."""
    for relation in _shuffled(rng, _relations(content, "tie.pot")):
        part = _source(content, relation.terms[0].keys[0], rng)
        if part is not None and relation.terms[0].keys[0] != part.key:
            more = part.stating(
                part.value + max(_THOUSAND, (part.value * rng.randint(5, 60) / 100).to_integral_value())
            )
            made = with_figures(content, propagated(content, more, leave=relation))
            if _breaks(made, relation):
                return made
    return None


def count_pot_twice(content: Content, _rng: random.Random) -> Content | None:
    """A pot that two initiatives share is added up for both."""
    figures = figures_of(content)
    shared, total = figures.get("pot.shared"), figures.get("pot.sum")
    if shared is None or total is None:
        return None
    made = with_figures(content, {total.key: total.stating(total.value + shared.value)})
    planted = tuple(each for each in made.planted if each.seeded != "shared-pot-once")
    return replace(made, planted=planted)


def report_another(rule: str) -> Callable[[Content, random.Random], Content | None]:
    """The report agrees with itself but not with the plan: a figure is changed, and all sums in the report with it."""

    def apply(content: Content, rng: random.Random) -> Content | None:
        for relation in _shuffled(rng, _relations(content, rule)):
            figure = _source(content, relation.stated, rng)
            if figure is not None:
                made = with_figures(content, propagated(content, _otherwise(figure, rng), leave=relation))
                if _breaks(made, relation):
                    return made
        return None

    return apply


def _with_other_digits(content: Content, rng: random.Random, variants: Callable[[str], list[str]]) -> Content | None:
    def misprinted() -> Iterable[Figure]:
        for figure in _shuffled(rng, [each for each in _bound(content) if each.kinds]):
            digits = str(int(abs(figure.value) / figure.style.unit))
            for other in _shuffled(rng, variants(digits) if len(digits) > 2 else []):
                sign = -1 if figure.value < 0 else 1
                yield figure.stating(Decimal(other) * figure.style.unit * sign)

    return _first(content, misprinted())


def _first(content: Content, candidates: Iterable[Figure]) -> Content | None:
    """The document with the first of the figures that breaks something in it."""
    already = {judgement.relation.key for judgement in broken(content)}
    for figure in candidates:
        made = with_figures(content, {figure.key: figure})
        if any(judgement.relation.key not in already for judgement in broken(made)):
            return made
    return None


def _otherwise(figure: Figure, rng: random.Random) -> Figure:
    """The figure with a plausible other value, clearly more than a rounding away."""
    least = max(figure.style.unit * 3, abs(figure.value) * _LEAST_WRONG)
    step = least * rng.randint(1, 12)
    less = figure.value > 2 * step and rng.random() < 0.5
    return figure.stating(figure.value - step if less else figure.value + step)


def _source(content: Content, key: str, rng: random.Random) -> Figure | None:
    """A figure that the one of this key is made of, and that is made of nothing itself; None where it is not here."""
    figures = figures_of(content)
    for _ in range(len(figures)):
        makers = [
            relation
            for relation in content.relations
            if relation.stated == key
            and not relation.other
            and not relation.rule.startswith("tie.")
            and not relation.at_most
        ]
        keys = [each for relation in makers for term in relation.terms for each in term.keys if each in figures]
        if not keys:
            return figures.get(key)
        key = rng.choice(keys)
    return None


def _is_leaf(content: Content, key: str) -> bool:
    return all(relation.stated != key or relation.rule.startswith("tie.") for relation in content.relations)


def _bound(content: Content) -> list[Figure]:
    """The figures that some relation within the document speaks of."""
    keys = {
        key
        for relation in content.relations
        if relation.other is None
        for key in (relation.stated, *(key for term in relation.terms for key in term.keys))
    }
    return [figure for key, figure in figures_of(content).items() if key in keys]


def _relations(content: Content, *rules: str) -> list[Relation]:
    return [relation for relation in content.relations if relation.rule in rules and not relation.at_most]


def _breaks(content: Content, relation: Relation) -> bool:
    return any(judgement.relation.key == relation.key for judgement in broken(content))


def _shuffled(rng: random.Random, items: list[T]) -> list[T]:
    return rng.sample(items, len(items))
