"""What is left to read of a run's files where an earlier run died, and in which order."""

from dataclasses import dataclass

from flows.files.outcome import FileOutcome, refused
from flows.inboxes.inbox import InboxFile
from flows.runs.journal import Journal
from flows.runs.opening import Opening
from models.failures import IntakeError


@dataclass(frozen=True)
class Remaining:
    """A run's files, each in one of three places."""

    done: tuple[tuple[InboxFile, FileOutcome], ...]
    """Those that a run which died had read, or that so many runs died of that no more shall."""
    together: tuple[InboxFile, ...]
    """Those to be read several at a time."""
    alone: tuple[InboxFile, ...]
    """Those that a run may have died of: to be read last, one at a time, so that no other file is blamed for them."""


def remaining(opening: Opening, journal: Journal) -> Remaining:
    """What the journal leaves to do of the run's files."""
    done: list[tuple[InboxFile, FileOutcome]] = []
    together: list[InboxFile] = []
    alone: list[InboxFile] = []
    for file in opening.to_read:
        outcome, deaths = journal.outcome(file), journal.deaths(file)
        if outcome is not None:
            done.append((file, outcome.model_copy(update={"path": str(file.path)})))
        elif deaths >= opening.settings.attempts:
            done.append((file, _deadly(file, deaths, opening.run_id)))
        else:
            (alone if deaths else together).append(file)
    return Remaining(tuple(done), tuple(together), tuple(alone))


def _deadly(file: InboxFile, deaths: int, run_id: str) -> FileOutcome:
    error = IntakeError(
        "read",
        "run_died",
        f"Körningen dog {deaths} gånger medan filen lästes; den läses inte igen. Spara om den i ett PDF-program, eller "
        "sänk gränsen för minne (PLANKOLL_MEMORY_PER_FILE).",
        f"The run died {deaths} times while the file was being read; it is not read again. Save it again in a PDF "
        "program, or lower the limit of memory (PLANKOLL_MEMORY_PER_FILE).",
    )
    return FileOutcome(
        path=str(file.path),
        source_name=file.source_name,
        sha256=file.sha256,
        failure=refused(error, file.source_name, file.sha256, run_id),
        lasting=True,
    )
