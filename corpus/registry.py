"""The registry of Sweden's municipalities and counties, and of grants for mental health and what lies beside it.

registry/municipalities.csv and registry/counties.csv hold Statistics Sweden's codes as text;
the first two digits of a municipality's code are its county's. registry/grants.csv holds for each grant a code of
this registry's own, the name that its giver uses, and beginnings of the words by which texts name it.
registry/regions.csv holds every name that a region has had, registry/codebook.csv the codes for focus areas, target
groups and those responsible (models.codebook).
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from models.codebook import Codebook, Coded, CodedKind
from models.registry import Grant, Registry

_FOLDER = Path(__file__).with_suffix("")


@cache
def load_registry() -> Registry:
    """The 290 municipalities and 21 counties by code, and the grants.

    Raises ValueError where a code is malformed or doubled, or a municipality has no county.
    """
    counties = _read_codes("counties.csv", digits=2)
    municipalities = _read_codes("municipalities.csv", digits=4)
    homeless = sorted(code for code in municipalities if code[:2] not in counties)
    if homeless:
        raise ValueError(f"municipalities.csv: no county for {', '.join(homeless)}")
    return Registry(
        municipalities=municipalities,
        counties=counties,
        grants=_read_grants(),
        regions=_read_regions(counties),
        codebook=load_codebook(),
    )


@cache
def load_codebook() -> Codebook:
    """The codes for focus areas, target groups and actors. Raises ValueError where one is doubled or has no words."""
    known: dict[str, CodedKind] = {kind: kind for kind in get_args(CodedKind)}
    entries: dict[tuple[str, str], Coded] = {}
    with (_FOLDER / "codebook.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = tuple(tuple(way.split()) for way in row["words"].split("|"))
            key = (row["kind"], row["code"])
            if key in entries or not all(words):
                raise ValueError(f"codebook.csv: doubled or without words: {key}")
            entries[key] = Coded(known[row["kind"]], row["code"], row["name_sv"], row["name_en"], words)
    return Codebook(entries.values())


def _read_regions(counties: Mapping[str, str]) -> dict[str, str]:
    """Every name that a region has had -> its county's code. Raises ValueError where there is no such county."""
    with (_FOLDER / "regions.csv").open(encoding="utf-8", newline="") as lines:
        regions = {row["region"]: row["lanskod"] for row in csv.DictReader(lines)}
    unknown = sorted(name for name, code in regions.items() if code not in counties)
    if unknown:
        raise ValueError(f"regions.csv: no county for {', '.join(unknown)}")
    return regions


def _read_codes(file_name: str, digits: int) -> dict[str, str]:
    """Code -> name from a CSV file with one header row and two columns."""
    names: dict[str, str] = {}
    with (_FOLDER / file_name).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for code, name in rows:
            if len(code) != digits or not (code.isascii() and code.isdigit()) or code in names:
                raise ValueError(f"{file_name}: malformed or doubled code {code!r}")
            names[code] = name
    return names


def _read_grants() -> tuple[Grant, ...]:
    """The grants in the file's order: of several names that a text fits, the first counts."""
    with (_FOLDER / "grants.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Grant(row["code"], row["name"], tuple(row["words"].split())) for row in csv.DictReader(lines))
