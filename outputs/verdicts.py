"""A reviewer's verdicts on findings: a plain file beside the dataset, which people may edit.

    DIR/verdicts.csv    finding_id;verdict;reason;figures;judged;rule;document;subject

The first two columns are needed. verdict is confirmed, dismissed or open, or the same in Swedish. figures says what
the numbers were when the verdict was given: a dismissed finding whose numbers have changed since is open again. Where
it is empty, it is filled in with the numbers that the finding has when it is next met. The last three columns tell
the reader what it is about; by them and the numbers a verdict also finds its finding again where a document typeset
anew was read under another title, so that the finding's id is another.
"""

import csv
import io
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Self, get_args

import polars as pl
from pydantic import BaseModel, ConfigDict

from models.rows import FindingStatus

_SWEDISH: Mapping[str, FindingStatus] = {"öppet": "open", "bekräftat": "confirmed", "avfärdat": "dismissed"}
_NO_FIGURES = "-"
_DELIMITERS = ";,\t"
_LONG_NUMBER = re.compile(r"\d{4,}(?:-\d{4})?")
"""Years and organisation numbers in a subject. Shorter ones number tables and notes, which change with the setting."""


class VerdictFileError(Exception):
    """A file of verdicts that cannot be used; the message names the line."""

    def __init__(self, path: Path, why_sv: str, why_en: str) -> None:
        super().__init__(path, why_sv, why_en)
        self.message_sv = f"Omdömena i {path} kan inte läsas: {why_sv}."
        self.message_en = f"The verdicts in {path} cannot be read: {why_en}."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


class Verdict(BaseModel):
    """What a reviewer says of one finding."""

    model_config = ConfigDict(frozen=True)

    finding_id: str
    verdict: FindingStatus
    reason: str = ""
    figures: str = ""
    """The finding's numbers when it was judged; empty where nobody has said."""
    judged: date | None = None
    rule: str = ""
    document: str = ""
    subject: str = ""

    @classmethod
    def on(cls, finding: Mapping[str, Any], verdict: FindingStatus, reason: str, day: date) -> Self:
        """A verdict on a row of findings, with source_name where it is known."""
        return cls(
            finding_id=finding["finding_id"],
            verdict=verdict,
            reason=reason,
            figures=figures_of(finding),
            judged=day,
            rule=finding["rule"],
            document=finding.get("source_name") or finding["document_id"],
            subject=finding["subject"],
        )


Verdicts = Mapping[str, Verdict]
"""By finding_id."""


def figures_of(finding: Mapping[str, Any]) -> str:
    """`1566312 / 1512312`: what is stated and computed; where nothing is computed, the long numbers of the subject."""
    numbers = [finding["actual"], finding["expected"]]
    if any(isinstance(number, Decimal) for number in numbers):
        return " / ".join("-" if number is None else f"{number.normalize():f}" for number in numbers)
    return " ".join(_LONG_NUMBER.findall(finding["subject"] or "")) or _NO_FIGURES


def read_verdicts(path: Path) -> dict[str, Verdict]:
    """The verdicts of a file, empty where there is none; of two on one finding the later line holds.

    Raises VerdictFileError.
    """
    if not path.exists():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise VerdictFileError(path, "den är inte i UTF-8", "it is not in UTF-8") from error
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    lines = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    missing = {"finding_id", "verdict"} - set(lines.fieldnames or ())
    if missing and text.strip():
        names = ", ".join(sorted(missing))
        raise VerdictFileError(path, f"kolumnen {names} saknas", f"the column {names} is missing")
    verdicts: dict[str, Verdict] = {}
    for line in lines:
        verdict = _verdict_in(
            path, lines.line_num, {name: (value or "").strip() for name, value in line.items() if name}
        )
        if verdict is not None:
            verdicts[verdict.finding_id] = verdict
    return verdicts


def _verdict_in(path: Path, number: int, line: Mapping[str, str]) -> Verdict | None:
    """One line; None where it is empty. A day that cannot be read is not needed, and is left out."""
    if not any(line.values()):
        return None
    said = line["verdict"].casefold()
    status = _SWEDISH.get(said, said)
    if not line["finding_id"] or status not in get_args(FindingStatus):
        choices = ", ".join((*get_args(FindingStatus), *_SWEDISH))
        raise VerdictFileError(
            path,
            f"rad {number}: ”{line['verdict']}” är inget av {choices}, eller så saknas finding_id",
            f"line {number}: “{line['verdict']}” is none of {choices}, or there is no finding_id",
        )
    known = {name: line[name] for name in Verdict.model_fields if name in line and name not in ("verdict", "judged")}
    judged = _day_or_none(line.get("judged", ""))
    return Verdict.model_validate({**known, "verdict": status, "judged": judged})


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def write_verdicts(path: Path, verdicts: Iterable[Verdict]) -> None:
    """Replace the file in one step, its lines by document, rule and subject; semicolons, as spreadsheets in Sweden."""
    ordered = sorted(verdicts, key=lambda v: (v.document, v.rule, v.subject, v.finding_id))
    text = io.StringIO(newline="")
    lines = csv.DictWriter(text, list(Verdict.model_fields), delimiter=";", lineterminator="\n")
    lines.writeheader()
    lines.writerows(each.model_dump(mode="json") for each in ordered)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished-{os.getpid()}")
    unfinished.write_text(text.getvalue(), encoding="utf-8-sig")
    unfinished.replace(path)


def today() -> date:
    """The day that a verdict given now bears, UTC."""
    return datetime.now(UTC).date()


def with_verdicts(findings: pl.DataFrame, verdicts: Verdicts, documents: pl.DataFrame) -> pl.DataFrame:
    """The findings with the status that their verdicts give them; those without keep theirs."""
    verdicts = followed(verdicts, findings, documents)
    status = [_status(row, verdicts.get(row["finding_id"])) for row in findings.iter_rows(named=True)]
    return findings.with_columns(status=pl.Series(status, dtype=pl.String))


def _status(finding: Mapping[str, Any], verdict: Verdict | None) -> str:
    if verdict is None:
        return str(finding["status"])
    changed = verdict.figures not in ("", figures_of(finding))
    return "open" if verdict.verdict == "dismissed" and changed else verdict.verdict


def keep_up(path: Path, findings: pl.DataFrame, documents: pl.DataFrame) -> None:
    """Write the findings' ids and figures of today into the file; it is left alone where it has them."""
    verdicts = read_verdicts(path)
    current = with_figures(followed(verdicts, findings, documents), findings)
    if current != verdicts:
        write_verdicts(path, current.values())


def followed(verdicts: Verdicts, findings: pl.DataFrame, documents: pl.DataFrame) -> dict[str, Verdict]:
    """The verdicts, those whose finding is gone on the one finding without a verdict that says the same.

    The same is the same rule, the same words of its subject and the same numbers; where there are no numbers, also
    the same file's name. Or, of what is left, the same rule, file's name and numbers where the one subject has all
    words of the other, since more or less of a heading may be read. Where more than one verdict or finding would do,
    none is moved.
    """
    known = set(findings["finding_id"])
    moved = dict(verdicts)
    if not any(_is_lost(each, known) for each in verdicts.values()):
        return moved
    names = dict(documents.select("document_id", "source_name").iter_rows())
    rows = [(row, names.get(row["document_id"]) or row["document_id"]) for row in findings.iter_rows(named=True)]
    for alike in (_by_subject, _by_file):
        lost: dict[tuple[str, ...], list[Verdict]] = defaultdict(list)
        free: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for each in moved.values():
            if _is_lost(each, known):
                lost[alike(each.rule, each.subject, each.figures, each.document)].append(each)
        for row, name in rows:
            if row["finding_id"] not in moved:
                free[alike(row["rule"], row["subject"], figures_of(row), name)].append(
                    (row["finding_id"], row["subject"])
                )
        for likeness, several in lost.items():
            if len(several) == len(free[likeness]) == 1:
                [verdict], [(finding_id, subject)] = several, free[likeness]
                one, other = set(_words(verdict.subject)), set(_words(subject))
                if one <= other or other <= one:
                    del moved[verdict.finding_id]
                    moved[finding_id] = verdict.model_copy(update={"finding_id": finding_id})
    return moved


def _is_lost(verdict: Verdict, known: set[str]) -> bool:
    return verdict.finding_id not in known and bool(verdict.rule and verdict.figures)


def _by_subject(rule: str, subject: str, figures: str, document: str) -> tuple[str, ...]:
    return rule, " ".join(_words(subject)), figures, document if figures == _NO_FIGURES else ""


def _words(subject: str) -> list[str]:
    """Of a subject only the words: numbers of tables and notes change with the setting."""
    return re.findall(r"[^\W\d]+", subject.casefold())


def _by_file(rule: str, subject: str, figures: str, document: str) -> tuple[str, ...]:
    """Without numbers the subject is all that tells findings of one file apart."""
    return rule, figures, document, subject if figures == _NO_FIGURES else ""


def with_figures(verdicts: Verdicts, findings: pl.DataFrame) -> dict[str, Verdict]:
    """The verdicts, those without figures with the numbers that their findings have now."""
    rows = {row["finding_id"]: row for row in findings.iter_rows(named=True)} if verdicts else {}
    return {
        key: verdict.model_copy(update={"figures": figures_of(rows[key])})
        if not verdict.figures and key in rows
        else verdict
        for key, verdict in verdicts.items()
    }
