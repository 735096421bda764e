"""What became of one file: its rows, or why it could not be taken in."""

import errno
import traceback

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from models.blocks import ReadFile
from models.failures import IntakeError
from models.rows import Failure, FileRows, Stage


class FileOutcome(BaseModel):
    """Exactly one of rows and failure is set of a file that is done with; neither of one that is only taken in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str = Field(description="As far as it can be told: the bytes of a name need not be text.")
    source_name: str
    sha256: str | None = Field(default=None, description="null where the bytes could not be read.")
    n_pages: int = 0
    rows: FileRows | None = None
    failure: Failure | None = None
    unread: Failure | None = Field(default=None, description="The part of a file with rows that could not be read.")
    attached: Failure | None = Field(default=None, description="The files that it carries, which are not read.")
    attachments: tuple["FileOutcome", ...] = Field(
        default=(), description="The PDF files that it carries, and those that they carry, none within another."
    )
    seconds: dict[str, float] = Field(default_factory=dict, description="Time per stage.")
    passing: bool = Field(default=False, description="The trouble may pass: a retry can help.")
    lasting: bool = Field(default=False, description="No later run shall try it, as long as nothing changes.")
    detail: str | None = Field(default=None, description="A traceback, for the log.")

    def to_json(self) -> bytes:
        """As a process hands it on. The text of a long file's rows is not made first and encoded then."""
        return _OUTCOMES.dump_json(self)

    @property
    def left_out(self) -> tuple[Failure, ...]:
        """What of a file with rows, and of what it carries, is not in them."""
        within = (failure for each in self.attachments for failure in (each.failure, *each.left_out))
        return tuple(failure for failure in (self.unread, self.attached, *within) if failure is not None)

    @property
    def doubts(self) -> tuple[str, ...]:
        """`page: why` for each page whose reading is unsure."""
        pages = self.rows.pages if self.rows is not None else ()
        return tuple(f"{page.page}: {page.doubt}" for page in pages if page.doubt is not None)


_OUTCOMES = TypeAdapter(FileOutcome)


def failed(error: Exception, stage: Stage, begun: FileOutcome, run_id: str) -> FileOutcome:
    """The outcome of a file that stumbled in this stage; `begun` is what was known of it until then."""
    if isinstance(error, IntakeError):
        told, cause, detail = error, error.__cause__, None
    else:
        told, cause, detail = unforeseen(error, stage), error, "".join(traceback.format_exception(error))
    return begun.model_copy(
        update={
            "failure": refused(told, begun.source_name, begun.sha256, run_id),
            "passing": cause is not None and may_pass(cause),
            "detail": detail,
        }
    )


def refused(error: IntakeError, source_name: str, sha256: str | None, run_id: str) -> Failure:
    """The failure row of a file that was refused with a message of its own."""
    return Failure(
        source_name=source_name,
        source_sha256=sha256,
        stage=error.stage,
        error=error.code,
        message=error.message,
        run_id=run_id,
    )


def unread(read: ReadFile, run_id: str) -> Failure | None:
    """The failure row of the pages that could not be read; None where all were."""
    if read.unread is None:
        return None
    trouble = IntakeError("read", read.unread.error, read.unread.message_sv, read.unread.message_en)
    return refused(trouble, read.source_name, read.source_sha256, run_id)


def unforeseen(error: BaseException, stage: Stage) -> IntakeError:
    """What to say where Plankoll itself failed: the kind of error, never its whole traceback."""
    reason = f"{type(error).__name__}: {error}".strip().rstrip(":")[:200]
    return IntakeError(
        stage,
        "internal_error",
        f"Ett fel i Plankoll ({reason}). Filen är inte med. Kör med --verbose och anmäl felet tillsammans med filen.",
        f"An error in Plankoll ({reason}). The file is left out. Run with --verbose and report the error "
        "together with the file.",
    )


def may_pass(error: BaseException) -> bool:
    """True for trouble of the system (a network drive, a full disk), which another try may not meet."""
    lasting = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG)
    return isinstance(error, OSError) and error.errno not in lasting
