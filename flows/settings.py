"""What a run is allowed and where it lands; each setting is an environment variable PLANKOLL_..."""

import os
import re
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractors.ocr.limits import Ocr
from extractors.taking.fingerprint import Limits
from outputs.dcat import Publisher

_OCR_SHARE = 0.75
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
"""Of a URL, also when a slash of it is lost in a path."""


class Settings(BaseSettings):
    """Read from the environment: PLANKOLL_OUT, PLANKOLL_MAX_PAGES, ... An argument overrides it."""

    model_config = SettingsConfigDict(env_prefix="PLANKOLL_", env_nested_delimiter="__", frozen=True)

    out: Path = Field(default=Path("outputs"), description="Folder that the dataset lands in, as dataset/.")
    max_bytes: int = Field(default=200 * 1024 * 1024, ge=1, description="Largest file taken in, bytes.")
    max_pages: int = Field(default=2_000, ge=1, description="Longest file taken in, pages.")
    max_attached: int = Field(
        default=50, ge=0, description="PDF files attached to a file, and to those, that are taken in with it."
    )
    seconds_per_file: float = Field(
        default=300.0, gt=0, description="Time that one file may take, of its processes in sum."
    )
    memory_per_file: int = Field(
        default=2 * 1024**3, ge=64 * 1024**2, description="Memory that a process which reads a file may take, bytes."
    )
    passwords: Path | None = Field(
        default=None, description="File of the passwords that locked files may be opened with, one a line."
    )
    follow_links: bool = Field(
        default=False, description="Whether links that lead out of an inbox's folder are followed."
    )
    ocr: Literal["auto", "off"] = Field(
        default="auto", description="Whether pages that are pictures are recognised, where Tesseract is installed."
    )
    workers: int = Field(
        default_factory=lambda: min(os.cpu_count() or 1, 8),
        ge=1,
        description="Processes that read files, or pages of a long one, at the same time.",
    )
    long_file: int = Field(
        default=100, ge=2, description="Pages from which a file is read by several processes, where workers allow it."
    )
    check_workers: int | None = Field(
        default=None, ge=1, description="Processes that check documents at the same time; without it as many as read."
    )
    attempts: int = Field(
        default=3, ge=1, description="Runs in which a file that cannot be read is tried, as long as nothing changes."
    )
    copy_to: str | None = Field(
        default=None,
        description="URL that each snapshot is copied to when it is published, such as s3://bucket/plankoll.",
    )
    after: Literal["leave", "move"] = Field(
        default="leave",
        description="What becomes of an inbox's files when they have been read: done/ and failed/ in it.",
    )
    retention: int = Field(default=10, ge=1, description="Snapshots of the dataset that are kept.")
    orchestrate: Literal["prefect", "plain"] = Field(
        default="prefect", description="Whether `plankoll run` goes through Prefect."
    )
    task_runner: Literal["threads", "dask", "ray"] = Field(
        default="threads", description="What Prefect hands the files to: this machine, or a cluster of Dask or Ray."
    )
    cluster: str | None = Field(
        default=None,
        description="Address of a standing cluster (tcp://... of Dask, ray://... of Ray); without it a local one.",
    )

    log: Literal["text", "json"] = Field(default="text", description="How `plankoll run` tells of itself.")
    metrics: Path | None = Field(
        default=None, description="Text file of a run's figures, for Prometheus' node exporter (named .prom)."
    )
    notify: SecretStr | None = Field(
        default=None, description="Address, as Apprise writes them, that hears of each run with news."
    )
    notify_when: Literal["news", "always"] = Field(
        default="news", description="Whether it also hears of runs in which nothing is new."
    )
    checks: Path | None = Field(
        default=None, description="File that rules on the checks; without it checks.toml, where there is one."
    )

    publisher: Publisher | None = Field(
        default=None, description="Who publishes the dataset, where and on what terms: then dcat.jsonld is written."
    )

    @field_validator("out")
    @classmethod
    def _on_this_machine(cls, out: Path) -> Path:
        if _SCHEME.match(str(out)):
            raise ValueError(
                "en adress är ingen mapp på denna maskin / an address is no folder of this machine; PLANKOLL_COPY_TO"
            )
        return out

    @property
    def handed_on(self) -> Self:
        """For the processes that read files, as it is pickled: without the address of messages, which is a secret.

        They make nothing of their environment again, which takes longer than to take in a short file.
        """
        return self.model_copy(update={"notify": None}) if self.notify is not None else self

    @property
    def processes_of_checks(self) -> int:
        """How many processes check documents, the program's own among them."""
        return self.workers if self.check_workers is None else self.check_workers

    @property
    def dataset(self) -> Path:
        """The dataset's folder."""
        return self.out / "dataset"

    @property
    def inboxes(self) -> Path:
        """Where inboxes that lie elsewhere are fetched to; beside the dataset, which may be published as it is."""
        return self.out / "inboxes"

    @property
    def verdicts(self) -> Path:
        """The reviewers' file of verdicts, beside the dataset."""
        return self.out / "verdicts.csv"

    @property
    def known_passwords(self) -> tuple[str, ...]:
        """Read anew each time: they are never kept, logged or handed on. Raises OSError, UnicodeDecodeError."""
        if self.passwords is None:
            return ()
        return tuple(line for line in self.passwords.read_text(encoding="utf-8").splitlines() if line)

    def demand_passwords(self) -> None:
        """Raises OSError or UnicodeDecodeError where the file of passwords cannot be read."""
        _ = self.known_passwords

    @property
    def recognition(self) -> Ocr:
        """Pictures get a part of a file's time: what is read in it must still be laid out and understood."""
        return Ocr(mode=self.ocr, seconds=_OCR_SHARE * self.seconds_per_file)

    @property
    def limits(self) -> Limits:
        """What a file may be at most."""
        return Limits(max_bytes=self.max_bytes, max_pages=self.max_pages)
