"""The published dataset as commands read it: the findings with the reviewers' verdicts of this moment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import typer

from flows.commands.exit_status import ExitStatus, complain

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from flows.settings import Settings
    from outputs.findings_list import FindingFilter

StatusAsked = Literal["open", "confirmed", "dismissed", "all"]


def published_snapshot(settings: "Settings") -> "Path":
    """The current snapshot's folder. Ends the command where nothing has been published."""
    from outputs.snapshot import current_snapshot

    snapshot = current_snapshot(settings.dataset)
    if snapshot is None:
        complain(
            f"Ingen datamängd finns i {settings.dataset}. Kör först: plankoll run PATH",
            f"There is no dataset in {settings.dataset}. First run: plankoll run PATH",
        )
        raise typer.Exit(ExitStatus.NOTHING_DONE)
    return snapshot


def published_tables(settings: "Settings") -> "dict[str, pl.DataFrame]":
    """Every table of the current snapshot. Ends the command where nothing has been published."""
    from outputs.snapshot import read_snapshot
    from outputs.verdicts import read_verdicts, with_verdicts

    frames = read_snapshot(published_snapshot(settings))
    verdicts = read_verdicts(settings.verdicts)
    return {**frames, "findings": with_verdicts(frames["findings"], verdicts, frames["documents"])}


def verdicts_of_today(settings: "Settings", snapshot: "Path") -> dict[str, str]:
    """finding_id -> its status, of the findings whose verdict is another than in the snapshot."""
    from outputs.snapshot import read_snapshot
    from outputs.verdicts import read_verdicts, with_verdicts

    verdicts = read_verdicts(settings.verdicts)
    if not verdicts:
        return {}
    frames = read_snapshot(snapshot, ("findings", "documents"))
    today = with_verdicts(frames["findings"], verdicts, frames["documents"])
    changed = today.filter(today["status"] != frames["findings"]["status"])
    return dict(changed.select("finding_id", "status").iter_rows())


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the options of a command choose findings and documents by, as they were given; None is everything.

    status: without one, all but what a reviewer has dismissed.
    """

    rule: str | None = None
    severity: Literal["error", "warning", "note"] | None = None
    municipality: str | None = None
    grant: str | None = None
    year: int | None = None
    document: str | None = None
    status: StatusAsked | None = None


def findings_wanted(frames: "dict[str, pl.DataFrame]", asked: Asked) -> "FindingFilter":
    """What the options ask for. Ends the command where there is no such check, or no document of those asked for.

    Of a document that is not there nobody can say that nothing is wrong with it.
    """
    from checks.catalogue import catalogue
    from corpus.registry import load_registry
    from outputs.findings_list import FindingFilter, select_documents

    known = sorted({check.id for check in catalogue()} | set(frames["findings"]["rule"]))
    rule = asked.rule
    if rule is not None and not any(name == rule or name.startswith(f"{rule}.") for name in known):
        complain(
            f"Ingen kontroll heter {rule}. Kontrollerna är: {', '.join(known)}",
            f"There is no check {rule}. The checks are: {', '.join(known)}",
            ExitStatus.USAGE,
        )
    codes = load_registry().municipality_codes
    place = asked.municipality
    wanted = FindingFilter(
        severity=asked.severity,
        rule=rule,
        document=asked.document,
        status=None if asked.status == "all" else asked.status,
        municipality=place and codes.get(place.casefold(), place),
        grant=asked.grant,
        year=asked.year,
        dismissed=asked.status == "all",
    )
    if select_documents(frames["documents"], wanted).is_empty() and wanted.asks_for_documents:
        given = {f"--{name}": getattr(asked, name) for name in ("municipality", "grant", "year", "document")}
        options = ", ".join(f"{option} {value}" for option, value in given.items() if value is not None)
        complain(
            f"Inget dokument i datamängden svarar mot {options}.",
            f"No document in the dataset answers to {options}.",
            ExitStatus.NOTHING_DONE,
        )
    return wanted
