"""`plankoll review`: verdicts on findings, one after another or by id."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.options import Document, Grant, Municipality, Out, Rule, Severity, Verbose, Year
from flows.commands.terminal import console_to, log_to_terminal, settings_from

if TYPE_CHECKING:
    import polars as pl

    from flows.commands.reviewing import Reviewing
    from models.rows import FindingStatus

_CONFIRM, _DISMISS, _END = "bc", "ad", "q"
"""Letters of the answers, Swedish and English; any other skips."""
_QUESTION = "[b]ekräfta/[c]onfirm, [a]vfärda/[d]ismiss, [h]oppa över/[s]kip, [q] sluta/quit"


def review(  # noqa: PLR0913, PLR0917 - one parameter an option
    finding_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[FINDING_ID]", help="Findings to judge at once, without questions.")
    ] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="They are right.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="They are not; give a reason.")] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Take the verdict on them back.")] = False,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the verdict.")] = "",
    import_: Annotated[
        Path | None,
        typer.Option("--import", metavar="CSV", exists=True, dir_okay=False, help="Take over the verdicts of a file."),
    ] = None,
    out: Out = None,
    rule: Rule = None,
    severity: Severity = None,
    municipality: Municipality = None,
    grant: Grant = None,
    year: Year = None,
    document: Document = None,
    verbose: Verbose = False,
) -> None:
    """Judge findings: confirm them, dismiss them with a reason, or reopen them.

    Without ids, the open findings that the options choose are shown one after another, and each is asked about.
    With ids and one of --confirm, --dismiss and --reopen, nothing is asked.

    Verdicts are in DIR/verdicts.csv, a file that may be edited by hand or in a spreadsheet. They follow their finding
    from run to run, also when the document is typeset anew. A dismissed finding is open again only if its
    numbers change.

    \b
    Examples:
      plankoll review --severity error
      plankoll review f-0123456789abcdef0123 --dismiss --reason "Summan gäller hela perioden"
      plankoll review --import granskade.csv
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    given: list[tuple[FindingStatus, bool]] = [("confirmed", confirm), ("dismissed", dismiss), ("open", reopen)]
    verdicts = [verdict for verdict, is_given in given if is_given]
    _must_fit(finding_ids or [], verdicts, reason, dismiss=dismiss, imports=import_ is not None)
    with ending_politely():
        from flows.commands.published import Asked, findings_wanted, published_tables
        from flows.commands.reviewing import Reviewing
        from outputs.findings_list import select_findings

        frames = published_tables(settings)
        reviewing = Reviewing(settings.verdicts, frames["findings"])
        if import_ is not None:
            _say(*reviewing.take_over(import_))
        elif verdicts:
            _judge_by_id(frames, reviewing, finding_ids or [], verdicts[0], reason)
        else:
            chosen = Asked(
                rule=rule,
                severity=severity,
                municipality=municipality,
                grant=grant,
                year=year,
                document=document,
                status="open",
            )
            wanted = findings_wanted(frames, chosen)
            _ask_about(frames, reviewing, select_findings(frames, wanted))


def _must_fit(
    finding_ids: list[str], verdicts: list["FindingStatus"], reason: str, *, dismiss: bool, imports: bool
) -> None:
    """Ids with one verdict, or neither; a dismissal has its reason; a file is taken over alone."""
    if len(verdicts) > 1 or bool(finding_ids) != bool(verdicts) or (imports and finding_ids):
        complain(
            "Ange fynd och ett av --confirm, --dismiss och --reopen; eller inget av dem, eller bara --import.",
            "Name findings and one of --confirm, --dismiss and --reopen; or none of these, or --import alone.",
            ExitStatus.USAGE,
        )
    if dismiss and not reason.strip():
        complain(
            "Den som avfärdar säger varför: --reason TEXT.", "A dismissal says why: --reason TEXT.", ExitStatus.USAGE
        )


def _judge_by_id(
    frames: "dict[str, pl.DataFrame]",
    reviewing: "Reviewing",
    finding_ids: list[str],
    verdict: "FindingStatus",
    reason: str,
) -> None:
    from outputs.findings_list import FindingFilter, select_findings

    found = {row["finding_id"]: row for row in select_findings(frames, FindingFilter()).iter_rows(named=True)}
    unknown = [each for each in finding_ids if each not in found]
    if unknown:
        complain(
            f"Det finns inget fynd {', '.join(unknown)}. Ingenting är ändrat.",
            f"There is no finding {', '.join(unknown)}. Nothing was changed.",
            ExitStatus.NOTHING_DONE,
        )
    for finding_id in finding_ids:
        reviewing.judge(found[finding_id], verdict, reason)
    _say(len(finding_ids))


def _ask_about(frames: "dict[str, pl.DataFrame]", reviewing: "Reviewing", found: "pl.DataFrame") -> None:
    """Each verdict is kept as soon as it is given: whoever stops half-way has lost nothing."""
    from outputs.summary import findings_listed

    console, judged = console_to(), 0
    for place, finding in enumerate(found.iter_rows(named=True), start=1):
        console.print(f"{place}/{found.height}")
        console.print(findings_listed(frames, found.filter(found["finding_id"] == finding["finding_id"])))
        answer = _asked(_QUESTION, default="s").casefold()[:1] or "s"
        if answer in _END:
            break
        if answer in _CONFIRM:
            reviewing.judge(finding, "confirmed", "")
            judged += 1
        elif answer in _DISMISS:
            reviewing.judge(finding, "dismissed", _asked("Varför (why)"))
            judged += 1
    _say(judged)


def _asked(question: str, default: str | None = None) -> str:
    """The answer; where there is no terminal and nobody answers, says what can be done instead and ends."""
    try:
        return str(typer.prompt(question, default=default, show_default=False)).strip()
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        typer.echo()
        complain(
            "Ingen svarar: kommandot körs utan terminal. Ange FINDING_ID med --confirm eller "
            "--dismiss --reason TEXT, eller ändra i verdicts.csv. De svar som gavs är sparade.",
            "Nobody answers: the command runs without a terminal. Name a FINDING_ID with --confirm or "
            "--dismiss --reason TEXT, or edit verdicts.csv. What was answered is kept.",
            ExitStatus.NOTHING_DONE,
        )
        raise


def _say(count: int, homeless: int = 0) -> None:
    """How many verdicts were kept; homeless: how many of them are on findings that are not in the dataset."""
    typer.echo(f"{count} omdömen (verdicts)")
    if homeless:
        typer.echo(f"{homeless} av dem om fynd som inte finns i datamängden (on findings that the dataset has not)")
