"""The label of a line to sign on: nothing is answered so, and beside other labels it is one of them."""

import re

_SIGNED = re.compile(r"(?:under(?:skrift|tecknat?)|namnteckning|signatur)(?:\s+av\s.{3,40})?:?", re.IGNORECASE)


def is_to_be_signed(text: str) -> bool:
    """True for `Underskrift`, `Underskrift av behörig företrädare`, and nothing more."""
    return _SIGNED.fullmatch(text.strip()) is not None
