"""The card of the model of kinds: what it is, what it learnt from, how good it is on what it has not seen."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from corpus.truth import Truth
from extractors.plans.kinds_model import KINDS, load, read_kinds
from extractors.plans.second_opinion import SURE
from models.rows import TextKind

Labelled = Sequence[tuple[str, TextKind]]

_HELD_OUT: Final = 6
"""One text in so many is held out."""
_BEGINNING: Final = 25
"""Letters: texts that begin alike are one sentence with other endings, and are held out together."""
_LETTERS: Final = re.compile(r"[\W\d_]+")

_WHAT: Final = """# The model of kinds

Tells what a text of a plan is by its words alone: a goal, an activity, an indicator, a cost or background. A spaCy
text classifier of less than a megabyte that runs on the CPU. It reads the words that all texts share, the endings of
the others, and what figures are; not what the text is about. `plankoll train` (`make train`) trains it on the texts of
made documents, and on short statements in many forms that no made document holds, and writes this card.

It is a second opinion: headings and columns decide what is a goal, and it fills `confidence` and `doubt` of the rows.
A row has a doubt where the model holds another kind for likely to {sure:.0%} or more. Of what stands under no heading
("Målet är att ..."), nothing is a goal that such a doubt would hang on."""
_MADE: Final = """Learnt from {n_learnt} texts. Measured on {n_held_out} that begin otherwise than any of those, of the
same hand as they:"""
_REAL: Final = """Measured on {n} labelled documents of other hands, of which nothing was learnt. Of what stands in them
beside goals, activities and indicators there are no labels."""


def is_held_out(text: str) -> bool:
    """Whether the text is kept from the training and measured on."""
    beginning = _LETTERS.sub("", text.casefold())[:_BEGINNING]
    return hashlib.sha256(beginning.encode()).digest()[0] % _HELD_OUT == 0


def kinds_card(model: Path, n_learnt: int, held_out: Labelled, truths: Sequence[Truth]) -> str:
    """Markdown. truths: labelled documents that are measured on too; only what they label is asked."""
    stated: list[tuple[str, TextKind]] = [
        *((goal.text, "goal") for truth in truths for goal in truth.goals),
        *((activity.text, "activity") for truth in truths for activity in truth.activities),
        *((indicator.text, "indicator") for truth in truths for indicator in truth.indicators),
    ]
    parts = [
        _WHAT.format(sure=SURE),
        _MADE.format(n_learnt=n_learnt, n_held_out=len(held_out)),
        _table(model, held_out),
    ]
    if stated:
        parts += [_REAL.format(n=len(truths)), _table(model, stated)]
    return "\n\n".join(parts) + "\n"


def _table(model: Path, labelled: Labelled) -> str:
    readings = read_kinds([text for text, _ in labelled], load(model))
    right: Counter[TextKind] = Counter()
    given = Counter(reading.kind for reading in readings)
    asked = Counter(kind for _, kind in labelled)
    doubted: Counter[TextKind] = Counter()
    for reading, (_, kind) in zip(readings, labelled, strict=True):
        right[kind] += reading.kind == kind
        doubted[kind] += reading.kind != kind and reading.likely[reading.kind] >= SURE
    lines = ["| kind | texts | right (recall) | precision | doubted though right |", "| --- | --- | --- | --- | --- |"]
    for kind in KINDS:
        if asked[kind]:
            precision = f"{right[kind] / given[kind]:.2f}" if given[kind] else "–"
            recall, doubt = right[kind] / asked[kind], doubted[kind] / asked[kind]
            lines.append(f"| {kind} | {asked[kind]} | {recall:.2f} | {precision} | {doubt:.2f} |")
    n = len(labelled)
    lines.append(f"| all | {n} | {right.total() / n:.2f} | | {doubted.total() / n:.2f} |")
    return "\n".join(lines)
