"""The report on the disk."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from outputs.audit_report.report import Report
from outputs.audit_report.sheets import PageKey
from outputs.audit_report.words import Pair

MARK = ".plankoll-report"
"""A file that says that a folder is a report, and may be written over."""


class NotAReportError(Exception):
    """The folder holds something else, which is not to be written over."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.message_sv = f"{folder} är inte tom och ingen rapport. Ange en ny mapp med --to."
        self.message_en = f"{folder} is not empty and no report. Name a new folder with --to."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


@dataclass(frozen=True)
class Drawn:
    """The pictures of pages as PNG, and why some are missing, in Swedish and in English."""

    pictures: Mapping[PageKey, bytes]
    why: Mapping[PageKey, Pair]

    def missing(self, page: PageKey) -> Pair | None:
        return None if page in self.pictures else self.why.get(page, ("", ""))


def demand_report_folder(folder: Path) -> None:
    """Raises NotAReportError where the folder holds something that is no report."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).exists())):
        raise NotAReportError(folder)


def write_report(report: Report, drawn: Drawn, folder: Path) -> Path:
    """Write all pages and pictures; gives the overview's path.

    The report is put together beside the folder and takes the place of an older one when it is whole. Raises
    NotAReportError.
    """
    demand_report_folder(folder)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    for part in ("findings", "documents", "pages"):
        (unfinished / part).mkdir(parents=True)
    for path in report.paths():
        (unfinished / path).write_text(report.html(path, drawn), encoding="utf-8")
    for key, picture in drawn.pictures.items():
        (unfinished / "pages" / f"{key.name}.png").write_bytes(picture)
    (unfinished / MARK).touch()
    if folder.exists():
        shutil.rmtree(folder)
    unfinished.rename(folder)
    return folder / "index.html"
