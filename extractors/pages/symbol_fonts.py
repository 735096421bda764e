"""Tick boxes and ticks of fonts that have signs in the places of letters: o in Wingdings is a box.

Such a font tells a letter's code, or the same one in the private area (U+F06F), for what shows as ☐.
"""

import re
from typing import Final

_PRIVATE: Final = 0xF000
_SIGNS: Final[dict[str, dict[str, str]]] = {
    "wingdings": {"o": "☐", "p": "☐", "q": "☐", "r": "☐", "¨": "☐", "x": "☒", "ý": "☒", "þ": "☑", "ü": "✓", "û": "✗"},
    "wingdings2": {"£": "☐", "O": "✗", "P": "✓", "Q": "☒", "R": "☑", "S": "☒", "T": "☒"},
    "webdings": {"c": "☐", "a": "✓", "r": "✗"},
}
_DINGBATS: Final = str.maketrans("❏❐❑❒", "☐☐☐☐")
"""Boxes with a shadow, as the standard font for signs has them."""
_TABLES: Final = {
    name: {code: sign for letter, sign in signs.items() for code in (ord(letter), _PRIVATE + ord(letter))}
    for name, signs in _SIGNS.items()
}


_NAMES: Final = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)


def has_signs(font: str) -> bool:
    """True for the name of a font that is known to have signs for letters."""
    return _NAMES.search(font) is not None


def signs_told(text: str, font: str) -> str:
    """The text of a word with its boxes and ticks as such; other signs and other fonts' words are as they were."""
    name = re.sub(r"[^a-z0-9]", "", font.rpartition("+")[2].lower())
    table = next((_TABLES[known] for known in ("wingdings2", "wingdings", "webdings") if name.startswith(known)), None)
    return text.translate(_DINGBATS if table is None else table)
