"""Whether a text is a clause, with a verb that says how things are, and no mere name: "Äldre är inte ensamma"."""

import re

_HOLDS = (
    r"är|har|får|kan|vet|vågar|mår|känner|upplever|klarar|lever|deltar|slipper|behöver|blir|söker|minskar|ökar|finns|går"
    r"|står|tar|ser|orkar|trivs|fungerar|samverkar|samarbetar|möter|når|ger|bor|dör|växer|sker|håller|utgår|gör|lär"
    r"|märker|tror|litar|hittar|väntar|skiljer|saknar|halveras|fördubblas"
)
"""Verbs of how people fare and things stand, in the present."""
_IS_GIVEN = (
    r"ges|erbjuds|möts|nås|stärks|stöds|bemöts|upptäcks|fångas|präglas|förbättras|främjas|utvecklas|bryts|uppmärksammas"
    r"|samordnas|tillgodoses|respekteras|bevaras|sänks|höjs|kortas|utjämnas|förebyggs|förhindras"
)
"""... and of what is given to them, in the present passive."""
_VERB = rf"(?:ska|skall|{_HOLDS}|{_IS_GIVEN})"
_CLAUSE = re.compile(rf"^(?:(?!\b(?:som|vad|hur|när)\b).)+?\b{_VERB}\b", re.IGNORECASE)
"""Its own verb, before any relative clause or question in it: "personer som är nya i landet" is a name."""


def is_clause(text: str) -> bool:
    """Whether a text says how something is or shall be."""
    return _CLAUSE.match(text) is not None
