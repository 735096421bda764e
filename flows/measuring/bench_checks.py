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
) -> None:
    """Check a dataset's documents, copied until there are N, with ids and municipalities of their own.

    Prints the documents, rows and findings, the seconds that it took to make rows of the tables and to check them
    (of the clock, and of the processor), and the most memory that was held. One process does it all.

    \b
    Example:
      python -m flows.measuring.bench_checks outputs/dataset --documents 10000
    """
    with ending_politely(), ending_at_once():
        from corpus.bench.multiplied import multiplied
        from corpus.registry import load_registry
        from flows.files.collecting import collecting_seldom
        from flows.runs.checking import check, rows_of
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
        with collecting_seldom():
            begun = time.perf_counter(), time.process_time()
            rows = rows_of(frames)
            made = time.perf_counter(), time.process_time()
            findings, _ = check([rows])
            checked = time.perf_counter(), time.process_time()
        counted = sum(frame.height for frame in frames.values())
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        typer.echo(f"{frames['documents'].height} dokument (documents), {counted} rader (rows)")
        typer.echo(f"rader (rows):       {_told(begun, made)}")
        typer.echo(f"kontroller (checks): {_told(made, checked)}, {len(findings)} fynd (findings)")
        typer.echo(f"minne (memory): {most} MB")


def _told(begun: tuple[float, float], ended: tuple[float, float]) -> str:
    wall, processor = (end - begin for begin, end in zip(begun, ended, strict=True))
    return f"{wall:.1f} s, processor {processor:.1f} s"


if __name__ == "__main__":
    app(prog_name="python -m flows.measuring.bench_checks")
