"""What became of each file in a run: the table `files` as it is after it, and whose rows stay, retire or go."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import chain

from flows.files.outcome import FileOutcome
from flows.inboxes.inbox import InboxFile
from flows.inboxes.known_files import Plan
from flows.inboxes.marks import Marks
from models.rows import FileReason, FileStatus, SourceFile


def files_now(
    plan: Plan, outcomes: Sequence[FileOutcome], run_id: str, started: datetime, *, forget: Collection[str] = ()
) -> tuple[SourceFile, ...]:
    """Every known file as it is after this run. forget: file_id of those that are not to be known any longer."""
    left = {row.file_id for row in plan.moved.values()}
    known, rows = plan.known, {key: row for key, row in plan.known.by_place.items() if key not in left}
    by_path = {outcome.path: outcome for outcome in outcomes}
    for file in plan.inbox.files:
        reason, outcome = plan.reasons[file.file_id], by_path.get(str(file.path))
        earlier = plan.earlier(file)
        if outcome is not None:
            rows[file.file_id] = _read_now(file, outcome, plan, run_id)
        else:
            assert file.sha256 is not None
            rows[file.file_id] = _met_now(file, known.by_content[file.sha256], earlier, reason, run_id)
    for file, other in plan.inbox.repeated:
        earlier = plan.earlier(file)
        rows[file.file_id] = _met_now(file, rows[other.file_id], earlier, "repeated", run_id)
    for file_id, reason in plan.reasons.items():
        if reason == "gone":
            row = rows[file_id]
            gone = {"reason": reason, "run_id": run_id, "retired_since": row.retired_since or started}
            rows[file_id] = row.model_copy(update=gone)
    return tuple(row for file_id, row in rows.items() if file_id not in forget)


def retired(files: Iterable[SourceFile]) -> dict[str, datetime]:
    """By SHA-256 since when there has been no file with these rows, where there is none."""
    there: set[str] = set()
    since: dict[str, datetime] = {}
    for row in files:
        if row.held_sha256 is None:
            continue
        if row.retired_since is None:
            there.add(row.held_sha256)
        else:
            since[row.held_sha256] = max(row.retired_since, since.get(row.held_sha256, row.retired_since))
    return {sha256: when for sha256, when in since.items() if sha256 not in there}


def replaced(plan: Plan, files: Iterable[SourceFile]) -> list[str]:
    """SHA-256 of earlier contents of files that now hold other bytes, or are forgotten, where no file holds them still.

    A namesake in another folder is another file: both stay. So do the rows of a file whose new bytes cannot be read.
    """
    still = {row.held_sha256 for row in files}
    attached = chain.from_iterable(plan.known.attached.values())
    earlier = (row.held_sha256 for row in chain(plan.known.by_place.values(), attached))
    return list(dict.fromkeys(sha256 for sha256 in earlier if sha256 is not None and sha256 not in still))


def _read_now(file: InboxFile, outcome: FileOutcome, plan: Plan, run_id: str) -> SourceFile:
    here = plan.earlier(file)
    status = status_of(outcome)
    settings = settings_of(outcome, plan.marks)
    return SourceFile(
        file_id=file.file_id,
        folder_id=file.folder_id,
        path=file.inner,
        source_name=file.source_name,
        source_sha256=outcome.sha256,
        held_sha256=outcome.sha256 if status != "failed" else here.held_sha256 if here is not None else None,
        status=status,
        reason=plan.reasons[file.file_id],
        attempts=0 if status == "taken" else plan.attempts if outcome.lasting else _tries(outcome, settings, plan),
        version=plan.marks.version,
        settings=settings,
        first_run=here.first_run if here is not None else run_id,
        read_run=run_id,
        run_id=run_id,
    )


def _tries(outcome: FileOutcome, settings: str, plan: Plan) -> int:
    """How many runs in a row have read these bytes to no avail, this one included."""
    earlier = plan.known.by_content.get(outcome.sha256 or "")
    again = earlier is not None and (earlier.version, earlier.settings) == (plan.marks.version, settings)
    return 1 + (earlier.attempts if earlier is not None and again else 0)


def _met_now(
    file: InboxFile, content: SourceFile, here: SourceFile | None, reason: FileReason, run_id: str
) -> SourceFile:
    """A file that was not read, since what became of its bytes is known. here: what is known of its place."""
    held = here.held_sha256 if here is not None else None
    return content.model_copy(
        update={
            "file_id": file.file_id,
            "folder_id": file.folder_id,
            "path": file.inner,
            "source_name": file.source_name,
            "held_sha256": held if content.status == "failed" else content.source_sha256,
            "reason": reason,
            "retired_since": None,
            "first_run": here.first_run if here is not None else run_id,
            "run_id": run_id,
        }
    )


def status_of(outcome: FileOutcome) -> FileStatus:
    """What to say of a file that was read; one is in part where it carries something that could not be taken in."""
    if outcome.rows is None:
        return "failed"
    return "in_part" if outcome.left_out else "taken"


def settings_of(outcome: FileOutcome, marks: Marks) -> str:
    """The settings that this outcome depends on: a file of text alone depends on none."""
    if status_of(outcome) != "taken":
        return marks.limits
    rows = (each.rows for each in (outcome, *outcome.attachments) if each.rows is not None)
    native = all(page.text_layer in ("native", None) for each in rows for page in each.pages)
    return "" if native else marks.recognition
