"""What a document really says: labels made by hand, one JSON file per PDF, same stem.

Keys that are not known here are passed over; those that are known must be there and be of
their type. An `optional` item may be given or left out: a heading over listed steps, a sub-step.
"""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from models.rows import AmountKind, DocType, Horizon

Grade = Literal["material", "minor", "true", "rounding", "trap-not-error"]
"""The first three do not add up; the last two must not become errors."""


class TruthError(Exception):
    """A folder or file of truth that cannot be used; the message names it."""


class _Label(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class TrueDocument(_Label):
    doc_type: DocType
    title: str | None
    period_start: int | None
    period_end: int | None
    reporting_year: int | None
    grant_name: str | None
    diary_number: str | None
    municipality: str | None = None


class TrueGoal(_Label):
    text: str
    horizon: Horizon
    optional: bool = False


class TrueActivity(_Label):
    text: str
    years: tuple[int, ...]
    optional: bool = False


class TrueIndicator(_Label):
    text: str
    optional: bool = False


class TrueAmount(_Label):
    """Each of `kinds` counts as right; year is null where none is asked for."""

    value_sek: Decimal
    kinds: tuple[AmountKind, ...]
    year: int | None
    text: str
    approximate: bool
    optional: bool = False


class TrueField(_Label):
    """value is null or empty where the form was left empty."""

    number: str | None
    label: str
    value: str | None
    optional: bool = False


class TrueTable(_Label):
    title: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """The head, where there is one, and the rows."""
        return (self.columns, *self.rows) if any(self.columns) else self.rows


class TrueFinding(_Label):
    """rule is the labeller's own name; expected and actual are numbers or prose."""

    rule: str
    where: str
    expected: str | Decimal | None
    actual: str | Decimal | None
    grade: Grade
    explanation: str


class Truth(_Label):
    """All labels of one PDF."""

    document: TrueDocument
    goals: tuple[TrueGoal, ...]
    activities: tuple[TrueActivity, ...]
    indicators: tuple[TrueIndicator, ...]
    amounts: tuple[TrueAmount, ...]
    fields: tuple[TrueField, ...]
    tables: tuple[TrueTable, ...]
    findings: tuple[TrueFinding, ...]


def load_truth(folder: Path) -> dict[str, Truth]:
    """Stem of the PDF -> its truth, by name, from every JSON file in the folder.

    Raises TruthError where there is none, or where a file is not in the form of Truth.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise TruthError(f"Ingen facit (*.json) i {folder} / No truth files (*.json) in {folder}")
    return {path.stem: _load_file(path) for path in paths}


def _load_file(path: Path) -> Truth:
    try:
        return Truth.model_validate_json(path.read_bytes())
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or 'JSON'}: {fault['msg']}"
            for fault in error.errors(include_url=False)
        )
        raise TruthError(f"Facit går inte att läsa / Truth cannot be read: {path.name}: {faults}") from error
