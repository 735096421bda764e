"""What a document really says: labels made by hand or with the document, one JSON file per PDF, same stem.

Keys that are not known here are passed over; those that are known must be there and be of
their type, save those that have a default: a truth made by hand may leave them out.
An `optional` item may be given or left out: a heading over listed steps, a sub-step.
"""

import re
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from models.rows import AmountKind, DocType, Horizon, Severity

Grade = Literal["material", "minor", "true", "rounding", "trap-not-error"]
"""The first three do not add up; the last two must not become errors."""

_CATALOGUE_RULE = re.compile(r"[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+")
"""A check's id, `family.name` (checks.catalogue); the names that labellers give have no point in them."""


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


class TruePart(TrueDocument):
    """One of the documents that a file is bound of, its first and last page in the file."""

    first_page: int
    last_page: int
    repeats: int | None = None
    """The part, counted from 1, that it says again."""


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
    """What does not add up, or (by its grade) only looks as if it did not.

    rule is the labeller's own name, or the id of the check that should say it. expected and actual
    are numbers (of money: kronor) or prose; null where there is nothing to say.
    """

    rule: str
    where: str
    expected: str | Decimal | None
    actual: str | Decimal | None
    grade: Grade
    explanation: str
    severity: Severity | None = None
    """How certain a check can be at most; null where nobody has said."""
    also: tuple[str, ...] = ()
    """Ids of further checks that may rightly say the same thing."""
    seeded: str | None = None
    """The kind of error that was put in on purpose, or of trap; null where the document came so."""
    cause: str | None = None
    """Findings of one document with the same cause are one fault that shows in several places."""
    other: str | None = None
    """Name (the PDF's stem) of the other document that it is about."""
    subject: str | None = None
    """What it is about, in words that a check's finding must mention where there are no figures."""

    @property
    def is_real(self) -> bool:
        """It does not add up; what rounding explains and traps are not real."""
        return self.grade in ("material", "minor", "true")

    @property
    def has_catalogue_rule(self) -> bool:
        """Its rule is a check's id, not the labeller's own name."""
        return _CATALOGUE_RULE.fullmatch(self.rule) is not None


class Origin(_Label):
    """How a made document came about."""

    family: str
    """Its look."""
    producer: str
    """The program that wrote the PDF."""
    kind: str
    """county_plan, local_plan, ..."""
    seed: int
    scanned: bool
    """Its pages are pictures: nothing is read from them without OCR."""
    errors: tuple[str, ...] = ()
    """Kinds of errors that were put in."""
    traps: tuple[str, ...] = ()
    """Kinds of traps that were put in."""


class Truth(_Label):
    """All labels of one PDF."""

    document: TrueDocument
    parts: tuple[TruePart, ...] = ()
    """Empty where the file is one document."""
    goals: tuple[TrueGoal, ...]
    activities: tuple[TrueActivity, ...]
    indicators: tuple[TrueIndicator, ...]
    amounts: tuple[TrueAmount, ...]
    fields: tuple[TrueField, ...]
    tables: tuple[TrueTable, ...]
    findings: tuple[TrueFinding, ...]
    origin: Origin | None = None
    """Null where the document was not made by the generator."""


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
