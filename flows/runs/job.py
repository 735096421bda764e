"""A run, step by step: open, process the files, check, publish. Plain functions; the flow adds Prefect.

Here are the second step and the whole; the others are opening, checking and publishing.

with dataset_lock(settings.dataset):
    opening = open_run(paths, settings)
    with journal_of(settings.dataset, opening.mark) as journal:
        outcomes = process_files(opening, listener, journal)
    checked = check_run(opening, outcomes)
    result = publish_run(opening, checked)
"""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flows.files.carried import with_attachments
from flows.files.outcome import FileOutcome, failed
from flows.files.stages import process_file
from flows.inboxes.inbox import InboxFile
from flows.runs.checking import check_run
from flows.runs.journal import Journal, journal_of
from flows.runs.opening import Opening, open_run
from flows.runs.progress import Listener
from flows.runs.publishing import RunResult, publish_run
from flows.runs.resuming import remaining
from flows.settings import Settings
from outputs.lock import dataset_lock

_log = logging.getLogger("plankoll")


def process_files(opening: Opening, listener: Listener, journal: Journal) -> tuple[FileOutcome, ...]:
    """Take, read and understand the files, several at a time, without Prefect; in the inbox's order."""
    left = remaining(opening, journal)
    outcomes = dict(left.done)
    for file, outcome in left.done:
        listener.begun(file.source_name)
        listener.ended(outcome)

    def process(file: InboxFile) -> FileOutcome:
        listener.begun(file.source_name)
        journal.begun(file)
        outcome = process_logged(file, opening.settings, opening.run_id)
        journal.ended(file, outcome)
        listener.ended(outcome)
        return outcome

    for files, at_once in ((left.together, opening.settings.workers), (left.alone, 1)):
        with ThreadPoolExecutor(at_once) as pool:
            outcomes |= zip(files, pool.map(process, files), strict=True)
    return tuple(outcomes[file] for file in opening.to_read)


def process_logged(file: InboxFile, settings: Settings, run_id: str) -> FileOutcome:
    """Process one file and what it carries; the traceback of what was not foreseen goes to the log, at debug level."""
    if file.refused is not None:
        return failed(file.refused, "take", FileOutcome(path=str(file.path), source_name=file.source_name), run_id)
    outcome = with_attachments(process_file(file.path, settings, run_id), file.path, settings, run_id)
    if outcome.detail is not None:
        _log.debug("%s\n%s", outcome.path, outcome.detail)
    return outcome.model_copy(update={"path": str(file.path)})


def run_plain(
    paths: Sequence[str | Path],
    settings: Settings,
    listener: Listener,
    *,
    reread: bool = False,
    drop_retired: bool = False,
) -> RunResult:
    """The whole run without Prefect, over files, folders and URLs of folders.

    Raises NothingToReadError, StorageError, DatasetLockedError, DatasetUnreadableError.
    """
    with dataset_lock(settings.dataset):
        opening = open_run(paths, settings, reread=reread, drop_retired=drop_retired)
        listener.opened(opening.inbox, len(opening.to_read), opening.plan.counts)
        with journal_of(settings.dataset, opening.mark) as journal:
            outcomes = process_files(opening, listener, journal)
            result = publish_run(opening, check_run(opening, outcomes))
            journal.clear()
        return result
