"""What the rows of files depend on beside their bytes: the code with its libraries, and settings."""

from dataclasses import dataclass

from flows.settings import Settings
from flows.version import plankoll_version


@dataclass(frozen=True)
class Marks:
    """What a file's rows depend on beside its bytes."""

    version: str
    recognition: str
    """How pictures are recognised, and by what."""
    limits: str
    """What a file may be at most, and how pictures are recognised."""

    @classmethod
    def of(cls, settings: Settings) -> "Marks":
        from extractors.ocr.tesseract import find_tesseract

        found = find_tesseract() if settings.ocr == "auto" else None
        recognition = f"ocr={settings.ocr}{f' tesseract={found.version}' if found else ''}"
        limits = (
            f"bytes={settings.max_bytes} pages={settings.max_pages} seconds={settings.seconds_per_file:g} "
            f"memory={settings.memory_per_file} attached={settings.max_attached}{_passwords(settings)}"
        )
        return cls(plankoll_version(), recognition, f"{recognition} {limits}")


def _passwords(settings: Settings) -> str:
    """That the file of passwords is another one than before, which must not tell what stands in it."""
    if settings.passwords is None:
        return ""
    return f" passwords={settings.passwords.stat().st_mtime_ns}"
