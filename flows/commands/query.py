"""`plankoll query`: ready queries over the published snapshot, and SQL of one's own."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.format_options import (
    Dialect,
    TableFormat,
    To,
    Unguarded,
    format_of,
    give_frame,
    give_shown,
    give_text,
)
from flows.commands.options import Out, Verbose
from flows.commands.terminal import console_to, log_to_terminal, settings_from

if TYPE_CHECKING:
    from outputs.query.catalogue import ReadyQuery

SHOWN = 50
"""Rows shown in a terminal unless asked otherwise."""


def query(  # noqa: PLR0913, PLR0917 - one parameter an option
    asked: Annotated[
        str | None,
        typer.Argument(metavar="[NAME|SQL]", help="A ready query's name; or SQL, in quotes; or - to read SQL."),
    ] = None,
    out: Out = None,
    listed: Annotated[
        bool, typer.Option("--list", help="List the ready queries, and the views that SQL can build on.")
    ] = False,
    sql: Annotated[
        bool, typer.Option("--sql", help="Tell what the ready query answers, and its SQL, instead of running it.")
    ] = False,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help="Of every column: rows, nulls, different values, the least and the greatest."
        ),
    ] = False,
    municipality: Annotated[
        str | None, typer.Option("--municipality", metavar="NAME", help="Only rows of this municipality: code or name.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR", help="Only rows of this year.")] = None,
    grant: Annotated[
        str | None, typer.Option("--grant", metavar="WORDS", help="Only rows of grants whose name has these words.")
    ] = None,
    inhabitants: Annotated[
        Path | None,
        typer.Option(
            "--inhabitants",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="CSV with kommunkod, inhabitants and preferably year, for money per inhabitant.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Rows shown on the screen; files have all.")] = SHOWN,
    format_: Annotated[
        TableFormat | None,
        typer.Option(
            "--format", help="text, csv, json (one object a line), xlsx, parquet. Without it: by the file's name."
        ),
    ] = None,
    to: To = None,
    dialect: Dialect = "plain",
    unguarded: Unguarded = False,
    verbose: Verbose = False,
) -> None:
    """Ask the published dataset: a ready query by its name, or SQL (DuckDB's) over the tables by theirs.

    What a document repeats, and what several documents say alike, counts once; what is unsure says why, in the
    column doubt. SQL only reads, and reaches nothing but the dataset.

    \b
    Examples:
      plankoll query --list
      plankoll query money --municipality Falun --year 2024
      plankoll query money-per-inhabitant --inhabitants folkmangd.csv --to per-invanare.xlsx
      plankoll query coverage --sql
      plankoll query "SELECT rule, count(*) FROM findings GROUP BY rule"
      plankoll query --statistics --format csv
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    form = format_of(format_, to)
    with ending_politely():
        from corpus.registry import load_registry
        from flows.commands.published import published_snapshot, verdicts_of_today
        from outputs.query.catalogue import ready_queries, views
        from outputs.query.database import Beside, open_database
        from outputs.query.inhabitants import read_inhabitants
        from outputs.query.running import run_query
        from outputs.query.shown import answer_table, queries_list, query_explained
        from outputs.query.statistics import column_statistics

        if listed:
            console_to().print(queries_list(ready_queries(), views()))
            return
        ready = _ready(asked)
        if sql:
            if ready is None:
                complain("Säg vilken fråga: --list.", "Say which query: --list.", ExitStatus.USAGE)
            else:
                give_text(query_explained(ready), to)
            return
        if (asked is None) is not statistics:
            complain(
                "Ange en frågas namn, SQL eller --statistics. Frågorna visas med --list.",
                "Give a query's name, SQL or --statistics. The queries are shown by --list.",
                ExitStatus.USAGE,
            )
        snapshot = published_snapshot(settings)
        registry = load_registry()
        beside = Beside(
            registry,
            verdicts_of_today(settings, snapshot),
            read_inhabitants(inhabitants, registry.municipalities) if inhabitants is not None else (),
        )
        with open_database(snapshot, beside) as database:
            if statistics:
                frame = column_statistics(database)
            else:
                where = _where(municipality, year, grant, registry.municipalities)
                frame = run_query(database, ready.sql if ready is not None else _sql(asked or ""), where)
        if form == "text":
            give_shown(answer_table(frame, limit), to)
        else:
            give_frame(frame, form, to, dialect, guarded=not unguarded)


def _ready(asked: str | None) -> "ReadyQuery | None":
    """The ready query of this name; None for SQL. Ends the command for a single word that names none."""
    from outputs.query.catalogue import ready_queries

    known = {each.name: each for each in ready_queries()}
    if asked is None or asked == "-" or asked in known:
        return known.get(asked or "")
    if len(asked.split()) == 1:
        names = ", ".join(known)
        complain(
            f"Ingen fråga heter {asked}. Frågorna är: {names}",
            f"There is no query {asked}. The queries are: {names}",
            ExitStatus.USAGE,
        )
    return None


def _sql(asked: str) -> str:
    """The SQL itself, or what stands on standard input."""
    return sys.stdin.read() if asked == "-" else asked


def _where(municipality: str | None, year: int | None, grant: str | None, known: Any) -> dict[str, Any]:
    """Column of the answer -> what its rows must have."""
    codes = {name.casefold(): code for code, name in known.items()}
    where: dict[str, Any] = {}
    if municipality is not None:
        where["kommunkod"] = codes.get(municipality.casefold(), municipality)
    if year is not None:
        where["year"] = year
    if grant is not None:
        where["grant_name"] = grant
    return where
