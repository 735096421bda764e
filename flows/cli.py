"""The command line. `plankoll --help` and `plankoll COMMAND --help` are its manual."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from flows.corpus_command import app as corpus_app
from flows.exit_status import ExitStatus, complain, ending_politely
from flows.interrupt import ending_at_once
from flows.terminal import console_to, log_to_terminal, settings_from

if TYPE_CHECKING:
    from flows.job import RunResult
    from flows.settings import Settings

app = typer.Typer(
    name="plankoll",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(corpus_app)

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        file_okay=False,
        help="Folder for what comes out; the dataset is DIR/dataset. Default: outputs, or PLANKOLL_OUT.",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Log to standard error, with the traceback of any error.")]


def main() -> None:
    """The entry point of the `plankoll` command."""
    app(prog_name="plankoll")


def _show_version(wanted: bool) -> None:
    if wanted:
        from flows.version import plankoll_version

        typer.echo(f"plankoll {plankoll_version()}")
        raise typer.Exit


@app.callback()
def plankoll(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Turn Swedish plans and grant reports on mental health (PDF) into data, and say what does not add up.

    \b
    plankoll run inbox/                        take in a folder of PDFs, publish the dataset, check it
    plankoll findings                          what does not add up, with page and arithmetic
    plankoll inspect plan.pdf --page 7         see how a page was read
    plankoll evaluate corpus/samples           measure against labelled documents
    plankoll corpus make --out DIR             make labelled documents to measure on

    \b
    Exit status: 0 all done; 1 nothing could be done; 2 usage; 3 some files or pages could not be taken in.

    \b
    Environment (each also bounds what a hostile file can do):
      PLANKOLL_OUT                folder for what comes out (outputs)
      PLANKOLL_MAX_BYTES          largest file taken in, bytes (209715200)
      PLANKOLL_MAX_PAGES          longest file taken in, pages (2000)
      PLANKOLL_SECONDS_PER_FILE   time that one file may take (300)
      PLANKOLL_MEMORY_PER_FILE    memory that reading one file may take, bytes (2147483648)
      PLANKOLL_OCR                auto: recognise pages that are pictures, where Tesseract with Swedish is
                                  installed; off: never (auto)
      PLANKOLL_WORKERS            files, or pages of a long file, read at the same time (one a core, at most 8)
      PLANKOLL_LONG_FILE          pages from which a file is read by several processes (100)
      PLANKOLL_RETENTION          snapshots of the dataset that are kept (10)
      PLANKOLL_ORCHESTRATE        prefect or plain (prefect)
      PREFECT_API_URL             a standing Prefect server; without it an embedded one is used
    """


@app.command()
def run(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="PDF files, and folders (searched to the bottom).")
    ],
    out: Out = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Run the same stages without Prefect: no server, starts at once.")
    ] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read also files that the dataset already holds unchanged.")
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Take in PDF files, publish the dataset, and say what does not add up.

    A file named here is always tried, whatever its name. In a folder, all that is named .pdf is. The
    same content met twice is taken once. Files that the dataset holds already, read by
    this very version, are not read again; the rows of files not named here stay as they are.

    \b
    The dataset is DIR/dataset/current/*.parquet: one whole snapshot, flipped at the very end.
    What could not be taken in is in its table failures, with what is wrong and what to do.

    \b
    Examples:
      plankoll run inbox/
      plankoll run plan.pdf rapport.pdf --out results
      plankoll run inbox/ --plain

    \b
    Exit status: 0 all taken in; 3 some files or pages could not be taken in (the rest is published);
    1 nothing could be done; 2 usage.
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    with ending_politely(), ending_at_once():
        result = _run(paths, settings, plain=plain or settings.orchestrate == "plain", reread=reread)
        from outputs.summary import run_summary

        console = console_to()
        console.print(run_summary(result.frames, result.report))
        console.print(f"Datamängd (dataset): {settings.dataset / 'current'}", soft_wrap=True, highlight=False)
    if result.n_taken == 0:
        raise typer.Exit(ExitStatus.NOTHING_DONE)
    if result.n_failed or result.n_partly:
        raise typer.Exit(ExitStatus.SOME_FAILED)


@app.command()
def findings(
    out: Out = None,
    rule: Annotated[
        str | None,
        typer.Option(metavar="RULE", help="Only this check, or a family of them: footing.column, footing."),
    ] = None,
    severity: Annotated[
        Literal["error", "warning", "note"] | None, typer.Option(help="Only findings of this severity.")
    ] = None,
    format_: Annotated[
        Literal["text", "json", "csv"],
        typer.Option("--format", help="text to read; json: one object a line, with evidence; csv."),
    ] = "text",
    verbose: Verbose = False,
) -> None:
    """List what does not add up, each with its page, the arithmetic, and what it rests on.

    \b
    Examples:
      plankoll findings
      plankoll findings --rule footing --severity error
      plankoll findings --format csv > findings.csv
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    with ending_politely():
        from checks.catalogue import catalogue
        from outputs.findings_list import FindingFilter, findings_csv, findings_jsonl
        from outputs.snapshot import read_current
        from outputs.summary import findings_table

        frames = read_current(settings.dataset)
        if not frames:
            complain(
                f"Ingen datamängd finns i {settings.dataset}. Kör först: plankoll run PATH",
                f"There is no dataset in {settings.dataset}. First run: plankoll run PATH",
                ExitStatus.NOTHING_DONE,
            )
        known = sorted({check.id for check in catalogue()} | set(frames["findings"]["rule"]))
        if rule is not None and not any(name == rule or name.startswith(f"{rule}.") for name in known):
            complain(
                f"Ingen kontroll heter {rule}. Kontrollerna är: {', '.join(known)}",
                f"There is no check {rule}. The checks are: {', '.join(known)}",
                ExitStatus.USAGE,
            )
        wanted = FindingFilter(rule=rule, severity=severity)
        if format_ == "text":
            console_to().print(findings_table(frames, wanted))
        else:
            typer.echo((findings_jsonl if format_ == "json" else findings_csv)(frames, wanted), nl=False)


@app.command()
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
        from flows.look import NoSuchPageError, blocks_as_text, look_at_page

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


@app.command()
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
        from flows.measure import measure_folder
        from flows.progress import ShownProgress

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


def _run(paths: list[Path], settings: "Settings", *, plain: bool, reread: bool) -> "RunResult":
    from flows.progress import ShownProgress

    console = console_to(error=True)
    if plain:
        from flows.job import run_plain

        with ShownProgress(console) as progress:
            return run_plain(paths, settings, progress, reread=reread)
    from flows.prefect_environment import prepare_prefect

    prepare_prefect()
    console.print("Startar Prefect, några sekunder … (starting Prefect; --plain runs without it)")
    from flows.run_flow import run_with_prefect

    with ShownProgress(console) as progress:
        return run_with_prefect(paths, settings, progress, reread=reread)


if __name__ == "__main__":
    main()
