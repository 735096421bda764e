"""What each look may vary, and what one document of it gets: profiles.toml, drawn from by the seed."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias, cast, get_args

from corpus.generator.content import DocumentKind
from corpus.generator.looks.look import EVERYTHING, FORMS, LETTERS, PLANS, REPORTS, Family, Look

HERE: Final = Path(__file__).resolve().parent
GROUPS: Final[dict[str, frozenset[DocumentKind]]] = {
    "plans": PLANS,
    "forms": FORMS,
    "letters": LETTERS,
    "reports": REPORTS,
    "everything": EVERYTHING,
}

Dress: TypeAlias = dict[str, Any]
"""Every choice of the profile as one drawn value, and look (the look's name), accent, tint and dark (its colours)."""


@dataclass(frozen=True)
class Profile:
    """choices: what is drawn -> what it is drawn from. parts: for a packet, whose looks its documents take."""

    look: Look
    choices: Mapping[str, list[Any]]
    palettes: Mapping[str, list[str]]
    parts: Mapping[str, list[str]]


@cache
def profiles() -> dict[str, Profile]:
    """The profiles by their looks' names. Raises ValueError where one fits no kind of document that there is."""
    read = tomllib.loads((HERE / "profiles.toml").read_text(encoding="utf-8"))
    found: dict[str, Profile] = {}
    for key, own in read["looks"].items():
        family, fits, parts = own.pop("family"), own.pop("fits"), own.pop("parts", {})
        if family not in get_args(Family):
            raise ValueError(f"{key}: no family {family!r}")
        look = Look(f"html-{key}", cast("Family", family), "weasyprint", _kinds(fits))
        found[look.name] = Profile(look, {**read["defaults"], **own}, read["palettes"], parts)
    return found


def draw(profile: Profile, seed: int) -> Dress:
    """One value of each choice; the same for the same look and seed."""
    rng = random.Random(f"{profile.look.name}/{seed}")
    dress: Dress = {name: rng.choice(values) for name, values in sorted(profile.choices.items())}
    dress["accent"], dress["tint"], dress["dark"] = profile.palettes[dress["palette"]]
    dress["body_font"], dress["head_font"] = dress["fonts"].split("/")
    dress["look"] = profile.look.name
    dress["printed_on"] = f"{rng.randint(1, 28):02}", f"{rng.randint(7, 17):02}:{rng.randint(0, 59):02}"
    dress["ticket"] = rng.randint(10_000, 99_999)
    return dress


def draw_part(profile: Profile, blocks: list[dict[str, Any]], seed: int) -> Dress:
    """The dress of one document of a packet: that of the profile, or of a look that suits what stands in it."""
    if not profile.parts:
        return draw(profile, seed)
    types = {block["type"] for block in blocks}
    what = "letterhead" if "letterhead" in types else "form" if "form" in types else "other"
    rng = random.Random(f"{profile.look.name}/{seed}/{what}")
    return draw(profiles()[f"html-{rng.choice(profile.parts[what])}"], seed)


def _kinds(names: list[str]) -> frozenset[DocumentKind]:
    kinds: set[DocumentKind] = set()
    for name in names:
        if name not in GROUPS and name not in get_args(DocumentKind):
            raise ValueError(f"no kind of document {name!r}")
        kinds |= GROUPS.get(name, frozenset({cast("DocumentKind", name)}))
    return frozenset(kinds)
