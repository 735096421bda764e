"""`plankoll evaluate`: how well labelled documents are read and checked."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.options import Verbose
from flows.commands.terminal import console_to, log_to_terminal, settings_from
from flows.runs.interrupt import ending_at_once


def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", exists=True, file_okay=False, help="Folder with pdf/ and truth/; names pair them."
        ),
    ],
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", dir_okay=False, help="Write the scores here too.")
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="A line per document, however many there are. Without it: up to 40.")
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Measure how well documents are read and checked, against documents whose truth is known.

    Takes in each DIR/pdf/NAME.pdf that has a DIR/truth/NAME.json and prints, per document and in all,
    how the rows and the findings agree. Made documents are summed by look, kind and producer too, and
    scanned ones apart; errors put in on purpose are counted by kind, findings by check. Nothing is published.

    \b
    Example:
      plankoll evaluate corpus/samples --json scores.json
    """
    log_to_terminal(verbose)
    settings = settings_from(None)
    for name in ("pdf", "truth"):
        if not (folder / name).is_dir():
            complain(
                f"Mappen {folder / name} saknas: DIR ska innehålla pdf/ och truth/.",
                f"The folder {folder / name} is missing: DIR must hold pdf/ and truth/.",
                ExitStatus.USAGE,
            )
    with ending_politely(), ending_at_once():
        from corpus.evaluation_json import scores_to_dict
        from corpus.evaluation_report import format_scores
        from corpus.truth import TruthError
        from flows.runs.measure import measure_folder
        from flows.runs.progress import ShownProgress

        try:
            with ShownProgress(console_to(error=True)) as progress:
                measured = measure_folder(folder, settings, progress)
        except TruthError as error:
            typer.echo(f"plankoll: {error}", err=True)
            raise typer.Exit(ExitStatus.NOTHING_DONE) from error
        console_to().print(format_scores(measured.scores, each=each))
        for name in measured.without_pdf:
            complain(f"{name}: facit utan PDF, räknas som missat.", f"{name}: truth without a PDF, all missed.")
        for outcome in measured.failed:
            assert outcome.failure is not None
            typer.echo(f"{outcome.source_name}: {outcome.failure.message}", err=True)
        if json_file is not None:
            scores: dict[str, Any] = scores_to_dict(measured.scores)
            json_file.write_text(json.dumps(scores, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if measured.failed or measured.without_pdf:
        raise typer.Exit(ExitStatus.SOME_FAILED)
