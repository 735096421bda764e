"""`python -m flows.measuring.bench_checks`: how long all checks take over the rows of so many documents."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import resource
import time
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.runs.interrupt import ending_at_once

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def bench_checks(
    dataset: Annotated[
        Path, typer.Argument(metavar="DATASET", exists=True, file_okay=False, help="A dataset: holds `current`.")
    ],
    documents: Annotated[
        int, typer.Option("--documents", metavar="N", min=1, help="How many documents to make of those it holds.")
    ] = 10_000,
    processes: Annotated[
        int | None,
        typer.Option("--processes", metavar="P", min=1, help="As PLANKOLL_CHECK_WORKERS, which it is by default."),
    ] = None,
) -> None:
    """Check a dataset's documents, copied until there are N, with ids and municipalities of their own.

    Prints the documents, rows and findings, the seconds that it took to make rows of the tables and to check them
    (of the clock, and of the processor in this process alone), and the most memory that this process held.

    \b
    Example:
      python -m flows.measuring.bench_checks outputs/dataset --documents 10000
    """
    with ending_politely(), ending_at_once():
        from checks.rulings import NO_RULINGS
        from corpus.bench.multiplied import multiplied
        from corpus.registry import load_registry
        from flows.runs.checks_apart import checked
        from flows.settings import Settings
        from outputs.merge import FILE_TABLES
        from outputs.snapshot import read_current

        known = read_current(dataset)
        held = known["documents"].height if known else 0
        if not held:
            complain(
                f"I {dataset} finns inga dokument. Kör plankoll run först.",
                f"{dataset} holds no documents. Make plankoll run first.",
                ExitStatus.NOTHING_DONE,
            )
        frames = multiplied(
            {each.table_name: known[each.table_name] for each in FILE_TABLES},
            -(-documents // held),
            sorted(load_registry().municipalities),
        )
        several = processes or Settings().processes_of_checks
        begun = time.perf_counter(), time.process_time()
        findings, _ = checked(frames, NO_RULINGS, several)
        wall, own = (now - then for now, then in zip((time.perf_counter(), time.process_time()), begun, strict=True))
        counted = sum(frame.height for frame in frames.values())
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        typer.echo(f"{frames['documents'].height} dokument (documents), {counted} rader (rows)")
        typer.echo(f"kontroller (checks): {wall:.1f} s, processor {own:.1f} s; {len(findings)} fynd (findings)")
        typer.echo(f"minne (memory): {most} MB")


if __name__ == "__main__":
    app(prog_name="python -m flows.measuring.bench_checks")
