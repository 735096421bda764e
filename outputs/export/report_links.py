"""From a workbook's findings to their pages in an audit report beside it."""

from collections.abc import Callable, Mapping
from os.path import relpath
from pathlib import Path
from typing import Any


def report_links(workbook: Path, report: Path | None) -> Callable[[Mapping[str, Any]], str | None] | None:
    """What leads from a finding in the workbook to its page in the report, where it has one there.

    The address is relative, so that workbook and report can be moved together.
    """
    if report is None or not report.is_dir():
        return None
    folder = report.resolve()

    def address(finding: Mapping[str, Any]) -> str | None:
        page = folder / "findings" / f"{finding['finding_id']}.html"
        return f"external:{_relative(page, workbook.resolve().parent)}" if page.is_file() else None

    return address


def _relative(page: Path, folder: Path) -> str:
    """From the folder to the page, up where it must; Excel wants slashes."""
    return Path(relpath(page, folder)).as_posix()
