"""What a run says of itself: the dataset's row in `runs`, and the file _run.json beside the tables."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from models.rows import Run


class RunReport(BaseModel):
    """One run: when, with what, how much."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    run_id: str = Field(pattern=r"^\d{8}T\d{6}Z-[0-9a-f]{4}$", description="Start in UTC and four hexadecimal digits.")
    started: AwareDatetime
    finished: AwareDatetime
    version: str = Field(description="Plankoll's version.")
    files_seen: int = Field(ge=0, description="Files met in what the run was given.")
    files_new: int = Field(ge=0, description="Files that were read, being new or changed.")
    files_failed: int = Field(ge=0, description="Files that could not be taken in.")
    libraries: dict[str, str] = Field(default_factory=dict, description="Versions of what reads and writes.")
    durations: dict[str, float] = Field(default_factory=dict, description="Seconds per stage.")
    reasons: dict[str, int] = Field(
        default_factory=dict, description="Files per reason why they were read, or passed over."
    )
    checks: str = Field(default="", description="A mark of the checks, their registries and rulings.")

    def row(self, counts: Mapping[str, int]) -> Run:
        """The run's row, with the rows per table."""
        return Run(
            run_id=self.run_id,
            started=self.started.astimezone(UTC),
            finished=self.finished.astimezone(UTC),
            version=self.version,
            files_seen=self.files_seen,
            files_new=self.files_new,
            files_failed=self.files_failed,
            rows=json.dumps(dict(counts)),
            reasons=json.dumps(self.reasons),
            checks=self.checks,
        )


def new_run_id(started: datetime) -> str:
    """An id that sorts by start: 20261122T043000Z-1f3a. `started` must bear its time zone.

    The digits behind are the fraction of the second, in 65 536ths: short runs may begin in one second.
    """
    if started.tzinfo is None:
        raise ValueError("a run starts at a time with a time zone")
    return f"{started.astimezone(UTC):%Y%m%dT%H%M%SZ}-{started.microsecond * 65_536 // 1_000_000:04x}"
