"""`plankoll export`: the dataset, or a part of it, as files for other programs."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.format_options import Dialect, Unguarded, give_frame, tell_not_whole
from flows.commands.options import Document, Grant, Municipality, Out, Verbose, Year
from flows.commands.terminal import log_to_terminal, settings_from

if TYPE_CHECKING:
    import polars as pl


def export(  # noqa: PLR0913, PLR0917 - one parameter an option
    to: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx|DIR", help="A workbook to write, or a folder for the files.")
    ],
    out: Out = None,
    table: Annotated[
        list[str] | None,
        typer.Option("--table", metavar="NAME", help="Only this table; may be given again. Without it: every table."),
    ] = None,
    municipality: Municipality = None,
    grant: Grant = None,
    year: Year = None,
    document: Document = None,
    format_: Annotated[
        Literal["csv", "json", "xlsx", "parquet"],
        typer.Option("--format", help="Of the files in a folder. json: one object a line."),
    ] = "csv",
    dialect: Dialect = "plain",
    unguarded: Unguarded = False,
    verbose: Verbose = False,
) -> None:
    """Write the published dataset as an Excel workbook, or as one file a table.

    A workbook has a sheet a table with typed columns, a filter on each and a head that stays in sight, a sheet on what
    the columns mean, and findings that lead to their pages in the report where `plankoll report` has made one in DIR.
    Rows beyond what a sheet holds go on in the next; a text that is longer than a cell can be is cut and told.

    \b
    Examples:
      plankoll export plankoll.xlsx
      plankoll export falun.xlsx --municipality Falun --table amounts --table findings
      plankoll export tabeller/ --format csv --dialect excel
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    with ending_politely():
        from flows.commands.published import Asked, findings_wanted, published_tables
        from models.rows import TABLES
        from outputs.export.choice import of_documents
        from outputs.findings_list import select_documents

        known = [row_type.table_name for row_type in TABLES]
        unknown = sorted(set(table or ()) - set(known))
        if unknown:
            complain(
                f"Det finns ingen tabell {', '.join(unknown)}. Tabellerna är: {', '.join(known)}",
                f"There is no table {', '.join(unknown)}. The tables are: {', '.join(known)}",
                ExitStatus.USAGE,
            )
        frames = published_tables(settings)
        chosen = Asked(municipality=municipality, grant=grant, year=year, document=document, status="all")
        wanted = findings_wanted(frames, chosen)
        if wanted.asks_for_documents:
            frames = of_documents(frames, select_documents(frames["documents"], wanted)["document_id"])
        names = [name for name in known if not table or name in table]
        if to.suffix.casefold() == ".xlsx":
            _workbook(frames, names, to, settings.out / "report")
        else:
            to.mkdir(parents=True, exist_ok=True)
            for name in names:
                give_frame(frames[name], format_, to / f"{name}.{_SUFFIX[format_]}", dialect, guarded=not unguarded)
        rows = sum(frames[name].height for name in names)
        typer.echo(f"{to}: {len(names)} tabeller (tables), {rows} rader (rows)", err=True)


_SUFFIX = {"csv": "csv", "json": "jsonl", "xlsx": "xlsx", "parquet": "parquet"}


def _workbook(frames: "dict[str, pl.DataFrame]", names: list[str], to: Path, report: Path) -> None:
    from outputs.export.dataset_workbook import dataset_sheets
    from outputs.export.report_links import report_links
    from outputs.export.workbook import write_workbook

    run_id = str(frames["runs"]["run_id"].max() or "")
    tell_not_whole(write_workbook(to, dataset_sheets(frames, names, run_id, report_links(to, report))))
