"""What recognition of pictures is allowed."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Ocr:
    """Whether pictures of print are recognised, and how many seconds a file's may take together."""

    mode: Literal["auto", "off"] = "auto"
    seconds: float = 225.0
