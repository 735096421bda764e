"""The command line. `plankoll --help` and `plankoll COMMAND --help` are its manual."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.commands.checks import checks
from flows.commands.corpus import app as corpus_app
from flows.commands.diff import diff
from flows.commands.evaluate import evaluate
from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.export import export
from flows.commands.findings import findings
from flows.commands.inspect import inspect
from flows.commands.options import Out, Verbose
from flows.commands.query import query
from flows.commands.report import report
from flows.commands.review import review
from flows.commands.schedule import schedule
from flows.commands.serve import serve
from flows.commands.terminal import console_to, log_to_terminal, settings_from
from flows.commands.train import train
from flows.runs.interrupt import ending_at_once

if TYPE_CHECKING:
    from flows.runs.progress import Listener
    from flows.runs.publishing import RunResult
    from flows.settings import Settings

app = typer.Typer(
    name="plankoll",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    plankoll schedule inbox/ --cron "0 4 * * *"    the same on a schedule
    plankoll findings                          what does not add up, with page and arithmetic
    plankoll report                            the same as pages to read, with pictures of the places
    plankoll serve                             the same in the browser, verdicts kept as they are given
    plankoll review                            confirm or dismiss findings, one after another
    plankoll checks                            the checks that are made, and what each of them claims
    plankoll export plankoll.xlsx              the dataset as a workbook, or as CSV, JSON lines, Parquet
    plankoll diff                              what changed since the run before
    plankoll query money                       ready queries over the dataset, and SQL; --list shows them
    plankoll inspect plan.pdf --page 7         see how a page was read
    plankoll evaluate corpus/samples           measure against labelled documents
    plankoll corpus make --out DIR             make labelled documents to measure on

    \b
    Exit status: 0 all done; 1 nothing could be done; 2 usage; 3 some files or pages could not be taken in;
    4 plankoll diff found differences.

    \b
    Environment (each also bounds what a hostile file can do):
      PLANKOLL_OUT                folder for what comes out (outputs)
      PLANKOLL_MAX_BYTES          largest file taken in, bytes (209715200)
      PLANKOLL_MAX_PAGES          longest file taken in, pages (2000)
      PLANKOLL_SECONDS_PER_FILE   time that one file may take (300)
      PLANKOLL_MEMORY_PER_FILE    memory that reading one file may take, bytes (2147483648)
      PLANKOLL_MAX_ATTACHED       PDF files attached to a file that are taken in with it (50)
      PLANKOLL_PASSWORDS          file of passwords that locked files may be opened with, one a line (none)
      PLANKOLL_FOLLOW_LINKS       true: follow links that lead out of a folder (false)
      PLANKOLL_OCR                auto: recognise pages that are pictures, where Tesseract with Swedish is
                                  installed; off: never (auto)
      PLANKOLL_WORKERS            files, or pages of a long file, read at the same time (one a core, at most 8)
      PLANKOLL_LONG_FILE          pages from which a file is read by several processes (100)
      PLANKOLL_CHECK_WORKERS      processes that check documents at the same time (as PLANKOLL_WORKERS)
      PLANKOLL_CHECKS             file that turns checks off or changes how they weigh rounding (checks.toml, where
                                  there is one)
      PLANKOLL_PUBLISHER__NAME    who publishes the dataset; with it __URI, __CONTACT_NAME, __CONTACT_EMAIL, __ADDRESS
                                  (where the folder dataset/ lies on the web, with a slash at the end) and __LICENCE:
                                  then DIR/dataset/dcat.jsonld describes it for data portals (DCAT-AP-SE)
      PLANKOLL_AFTER              move: files that have been read are moved to done/ or failed/ in their inbox (leave)
      PLANKOLL_COPY_TO            URL that each snapshot is copied to, such as s3://bucket/plankoll (none)
      PLANKOLL_ATTEMPTS           runs in which a file that cannot be read is tried, while nothing changes (3)
      PLANKOLL_RETENTION          snapshots of the dataset that are kept (10)
      PLANKOLL_ORCHESTRATE        prefect or plain (prefect)
      PLANKOLL_TASK_RUNNER        threads: Prefect has files read on this machine; dask, ray: on a cluster (threads)
      PLANKOLL_CLUSTER            address of a standing cluster, tcp://... or ray://... (a local one is started)
      PLANKOLL_LOG                text or json: how a run tells of itself (text)
      PLANKOLL_NOTIFY             address, as Apprise writes them, that hears of runs with news (none)
      PLANKOLL_NOTIFY_WHEN        news or always (news)
      PLANKOLL_METRICS            file of a run's figures for Prometheus' node exporter (none)
      PREFECT_API_URL             a standing Prefect server; without it an embedded one is used
    """


@app.command()
def run(  # noqa: PLR0917 - one parameter an option
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="PDF files, folders (searched to the bottom), URLs of folders.")
    ],
    out: Out = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Run the same stages without Prefect: no server, starts at once.")
    ] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read also files that the dataset already holds unchanged.")
    ] = False,
    drop_retired: Annotated[
        bool, typer.Option("--drop-retired", help="Let the rows of files that are gone from their folder go.")
    ] = False,
    after: Annotated[
        Literal["leave", "move"] | None,
        typer.Option("--after", help="move: put what was read in done/ and failed/ in its folder. Default: leave."),
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Take in PDF files, publish the dataset, and say what does not add up.

    A file named here is always tried, whatever its name. In a folder, all that is named .pdf is. The
    same content met twice is taken once. Files that the dataset holds already, read by
    this very version, are not read again; the rows of files not named here stay as they are.
    A file that is gone from a folder named here keeps its rows, with the time in
    documents.retired_since, and no check takes it into account. Why each file was read or not
    is in the table files.

    \b
    The dataset is DIR/dataset/current/*.parquet: one whole snapshot, flipped at the very end.
    What could not be taken in is in its table failures, with what is wrong and what to do.

    \b
    Examples:
      plankoll run inbox/
      plankoll run plan.pdf rapport.pdf --out results
      plankoll run inbox/ --plain
      plankoll run s3://bucket/inbox

    \b
    Exit status: 0 all taken in; 3 some files or pages could not be taken in, or files not be moved or copied (the
    rest is published); 1 nothing could be done; 2 usage.
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    if after is not None:
        settings = settings.model_copy(update={"after": after})
    with ending_politely(), ending_at_once():
        plain = plain or settings.orchestrate == "plain"
        result = _run(paths, settings, plain=plain, reread=reread, drop_retired=drop_retired)
        from outputs.summary import run_summary

        console = console_to()
        console.print(run_summary(result.frames, result.report))
        _say_what_is_off(settings)
        console.print(f"Datamängd (dataset): {settings.dataset / 'current'}", soft_wrap=True, highlight=False)
    for trouble in result.troubles:
        complain(trouble.message_sv, trouble.message_en)
    if result.n_taken == 0:
        raise typer.Exit(ExitStatus.NOTHING_DONE)
    if not result.is_whole:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def _say_what_is_off(settings: "Settings") -> None:
    """Which checks the auditor's file has turned off: what they would have found is not in the list."""
    from flows.runs.ruled import rulings_of

    rulings = rulings_of(settings)
    off = [*rulings.off, *(f"{name} ({each.name})" for each in rulings.grant for name in each.off)]
    if off:
        typer.echo(f"Avstängda kontroller (checks turned off): {', '.join(off)}")


def _run(paths: list[str], settings: "Settings", *, plain: bool, reread: bool, drop_retired: bool) -> "RunResult":
    if settings.log == "json":
        from flows.runs.json_log import JsonLog

        log = JsonLog()
        result = _run_told(paths, settings, log, plain=plain, reread=reread, drop_retired=drop_retired)
        log.published(result.report)
        return result
    from flows.runs.progress import ShownProgress

    console = console_to(error=True)
    if not plain:
        console.print("Startar Prefect, några sekunder … (starting Prefect; --plain runs without it)")
    with ShownProgress(console) as progress:
        return _run_told(paths, settings, progress, plain=plain, reread=reread, drop_retired=drop_retired)


def _run_told(
    paths: list[str], settings: "Settings", listener: "Listener", *, plain: bool, reread: bool, drop_retired: bool
) -> "RunResult":
    if not plain:
        from flows.runs.prefect_environment import prepare_prefect

        prepare_prefect()
        from flows.runs.run_flow import run_with_prefect

        return run_with_prefect(paths, settings, listener, reread=reread, drop_retired=drop_retired)
    from flows.runs.aftermath import follow_up
    from flows.runs.job import run_plain
    from flows.runs.news import told_if_it_fails

    with told_if_it_fails(settings):
        result = run_plain(paths, settings, listener, reread=reread, drop_retired=drop_retired)
    follow_up(result, settings)
    return result


for _command in (findings, report, serve, review, checks, query, export, diff, inspect, evaluate, train, schedule):
    app.command()(_command)
app.add_typer(corpus_app)
