"""`plankoll findings`: the list of what does not add up."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.exit_status import ExitStatus, complain, ending_politely
from flows.options import Document, Grant, Municipality, Out, Rule, Severity, Verbose, Year
from flows.terminal import console_to, log_to_terminal, settings_from

if TYPE_CHECKING:
    from rich.console import RenderableType


def findings(  # noqa: PLR0913, PLR0917 - one parameter an option
    out: Out = None,
    rule: Rule = None,
    severity: Severity = None,
    municipality: Municipality = None,
    grant: Grant = None,
    year: Year = None,
    document: Document = None,
    status: Annotated[
        Literal["open", "confirmed", "dismissed", "all"] | None,
        typer.Option("--status", help="Only findings with this verdict. Without it: all but the dismissed."),
    ] = None,
    format_: Annotated[
        Literal["text", "json", "csv", "xlsx"],
        typer.Option(
            "--format",
            help="text to read; json: one object a line, with evidence; csv; xlsx: an Excel workbook, with --to.",
        ),
    ] = "text",
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", dir_okay=False, help="Write them here instead of to the screen."),
    ] = None,
    verbose: Verbose = False,
) -> None:
    """List what does not add up, each with its page, the arithmetic, and what it rests on.

    \b
    Examples:
      plankoll findings
      plankoll findings --rule footing --severity error
      plankoll findings --municipality Rättvik --year 2024 --status open
      plankoll findings --format csv > findings.csv
      plankoll findings --format xlsx --to findings.xlsx
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    if format_ == "xlsx" and to is None:
        complain(
            "En arbetsbok skrivs till en fil: --to FIL.",
            "A workbook is written to a file: --to FILE.",
            ExitStatus.USAGE,
        )
    with ending_politely():
        from flows.published import findings_wanted, published_tables
        from outputs.findings_list import findings_csv, findings_jsonl
        from outputs.summary import findings_table

        frames = published_tables(settings)
        wanted = findings_wanted(
            frames,
            rule=rule,
            severity=severity,
            municipality=municipality,
            grant=grant,
            year=year,
            document=document,
            status=status,
        )
        if format_ == "xlsx" and to is not None:
            from outputs.findings_workbook import write_findings_workbook

            write_findings_workbook(frames, wanted, to)
        elif format_ == "text":
            _print(findings_table(frames, wanted), to)
        else:
            text = (findings_jsonl if format_ == "json" else findings_csv)(frames, wanted)
            if to is None:
                typer.echo(text, nl=False)
            else:
                to.write_text(text, encoding="utf-8")


def _print(table: "RenderableType", to: Path | None) -> None:
    """To the screen, or to a file as wide as a pipe gets it."""
    if to is None:
        console_to().print(table)
        return
    from rich.console import Console

    with to.open("w", encoding="utf-8") as file:
        Console(file=file, highlight=False, width=140).print(table)
