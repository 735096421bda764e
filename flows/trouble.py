"""What went wrong in a run when its snapshot had been published: told, and no reason to publish anew."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """A message in Swedish and English."""

    message_sv: str
    message_en: str
