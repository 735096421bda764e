"""Which of a document's declared relations hold: the findings' truth, worked out from what is printed."""

from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Final

from corpus.generator.content import Content, Relation, Term, figures_of
from corpus.generator.figures import Figure

_HALF: Final = Decimal("0.5")


@dataclass(frozen=True)
class Judgement:
    """A relation with its figures: stated is printed, computed is what the printed terms make."""

    relation: Relation
    stated: Figure
    computed: Decimal
    tolerance: Decimal

    @property
    def difference(self) -> Decimal:
        """Stated less computed."""
        return self.stated.value - self.computed

    @property
    def holds(self) -> bool:
        if self.relation.at_most and self.difference < 0:
            return True
        return abs(self.difference) <= self.tolerance

    @property
    def rounding_shows(self) -> bool:
        """It holds, but not to the last krona."""
        return self.holds and not self.relation.at_most and self.difference != 0


def judge(content: Content) -> list[Judgement]:
    """Every relation whose stated figure is printed, with what its printed terms make.

    A term whose figure is not in the document is left out: a row that was dropped counts for nothing.
    """
    figures = figures_of(content) | {figure.key: figure for figure in content.elsewhere}
    return [
        _judge(relation, figures)
        for relation in content.relations
        if relation.stated in figures and any(_is_printed(term, figures) for term in relation.terms)
    ]


def _judge(relation: Relation, figures: dict[str, Figure]) -> Judgement:
    stated = figures[relation.stated]
    printed = [term for term in relation.terms if _is_printed(term, figures)]
    computed = sum((_value(term, figures) for term in printed), start=Decimal(0))
    slack = _HALF * (stated.style.unit + sum((_slack(term, figures) for term in printed), start=Decimal(0)))
    return Judgement(relation, stated, computed, slack if relation.rounded else Decimal(0))


def _is_printed(term: Term, figures: dict[str, Figure]) -> bool:
    return all(key in figures for key in term.keys)


def _value(term: Term, figures: dict[str, Figure]) -> Decimal:
    return term.weight * prod((figures[key].value for key in term.keys), start=Decimal(1))


def _slack(term: Term, figures: dict[str, Figure]) -> Decimal:
    """How much a term's value may vary, in the unit of its figure. Only sums of single figures are rounded terms."""
    return abs(term.weight) * figures[term.keys[0]].style.unit if len(term.keys) == 1 else Decimal(0)


def propagated(content: Content, changed: Figure, leave: Relation | None = None) -> dict[str, Figure]:
    """The figures that must be printed anew so that every relation within the document holds when `changed` is.

    Key -> figure, `changed` among them. Relations to other documents, and the one to leave, are left to break.
    Raises ValueError where the relations lead round in a ring.
    """
    figures = figures_of(content) | {figure.key: figure for figure in content.elsewhere}
    figures[changed.key] = changed
    anew = {changed.key: changed}
    waiting = [changed.key]
    steps = 0
    while waiting:
        steps += 1
        if steps > 10 * len(figures):
            raise ValueError(f"{content.name}: the relations lead round in a ring")
        key = waiting.pop(0)
        for relation in content.relations:
            inside = relation.other is None and not relation.at_most and relation.stated in figures
            if inside and relation != leave and any(key in term.keys for term in relation.terms):
                judgement = _judge(relation, figures)
                if not judgement.holds:
                    mended = judgement.stated.stating(judgement.computed)
                    figures[mended.key] = anew[mended.key] = mended
                    waiting.append(mended.key)
    return anew
