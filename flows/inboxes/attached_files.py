"""What is known of the PDF files that are attached to others: each is a file whose place is the one that carries it.

They come and go with their carrier: they are read when it is read, and unchanged, moved or gone when it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flows.files.outcome import FileOutcome
from flows.inboxes.attached_rows import hung_on
from flows.inboxes.files_now import settings_of, status_of
from flows.inboxes.known_files import Plan
from flows.inboxes.marks import Marks
from models.rows import FileRows, SourceFile


def with_attached(
    carriers: Iterable[SourceFile], plan: Plan, outcomes: Iterable[FileOutcome], run_id: str
) -> tuple[SourceFile, ...]:
    """Every known file, each followed by those attached to it. carriers: the files by themselves, as they are now."""
    rows = tuple(carriers)
    by_path = {outcome.path: outcome for outcome in outcomes}
    read = {
        file.file_id: by_path[str(file.path)].attachments
        for file in plan.inbox.files
        if str(file.path) in by_path and by_path[str(file.path)].rows is not None
    }
    known = plan.known.attached
    by_content = {row.source_sha256: known.get(row.file_id, ()) for row in plan.known.by_content.values()}
    now: dict[str, Sequence[SourceFile]] = {}
    for row in rows:
        if row.file_id in read:
            earlier = {each.source_name: each for each in _before(row, plan)}
            now[row.file_id] = [_read_now(row, each, earlier, plan.marks, run_id) for each in read[row.file_id]]
            by_content[row.source_sha256] = now[row.file_id]
    found: list[SourceFile] = []
    for row in rows:
        if row.file_id in now:
            attached = now[row.file_id]
        elif row.status == "failed" or row.retired_since is not None:
            attached = _before(row, plan)  # of the bytes that it held, not of those that it has
        else:
            attached = by_content.get(row.source_sha256, ())
        found += (row, *hung_on(row, attached))
    return tuple(found)


def rows_read(
    outcomes: Sequence[FileOutcome], plan: Plan, files: Iterable[SourceFile], run_id: str
) -> Iterator[FileRows]:
    """The rows of the files that were read now, and of what they carry: each content once.

    An attachment that is also a file by itself, or one that the dataset holds from a carrier which was not read now,
    is there already. files: every known file as it is now.
    """
    there = {outcome.sha256 for outcome in outcomes if outcome.rows is not None}
    there |= {
        row.held_sha256
        for row in files
        if row.read_run != run_id and row.retired_since is None and row.version == plan.marks.version
    } & plan.known.held.keys()
    for outcome in outcomes:
        if outcome.rows is not None:
            yield outcome.rows
        for each in outcome.attachments:
            if each.rows is not None and each.sha256 not in there:
                there.add(each.sha256)
                yield each.rows


def _before(carrier: SourceFile, plan: Plan) -> Sequence[SourceFile]:
    """What was attached to a file in this place, or in the one that it was moved from."""
    moved = plan.moved.get(carrier.file_id)
    return plan.known.attached.get(moved.file_id if moved is not None else carrier.file_id, ())


def _read_now(
    carrier: SourceFile, outcome: FileOutcome, earlier: Mapping[str, SourceFile], marks: Marks, run_id: str
) -> SourceFile:
    """earlier: what was attached to the carrier before, by name."""
    status, before = status_of(outcome), earlier.get(outcome.source_name)
    return carrier.model_copy(
        update={
            "source_name": outcome.source_name,
            "source_sha256": outcome.sha256,
            "held_sha256": outcome.sha256 if status != "failed" else before.held_sha256 if before is not None else None,
            "status": status,
            "settings": settings_of(outcome, marks),
            "first_run": before.first_run if before is not None else run_id,
        }
    )
