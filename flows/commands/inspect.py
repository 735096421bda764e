"""`plankoll inspect`: how a page was read."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.options import Verbose
from flows.commands.terminal import log_to_terminal, settings_from


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The PDF file.")],
    page: Annotated[int, typer.Option("--page", "-p", metavar="N", help="Page in the file, from 1.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="PNG",
            dir_okay=False,
            help="The picture's file. Default: outputs/pages/<name>-sida-<N>.png.",
        ),
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Show how a page was read: a picture with all of it marked, and the blocks as text.

    Each kind of block has its colour, told below the picture; numbers and arrows are the reading order. Cells are
    tinted by their role, and their rows and columns numbered as in the dataset; form answers are tied to
    their labels. What is doubtful is hatched: tables whose grid is unsure, words that OCR is not sure of.

    \b
    Example:
      plankoll inspect plan.pdf --page 7
    """
    log_to_terminal(verbose)
    settings = settings_from(None)
    with ending_politely():
        from flows.commands.look import NoSuchPageError, blocks_as_text, look_at_page

        picture = out or settings.out / "pages" / f"{file.stem}-sida-{page}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        try:
            read = look_at_page(file, page, picture, settings)
        except NoSuchPageError as error:
            complain(error.message_sv, error.message_en)
            raise typer.Exit(ExitStatus.USAGE) from error
        for line in blocks_as_text(read, page):
            typer.echo(line)
        typer.echo(f"Bild (picture): {picture}", err=True)
