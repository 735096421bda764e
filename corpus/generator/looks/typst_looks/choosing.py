"""What the seed decides within a look: one value of each offer.

OFFERS has what every look may have; a look's own offers (LOOK_OFFERS) go before it. Sizes are in points, margins in
centimetres (top, right, bottom, left), the rest in em. Keys that begin with "table." are the table's.
"""

from collections.abc import Mapping
from random import Random
from typing import Any

from corpus.generator.looks.look import Look
from corpus.generator.looks.typst_looks.offers import LOOK_OFFERS, OFFERS


def choose(look: Look, seed: int) -> dict[str, Any]:
    """The values that a template reads: name -> value, and those of the table under "table"."""
    random = Random(f"{look.name}/{seed}")
    offers: Mapping[str, tuple[Any, ...]] = {**OFFERS, **LOOK_OFFERS[look.name]}
    chosen: dict[str, Any] = {"table": {}}
    for name in sorted(offers):
        value = random.choice(offers[name])
        room, _, key = name.rpartition(".")
        (chosen[room] if room else chosen)[key] = value
    return chosen
