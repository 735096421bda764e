"""`plankoll diff`: what changed between two snapshots, or between two versions of one document."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.format_options import SUFFIXES, To, Unguarded, give_frame, give_shown
from flows.commands.options import Out, Verbose
from flows.commands.terminal import log_to_terminal, settings_from

if TYPE_CHECKING:
    import polars as pl

    from flows.settings import Settings


def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    before: Annotated[
        str,
        typer.Argument(metavar="[BEFORE]", help="The earlier state: a snapshot's id or its beginning, or a folder."),
    ] = "previous",
    after: Annotated[str, typer.Argument(metavar="[AFTER]", help="The later state, likewise.")] = "current",
    out: Out = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            metavar="NAME",
            help="Only files whose name has this in it. Given twice: the first document against the second, both in "
            "the later state.",
        ),
    ] = None,
    format_: Annotated[
        Literal["text", "csv", "json", "xlsx"] | None,
        typer.Option("--format", help="text, csv, json (one object a line), xlsx with --to. Or by the file's name."),
    ] = None,
    to: To = None,
    unguarded: Unguarded = False,
    verbose: Verbose = False,
) -> None:
    """Tell what changed: documents, goals and activities added, dropped or reworded, amounts, findings.

    A snapshot is named by its id (the folders of DIR/dataset/snapshots) or the beginning of it, by `current` or
    `previous`, or by the path of a snapshot, of a dataset, or of another --out folder.

    \b
    Examples:
      plankoll diff
      plankoll diff 20261121 current --to skillnader.csv
      plankoll diff resultat-2023 resultat-2024
      plankoll diff --document plan-v1.pdf --document plan-v2.pdf

    \b
    Exit status: 0 nothing changed; 4 something did; 1 nothing could be compared; 2 usage.
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    form = format_ or (SUFFIXES.get(to.suffix.casefold(), "text") if to is not None else "text")
    if form == "xlsx" and to is None:
        complain(
            "En arbetsbok skrivs till en fil: --to FIL.",
            "A workbook is written to a file: --to FILE.",
            ExitStatus.USAGE,
        )
    with ending_politely():
        from outputs.diff.change import change_frame
        from outputs.diff.documents import document_changes
        from outputs.diff.shown import changes_listed
        from outputs.diff.snapshots import snapshot_changes
        from outputs.snapshot import read_snapshot

        later = read_snapshot(_snapshot(after, settings))
        named = document or []
        if len(named) == 2:
            first, second = (_one(later, name) for name in named)
            changes = list(document_changes(later, later, first, second))
        else:
            earlier = read_snapshot(_snapshot(before, settings))
            if named:
                earlier, later = (_only(frames, named[0]) for frames in (earlier, later))
            changes = list(snapshot_changes(earlier, later))
        if form == "text":
            give_shown(changes_listed(changes), to)
        else:
            give_frame(change_frame(changes), form, to, "plain", guarded=not unguarded)
    if changes:
        raise typer.Exit(ExitStatus.DIFFERENT)


def _snapshot(named: str, settings: "Settings") -> Path:
    """The snapshot's folder. Ends the command where there is none, or several."""
    from flows.commands.published import published_snapshot
    from outputs.snapshot import current_snapshot

    given = Path(named)
    for dataset in (given / "dataset", given):
        if (found := current_snapshot(dataset)) is not None:
            return found
    if (given / "datapackage.json").is_file():
        return given
    current = published_snapshot(settings)
    if named == "current":
        return current
    known = sorted(path for path in current.parent.glob("[0-9]*") if path.is_dir())
    if named == "previous":
        found_ones = [path for path in known if path.name < current.name][-1:]
    else:
        found_ones = [path for path in known if path.name.startswith(named)]
    if len(found_ones) == 1:
        return found_ones[0]
    names = ", ".join(path.name for path in known)
    complain(
        f"{named} är ingen eller flera ögonblicksbilder. De som finns är: {names}",
        f"{named} is no snapshot, or several. Those that there are: {names}",
    )
    raise typer.Exit(ExitStatus.NOTHING_DONE)


def _one(frames: "dict[str, pl.DataFrame]", name: str) -> dict[str, Any]:
    """The one document of this name. Ends the command where there is none, or several."""
    rows = _named(frames, name).to_dicts()
    exact = [row for row in rows if name in (row["source_name"], row["document_id"])]
    chosen = exact if len(exact) == 1 else rows
    if len(chosen) != 1:
        names = ", ".join(sorted({row["source_name"] for row in chosen})) or "–"
        complain(
            f"{name} är inget eller flera dokument: {names}. Ange hela namnet, eller document_id.",
            f"{name} is no document, or several: {names}. Give the whole name, or a document_id.",
        )
        raise typer.Exit(ExitStatus.NOTHING_DONE)
    return chosen[0]


def _only(frames: "dict[str, pl.DataFrame]", name: str) -> "dict[str, pl.DataFrame]":
    from outputs.export.choice import of_documents

    return of_documents(frames, _named(frames, name)["document_id"])


def _named(frames: "dict[str, pl.DataFrame]", name: str) -> "pl.DataFrame":
    from outputs.findings_list import FindingFilter, select_documents

    return select_documents(frames["documents"], FindingFilter(document=name))
