"""Runs, the files that they were given, and what failed."""

from datetime import date, datetime
from typing import ClassVar

from pydantic import Field

from models.rows.columns import FileReason, FileStatus, Stage
from models.rows.row import Row


class Failure(Row):
    table_name: ClassVar[str] = "failures"
    primary_key: ClassVar[tuple[str, ...]] = ("source_name", "source_sha256", "stage")

    source_name: str = Field(description="File name, without folders.")
    source_sha256: str | None = Field(description="null where the file could not be read at all.")
    stage: Stage
    error: str = Field(description="A short code, such as not_a_pdf.")
    message: str = Field(description="What is wrong and what to do, Swedish then English.")
    run_id: str = ""


class SourceFile(Row):
    table_name: ClassVar[str] = "files"
    primary_key: ClassVar[tuple[str, ...]] = ("file_id",)

    file_id: str = Field(description="From where the file lies, not from its content.")
    folder_id: str = Field(description="From where the folder lies that the run was given, or the file's own folder.")
    path: str = Field(description="The file within that folder.")
    source_name: str = Field(description="File name, without folders.")
    source_sha256: str | None = Field(description="SHA-256 of its bytes; null where they could not be read.")
    held_sha256: str | None = Field(
        description="SHA-256 of the bytes whose rows the dataset holds for it: its last ones that could be taken in."
    )
    status: FileStatus = Field(description="What became of it when it was last read.")
    reason: FileReason = Field(description="Why the last run that was given its folder read it, or did not.")
    attempts: int = Field(
        ge=0, description="Times that the same bytes were read to no avail, by the same version and settings."
    )
    version: str = Field(description="Plankoll's version that last read it.")
    settings: str = Field(description="The settings that its rows, or its failure, depend on.")
    retired_since: datetime | None = Field(
        default=None, description="UTC: when a run first missed it in its folder; null while it is there."
    )
    carrier_id: str | None = Field(
        default=None, description="file_id of the PDF file that it is attached to; null for a file by itself."
    )
    source_url: str | None = Field(default=None, description="Where it was fetched from, as its inbox says.")
    fetched: date | None = Field(default=None, description="When it was fetched there, as its inbox's list says.")
    licence: str | None = Field(default=None, description="Its licence, as its inbox's list says.")
    source_note: str | None = Field(default=None, description="A note on it in its inbox's list.")
    first_run: str = Field(description="The run that first met it.")
    read_run: str = Field(description="The run that last read these bytes.")
    run_id: str = Field(description="The last run that was given its folder.")


class Run(Row):
    table_name: ClassVar[str] = "runs"
    primary_key: ClassVar[tuple[str, ...]] = ("run_id",)

    run_id: str = Field(description="When the run began, to the fraction of a second.")
    started: datetime = Field(description="UTC.")
    finished: datetime = Field(description="UTC, just before the snapshot was published.")
    version: str = Field(description="Plankoll's version.")
    files_seen: int = Field(description="Files that the run was given.")
    files_new: int = Field(description="Files that it read: new, changed, or met by a new version.")
    files_failed: int = Field(description="Files that could not be taken in.")
    rows: str = Field(description="Rows per table, as a JSON object.")
    reasons: str = Field(default="{}", description="Files per reason of the table files, as a JSON object.")
    checks: str = Field(default="", description="A mark of the checks, their registries and rulings.")
