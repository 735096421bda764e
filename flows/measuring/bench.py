"""`python -m flows.measuring.bench`: Plankoll's reading beside other table readers, on the same documents."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from corpus.bench.peers import PEERS, YARDSTICK
from corpus.bench.tools import Tool
from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.terminal import console_to
from flows.runs.interrupt import ending_at_once

if TYPE_CHECKING:
    from corpus.bench.labelled import LabelledFolder
    from corpus.bench.report import MeasuredFolder

TOOLS: Final = (Tool("plankoll", "flows.measuring.bench_reading:tables"), *PEERS)

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def bench(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DIR]...",
            exists=True,
            file_okay=False,
            help="Folders with pdf/ and truth/, or with the PDFs and *-str.xml of the ICDAR 2013 table competition.",
        ),
    ] = None,
    made: Annotated[
        int, typer.Option("--made", metavar="N", min=0, help="Make N labelled documents and measure on them too.")
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="What the made documents are made from.")] = 1,
    tool: Annotated[
        list[str] | None,
        typer.Option("--tool", metavar="NAME", help="Only tools whose names begin so; may be repeated. Default: all."),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="S", min=1, help="Time that one file may take a tool.")
    ] = 300,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", dir_okay=False, help="Write every measure here too.")
    ] = None,
) -> None:
    """Measure speed, memory, exact rows and cells of Plankoll's reading and of other table readers.

    Each tool reads all documents of a folder, one after the other, in a fresh process. One that is not installed is
    said and left out; one that fails on a file gets nothing for it, and that is said. CPU seconds count all threads
    and child processes, not the loading of libraries.

    \b
    Example:
      python -m flows.measuring.bench --made 24 corpus/samples
    """
    with ending_politely(), ending_at_once():
        from corpus.bench.report import bench_to_dict, format_bench

        tools = _wanted(tool or [])
        lacking = {each.name: missing for each in tools if (missing := each.missing())}
        unmeasured = {name: f"saknas/missing: {', '.join(missing)}" for name, missing in lacking.items()}
        usable = [each for each in tools if each.name not in lacking]
        with _folders(folders or [], made, seed) as loaded:
            measured = [_measure(folder, usable, seconds, unmeasured) for folder in loaded]
        console_to().print(format_bench(measured, unmeasured, yardstick=YARDSTICK))
        if json_file is not None:
            told = bench_to_dict(measured, unmeasured)
            json_file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _wanted(names: Sequence[str]) -> list[Tool]:
    """Every tool whose name begins with one of names; all where none is named."""
    known = ", ".join(each.name for each in TOOLS)
    for name in names:
        if not any(each.name.startswith(name) for each in TOOLS):
            complain(
                f"Inget verktyg heter {name}. De är: {known}",
                f"There is no tool {name}. They are: {known}",
                ExitStatus.USAGE,
            )
    return [each for each in TOOLS if not names or each.name.startswith(tuple(names))]


@contextmanager
def _folders(given: Sequence[Path], made: int, seed: int) -> Iterator[list["LabelledFolder"]]:
    """The folders given; before them one with made documents, which is gone at the end."""
    from corpus.bench.labelled import BenchError, load_folder
    from corpus.truth import TruthError

    if not given and not made:
        complain(
            "Ange en mapp, eller --made N för att mäta på gjorda dokument.",
            "Name a folder, or --made N to measure on made documents.",
            ExitStatus.USAGE,
        )
    with tempfile.TemporaryDirectory(prefix="plankoll-bench-") as scratch:
        made_here = [_make(Path(scratch) / f"made-{made}-seed-{seed}", made, seed)] if made else []
        try:
            yield [load_folder(folder) for folder in (*made_here, *given)]
        except (BenchError, TruthError) as error:
            typer.echo(f"plankoll: {error}", err=True)
            raise typer.Exit(ExitStatus.NOTHING_DONE) from error


def _make(out: Path, n_documents: int, seed: int) -> Path:
    from corpus.generator.looks.catalogue import PRODUCERS, looks_of, why_missing
    from corpus.generator.looks.look import ProducerError
    from corpus.generator.make import make_corpus

    typer.echo(f"Gör {n_documents} dokument med facit ... (making labelled documents)", err=True)
    missing = {producer: reason for producer in PRODUCERS if (reason := why_missing(producer)) is not None}
    for producer, reason in missing.items():
        typer.echo(f"plankoll: {producer}: {reason}", err=True)
    looks = looks_of([producer for producer in PRODUCERS if producer not in missing])
    try:
        corpus = make_corpus(out, seed=seed, n_documents=n_documents, looks=looks, workers=os.cpu_count() or 1)
    except ProducerError as error:
        typer.echo(f"plankoll: {error}", err=True)
        raise typer.Exit(ExitStatus.NOTHING_DONE) from error
    for name, reason in sorted(corpus.failed.items()):
        typer.echo(f"plankoll: {name}: {reason}", err=True)
    return out


def _measure(
    folder: "LabelledFolder", tools: Sequence[Tool], seconds: float, unmeasured: dict[str, str]
) -> "MeasuredFolder":
    """Every tool over one folder; a tool that cannot be loaded is added to unmeasured."""
    from corpus.bench.report import MeasuredFolder
    from corpus.bench.scores import score
    from corpus.bench.trial import try_tool

    scores = []
    for tool in tools:
        typer.echo(f"{folder.name}: {tool.name} ...", err=True)
        trial = try_tool(tool, folder.documents, seconds=seconds)
        if trial.unusable is not None:
            unmeasured[tool.name] = trial.unusable
        else:
            scores.append(score(trial))
    return MeasuredFolder(folder, tuple(scores))


if __name__ == "__main__":
    app(prog_name="python -m flows.measuring.bench")
