"""`plankoll corpus`: making labelled documents to measure on."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self, get_args

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.terminal import console_to
from flows.runs.interrupt import ending_at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.generator.content import DocumentKind
    from corpus.generator.looks.look import Producer
    from corpus.generator.make import MadeDocument

app = typer.Typer(
    name="corpus", no_args_is_help=True, help="Make labelled documents to measure on.", rich_markup_mode=None
)


@app.callback()
def corpus() -> None:
    """Make labelled documents to measure on."""


@app.command()
def make(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", file_okay=False, help="An empty or new folder.")],
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same seed gives the same documents.")] = 1,
    documents: Annotated[int, typer.Option("--documents", metavar="N", min=1, help="How many documents.")] = 300,
    producer: Annotated[
        list[str] | None,
        typer.Option(
            "--producer", metavar="NAME", help="typst, weasyprint or writer; may be repeated. Default: all here."
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="Such as memo or local_plan; may be repeated. Default: all."),
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Documents made at the same time.")] = (
        os.cpu_count() or 1
    ),
) -> None:
    """Make plans, reports and memos whose truth is known, with errors seeded in some of them.

    Writes DIR/pdf/NAME.pdf and DIR/truth/NAME.json, which plankoll evaluate DIR reads, and DIR/corpus.json, and says
    how many there are of each kind, layout family, error and trap. All that they tell is invented; municipalities
    and counties exist. The same seed with the same producers gives the same bytes, and a longer corpus begins with
    the documents of a shorter one. With --kind the others are left out, also where a report tells of a plan's sums.

    \b
    Example:
      plankoll corpus make --seed 7 --documents 300 --out corpus-7
      plankoll evaluate corpus-7
    """
    with ending_politely(), ending_at_once():
        from corpus.generator.looks.catalogue import looks_of
        from corpus.generator.looks.look import ProducerError
        from corpus.generator.made_report import format_made
        from corpus.generator.make import MakeError, make_corpus

        try:
            looks = looks_of(_producers(producer))
            kinds = _kinds(kind or ())
            with _Counting(documents) as counting:
                made = make_corpus(
                    out, seed=seed, n_documents=documents, looks=looks, workers=workers, kinds=kinds, tell=counting.hear
                )
        except (MakeError, ProducerError) as error:
            typer.echo(f"plankoll: {error}", err=True)
            raise typer.Exit(ExitStatus.NOTHING_DONE) from error
        console_to().print(format_made(made.documents))
        for name, reason in sorted(made.failed.items()):
            typer.echo(f"plankoll: {name}: {reason}", err=True)
        for document in made.documents:
            if document.missing:
                words = ", ".join(document.missing[:3])
                complain(
                    f"{document.name}: {len(document.missing)} av facits texter saknas i PDF:en: {words}",
                    f"{document.name}: {len(document.missing)} of the truth's texts are missing in the PDF.",
                )
    if made.failed or any(document.missing for document in made.documents):
        raise typer.Exit(ExitStatus.SOME_FAILED)


def _producers(named: list[str] | None) -> "list[Producer]":
    """Those that are named, or all that are here; says which are not."""
    from corpus.generator.looks.catalogue import PRODUCERS, why_missing

    if named is not None:
        known = [producer for producer in PRODUCERS if producer in named]
        for name in named:
            if name not in PRODUCERS:
                which = ", ".join(PRODUCERS)
                complain(
                    f"{name} finns inte; välj bland {which}.", f"No {name}; choose among {which}.", ExitStatus.USAGE
                )
        return known
    here: list[Producer] = []
    for producer in PRODUCERS:
        reason = why_missing(producer)
        if reason is None:
            here.append(producer)
        else:
            typer.echo(f"plankoll: {producer}: {reason}", err=True)
    if not here:
        complain(
            "Inget sättningsprogram finns här: make test installerar dem.",
            "No typesetter is here: make test installs them.",
            ExitStatus.NOTHING_DONE,
        )
    return here


def _kinds(named: "Sequence[str]") -> "list[DocumentKind]":
    """Those that are named; says which are not."""
    from corpus.generator.content import DocumentKind

    every: tuple[DocumentKind, ...] = get_args(DocumentKind)
    for name in named:
        if name not in every:
            which = ", ".join(every)
            complain(f"{name} finns inte; välj bland {which}.", f"No {name}; choose among {which}.", ExitStatus.USAGE)
    return [kind for kind in every if kind in named]


class _Counting:
    """A bar on a terminal, and a line for every tenth part elsewhere."""

    def __init__(self, total: int) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._console = console_to(error=True)
        self._total = total
        self._n = 0
        self._bar = Progress(
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def hear(self, document: "MadeDocument") -> None:
        self._n += 1
        self._bar.update(self._task, advance=1, description=document.name)
        tenth = max(1, self._total // 10)
        if not self._console.is_terminal and (self._n % tenth == 0 or self._n == self._total):
            self._console.print(f"{self._n}/{self._total} dokument (documents)")
