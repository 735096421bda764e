"""What a seeding is, and how one is put into a document."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.generator.content import Content
from corpus.generator.judging import Judgement, judge

Apply = Callable[[Content, random.Random], Content | None]


@dataclass(frozen=True)
class Seeding:
    """One kind of error. apply gives the document with the error in it, or None where it has no place for it.

    rule is the catalogue's id of the check that should find it.
    """

    name: str
    rule: str
    title: str
    apply: Apply


def seed_error(content: Content, seeding: Seeding, rng: random.Random) -> Content | None:
    """The document with the error, or None where it has no place for it or nothing could be found.

    An error counts only when it breaks a relation or plants a finding: one that no arithmetic could show is no test.
    """
    made = seeding.apply(content, rng)
    if made is None:
        return None
    before = {judgement.relation.key for judgement in broken(content)}
    newly = [judgement.relation.key for judgement in broken(made) if judgement.relation.key not in before]
    if not newly and len(made.planted) == len(content.planted):
        return None
    return replace(
        made,
        errors=(*content.errors, seeding.name),
        broken_by=(*content.broken_by, *((key, seeding.name) for key in newly)),
    )


def broken(content: Content) -> list[Judgement]:
    """The relations that do not hold."""
    return [judgement for judgement in judge(content) if not judgement.holds]
