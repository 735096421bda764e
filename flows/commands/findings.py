"""`plankoll findings`: the list of what does not add up."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from typing import Annotated, Literal

import typer

from flows.commands.exit_status import ending_politely
from flows.commands.format_options import To, format_of, give_shown, give_text
from flows.commands.options import Document, Grant, Municipality, Out, Rule, Severity, Verbose, Year
from flows.commands.terminal import log_to_terminal, settings_from


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
    asked: Annotated[
        Literal["text", "json", "csv", "xlsx"] | None,
        typer.Option(
            "--format",
            help="text to read; json: one object a line, with evidence; csv; xlsx: an Excel workbook, with --to. "
            "Without it: by the file's name.",
        ),
    ] = None,
    to: To = None,
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
    format_ = format_of(asked, to)
    with ending_politely():
        from flows.commands.published import Asked, findings_wanted, published_tables
        from outputs.findings_list import findings_csv, findings_jsonl
        from outputs.summary import findings_table

        frames = published_tables(settings)
        chosen = Asked(
            rule=rule,
            severity=severity,
            municipality=municipality,
            grant=grant,
            year=year,
            document=document,
            status=status,
        )
        wanted = findings_wanted(frames, chosen)
        if format_ == "xlsx" and to is not None:
            from outputs.findings_workbook import write_findings_workbook

            write_findings_workbook(frames, wanted, to, settings.out / "report")
        elif format_ == "text":
            give_shown(findings_table(frames, wanted), to)
        else:
            give_text((findings_jsonl if format_ == "json" else findings_csv)(frames, wanted), to)
