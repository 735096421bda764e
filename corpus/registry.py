"""The registry of Sweden's municipalities and counties, and of grants for mental health and what lies beside it.

registry/municipalities.csv and registry/counties.csv hold Statistics Sweden's codes as text;
the first two digits of a municipality's code are its county's. registry/grants.csv holds for each grant a code of
this registry's own, the name that its giver uses, and beginnings of the words by which texts name it.
"""

import csv
from functools import cache
from pathlib import Path

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
    return Registry(municipalities=municipalities, counties=counties, grants=_read_grants())


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
