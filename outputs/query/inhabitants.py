"""How many live in the municipalities: a CSV file that the user gives.

One line a municipality, and a year where the file has several. The columns are known by their names, Swedish or
English; a code may be followed by the name, as in the tables of Statistics Sweden (`0114 Upplands Väsby`).
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_NAMES: Mapping[str, tuple[str, ...]] = {
    "kommunkod": ("kommunkod", "kod", "region", "regionkod", "municipality", "code"),
    "year": ("år", "ar", "year"),
    "number": ("invånare", "invanare", "folkmängd", "folkmangd", "inhabitants", "population", "antal"),
}
_SPACES = re.compile(r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")


class InhabitantsFileError(Exception):
    """A file of inhabitants that cannot be used; the message names the line."""

    def __init__(self, path: Path, why_sv: str, why_en: str) -> None:
        super().__init__(path, why_sv, why_en)
        self.message_sv = f"Invånarna i {path} kan inte läsas: {why_sv}."
        self.message_en = f"The inhabitants in {path} cannot be read: {why_en}."


@dataclass(frozen=True)
class Inhabitants:
    """How many live in a municipality. year: None where the number is for every year."""

    kommunkod: str
    year: int | None
    number: int


def read_inhabitants(path: Path, known: Mapping[str, str]) -> tuple[Inhabitants, ...]:
    """The lines about municipalities that are known (kommunkod -> name); counties and the country are skipped.

    Raises InhabitantsFileError where a column is missing, a number is none, or a municipality comes twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InhabitantsFileError(path, "den är inte i UTF-8", "it is not in UTF-8") from error
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    lines = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = _columns(path, lines.fieldnames or ())
    found: dict[tuple[str, int | None], Inhabitants] = {}
    for line in lines:
        code = (line[columns["kommunkod"]] or "").strip()[:4]
        if code not in known:
            continue
        year = _number(path, lines.line_num, line[columns["year"]]) if "year" in columns else None
        each = Inhabitants(code, year, _number(path, lines.line_num, line[columns["number"]]))
        if (code, year) in found:
            raise InhabitantsFileError(
                path, f"rad {lines.line_num}: {code} kommer två gånger", f"line {lines.line_num}: {code} comes twice"
            )
        found[code, year] = each
    if not found:
        raise InhabitantsFileError(path, "ingen kommunkod är känd", "no municipality code in it is known")
    return tuple(found.values())


def _columns(path: Path, names: Sequence[str]) -> dict[str, str]:
    """What each column is -> its name in the file."""
    columns = {
        what: name for what, known in _NAMES.items() for name in reversed(names) if name.strip().casefold() in known
    }
    missing = sorted({"kommunkod", "number"} - set(columns))
    if missing:
        wanted = "; ".join(" / ".join(_NAMES[each]) for each in missing)
        raise InhabitantsFileError(path, f"kolumn saknas: {wanted}", f"a column is missing: {wanted}")
    return columns


def _number(path: Path, line: int, text: str | None) -> int:
    digits = _SPACES.sub("", text or "")
    if not (digits.isascii() and digits.isdigit()):
        raise InhabitantsFileError(path, f"rad {line}: ”{text}” är inget heltal", f"line {line}: “{text}” is no number")
    return int(digits)
