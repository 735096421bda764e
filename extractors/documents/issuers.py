"""Who issued a document: a municipality, a region or a county, by its name in the registry."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.documents.issuer_lines import issuer_lines
from models.blocks import Answer, Block, Note
from models.registry import Registry

_MUNICIPALITY = re.compile(r"\b((?:[A-ZÅÄÖ][\wé-]*[ \u00a0]+){1,3})(?:[Kk]ommuns?|KOMMUN|[Ss]tads?|STAD)\b(?!\w)")
"""Up to three words with capitals before the word; which of them are the name, the registry knows."""
_REGION = re.compile(
    r"\b(?:Region\s+[A-ZÅÄÖ][\wåäö-]+|[A-ZÅÄÖ][\wåäö]+s?\s+läns\s+landsting|Landstinget(?:\s+(?:i\s+)?[A-ZÅÄÖ][\wåäö]+)?)\b"
)
_CODE = re.compile(r"\bkommun(?:kod|nummer|nr)\b\W{0,3}(\d{4})(?!\d)", re.IGNORECASE)
_COUNTY = re.compile(r"\b([A-ZÅÄÖ][\wåäö]+(?:\s[A-ZÅÄÖ][\wåäö]+)?s?)\s+län\b")


def issuer_of(
    blocks: Sequence[Block], title: str | None, early: str, registry: Registry, *, is_plan: bool
) -> dict[str, Any]:
    """Who issued it: named in a form's answer, in the title or running heads, else most often in the text.

    A county or region that running text names issued a plan; what a municipality reports speaks of its county too.
    Where nothing is named a municipality's code tells.
    """
    coded = municipality_coded(early, registry)
    return _issuer_named(blocks, title, early, registry, is_plan=is_plan) or (as_municipality(*coded) if coded else {})


def _issuer_named(
    blocks: Sequence[Block], title: str | None, early: str, registry: Registry, *, is_plan: bool
) -> dict[str, Any]:
    counties = {name.removesuffix(" län"): code for code, name in registry.counties.items()}
    answers = [b.value for b in blocks if isinstance(b, Answer) and b.value]
    answered = "\n".join([*answers, *issuer_lines(blocks)])
    running = "\n".join(b.text for b in blocks if isinstance(b, Note) and b.note == "running_head")
    for text, names_all in ((answered, True), (title or "", True), (running, True), (early, is_plan)):
        found = municipality_in(text, registry)
        if found is not None:
            return as_municipality(*found)
        if not names_all:
            return {}
        county = _COUNTY.search(text)
        if county is not None and county.group(1) in counties:
            return {"issuer": county.group(0), "issuer_kind": "county", "lanskod": counties[county.group(1)]}
        region = _REGION.search(text)
        if region is not None:
            name, code = _region_of(region.group(0), counties)
            return {"issuer": name, "issuer_kind": "region", "lanskod": code}
        if is_plan and text == title and (code := _county_named(title, counties, registry)) is not None:
            return {"issuer_kind": "county", "lanskod": code}
    return {}


def as_municipality(name: str, code: str) -> dict[str, Any]:
    """The fields of an identity that a municipality of this name and code has."""
    return {"issuer": f"{name} kommun", "issuer_kind": "municipality", "kommunkod": code, "lanskod": code[:2]}


def municipality_coded(text: str, registry: Registry) -> tuple[str, str] | None:
    """The one municipality that the text names by its code, `Kommunkod: 0380`, with that code."""
    told = {code for code in _CODE.findall(text) if code in registry.municipalities}
    return next(((registry.municipalities[code], code) for code in told), None) if len(told) == 1 else None


def municipality_in(text: str, registry: Registry) -> tuple[str, str] | None:
    """The municipality that the text names most often, with its code; the first of those named as often."""
    counts: dict[str, int] = {}
    for match in _MUNICIPALITY.finditer(text):
        words = match.group(1).split()
        parts = (" ".join(words[-k:]) for k in (3, 2, 1))
        code = next((code for part in parts if (code := _known(part, registry.municipality_codes)) is not None), None)
        if code is not None:
            counts[code] = counts.get(code, 0) + 1
    if not counts:
        return None
    code = max(counts, key=lambda c: counts[c])
    return registry.municipalities[code], code


def _known(words: str, known: Mapping[str, str]) -> str | None:
    """The code of the one of that name, also in the genitive (`Norrköpings`) or without its article (`Falu`)."""
    name = words.casefold()
    return known.get(name) or known.get(name.removesuffix("s")) or known.get(f"{name}n")


def _region_of(told: str, counties: dict[str, str]) -> tuple[str, str | None]:
    """The region's name, not in the genitive ("Region Hallands nämnd"), and its county's code, where it is known."""
    for name, code in counties.items():
        plain = name.rstrip("s")
        if plain in told:
            whole = told.endswith(f"{plain}s") and name != plain and not told.endswith("landsting")
            return (told[:-1] if whole else told), code
    return told, None


def _county_named(title: str, counties: dict[str, str], registry: Registry) -> str | None:
    """The code of the one county that a plan's title names, without its word ("i Värmland"); no town has that name."""
    towns = set(registry.municipalities.values())
    names = {name.rstrip("s"): code for name, code in counties.items() if name.rstrip("s") not in towns}
    found = {code for name, code in names.items() if re.search(rf"\b{name}\b", title, re.IGNORECASE)}
    return found.pop() if len(found) == 1 else None
