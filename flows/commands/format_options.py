"""How a table that a command gives is written: to the screen, or in the form and to the file that the options say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.commands.exit_status import ExitStatus, complain
from flows.commands.terminal import console_to

if TYPE_CHECKING:
    import polars as pl
    from rich.console import RenderableType

    from outputs.export.workbook import NotWhole

TableFormat = Literal["text", "csv", "json", "xlsx", "parquet"]
SUFFIXES: dict[str, TableFormat] = {
    ".txt": "text",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
}
TOLD = 20
"""Cells that are told one by one; the rest are counted."""
To = Annotated[
    Path | None,
    typer.Option("--to", metavar="FILE", dir_okay=False, help="Write it here instead of to the screen."),
]
Dialect = Annotated[
    Literal["plain", "excel"],
    typer.Option(
        "--dialect",
        help="Of CSV. plain: comma, decimal point; excel: semicolon, decimal comma and byte order mark, as Excel with "
        "Swedish settings reads it.",
    ),
]
Unguarded = Annotated[
    bool,
    typer.Option(
        "--unguarded",
        help="CSV as it stands: without the apostrophe that keeps a spreadsheet from running a text as a formula.",
    ),
]


def format_of(asked: TableFormat | None, to: Path | None) -> TableFormat:
    """The form that is asked for, else that of the file's name, else text. Ends the command where it needs a file."""
    chosen = asked or (SUFFIXES.get(to.suffix.casefold(), "text") if to is not None else "text")
    if chosen in ("xlsx", "parquet") and to is None:
        complain(
            f"Formatet {chosen} skrivs till en fil: --to FIL.",
            f"The format {chosen} is written to a file: --to FILE.",
            ExitStatus.USAGE,
        )
    return chosen


def give_text(text: str, to: Path | None) -> None:
    """Text to standard output or to the file, as it is."""
    if to is None:
        typer.echo(text, nl=False)
    else:
        to.write_bytes(text.encode())


def give_shown(shown: "RenderableType", to: Path | None) -> None:
    """To the screen, or to a file as wide as a pipe gets it."""
    if to is None:
        console_to().print(shown)
        return
    from rich.console import Console

    with to.open("w", encoding="utf-8") as file:
        Console(file=file, highlight=False, width=140).print(shown)


def give_frame(frame: "pl.DataFrame", form: TableFormat, to: Path | None, dialect: str, *, guarded: bool) -> None:
    """A frame in any form but text."""
    from outputs.export.text_files import CsvForm, csv_text, jsonl_text
    from outputs.export.workbook import Sheet, write_workbook

    match form:
        case "csv":
            give_text(csv_text(frame, CsvForm("excel" if dialect == "excel" else "plain", guarded)), to)
        case "json":
            give_text(jsonl_text(frame), to)
        case "xlsx" if to is not None:
            tell_not_whole(write_workbook(to, [Sheet("Svar", frame)]))
        case "parquet" if to is not None:
            frame.write_parquet(to, compression="zstd")
        case _:
            raise ValueError(f"no such form: {form}")


def tell_not_whole(cells: "tuple[NotWhole, ...]") -> None:
    """Say on standard error which cells of a workbook do not hold all that the dataset does."""
    for each in cells[:TOLD]:
        typer.echo(f"plankoll: {each.sheet}!{each.cell} {each.column}: {each.why}", err=True)
    if len(cells) > TOLD:
        typer.echo(f"plankoll: … och {len(cells) - TOLD} celler till (and as many cells more)", err=True)
