"""The registry of Sweden's municipalities and counties.

registry/municipalities.csv and registry/counties.csv hold Statistics Sweden's codes as text;
the first two digits of a municipality's code are its county's.
"""

import csv
from functools import cache
from pathlib import Path

from models.registry import Registry

_FOLDER = Path(__file__).with_suffix("")


@cache
def load_registry() -> Registry:
    """The 290 municipalities and 21 counties by code.

    Raises ValueError where a code is malformed or doubled, or a municipality has no county.
    """
    counties = _read_codes("counties.csv", digits=2)
    municipalities = _read_codes("municipalities.csv", digits=4)
    homeless = sorted(code for code in municipalities if code[:2] not in counties)
    if homeless:
        raise ValueError(f"municipalities.csv: no county for {', '.join(homeless)}")
    return Registry(municipalities=municipalities, counties=counties)


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
