"""A run's figures for Prometheus: a text file that its node exporter's textfile collector picks up."""

from collections.abc import Mapping
from pathlib import Path

from outputs.run_report import RunReport

_FIGURES = {
    "plankoll_last_run_timestamp_seconds": "When the last run was published.",
    "plankoll_last_run_duration_seconds": "How long it took.",
    "plankoll_files_seen": "Files that it was given.",
    "plankoll_files_read": "Files that it read.",
    "plankoll_files_failed": "Files that could not be taken in.",
    "plankoll_documents": "Documents in the dataset.",
    "plankoll_findings_open": "Findings that no reviewer has dismissed.",
}


def write_metrics(path: Path, report: RunReport, *, documents: int, open_findings: Mapping[str, int]) -> None:
    """Replace the file whole: a reader sees the old one or the new one. open_findings: by severity."""
    figures: dict[str, float] = {
        "plankoll_last_run_timestamp_seconds": report.finished.timestamp(),
        "plankoll_last_run_duration_seconds": (report.finished - report.started).total_seconds(),
        "plankoll_files_seen": report.files_seen,
        "plankoll_files_read": report.files_new,
        "plankoll_files_failed": report.files_failed,
        "plankoll_documents": documents,
    }
    lines: list[str] = []
    for name, told in _FIGURES.items():
        lines += [f"# HELP {name} {told}", f"# TYPE {name} gauge"]
        if name in figures:
            lines.append(f"{name} {figures[name]!r}")
        else:
            lines += [f'{name}{{severity="{severity}"}} {count}' for severity, count in sorted(open_findings.items())]
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")
    temporary.replace(path)
