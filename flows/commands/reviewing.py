"""Verdicts as they are given: each is on the disk before the next is asked for."""

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

from models.rows import FindingStatus
from outputs.verdicts import Verdict, read_verdicts, today, with_figures, write_verdicts


class Reviewing:
    """The reviewers' file, and the findings that it is about.

    Two reviewers may judge at the same time: the file is read anew before each verdict is put into it.
    """

    def __init__(self, path: Path, findings: pl.DataFrame) -> None:
        self.path = path
        self.findings = findings

    def judge(self, finding: Mapping[str, Any], verdict: FindingStatus, reason: str) -> None:
        """Keep a verdict on a row of findings."""
        given = Verdict.on(finding, verdict, reason, today())
        with self._alone():
            write_verdicts(self.path, {**read_verdicts(self.path), given.finding_id: given}.values())

    def take_over(self, other: Path) -> tuple[int, int]:
        """Put another file's verdicts into this one, before those on the same findings.

        Gives how many, and how many of these are on no finding of the dataset.
        """
        taken = with_figures(read_verdicts(other), self.findings)
        with self._alone():
            write_verdicts(self.path, {**read_verdicts(self.path), **taken}.values())
        return len(taken), len(taken.keys() - set(self.findings["finding_id"]))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One writer at a time; a lock that the operating system lets go of when its holder dies."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.with_name(f".{self.path.name}.lock").open("a", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
