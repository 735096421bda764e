"""Heads that a noun of the field begins or ends and whose other words may say anything: "Insatser i skolan".

"Mål för området" may head goals, or a chapter on them. Such words only suggest what the head opens; what stands below
must be it too (heads_by_content).
"""

import re

from extractors.plans.heads import Head, head_of

_LIMITED = re.compile(
    r"^(?P<head>\S+(?:\s\S+){0,3}?)\s+(?:för|i|inom|på|hos|med|riktade|riktad|som|av|under|vid|kring|mot|gällande|utifrån)"
    r"\s\S.*$",
    re.IGNORECASE,
)
"""What a head's words are limited to: where, for whom, about what."""
_OWNED = re.compile(
    r"^(?:\w*(?:kommun|region|län|förvaltning|nämnd|enhet|skola|skolan|tjänst|vård|omsorg|verksamhet|landsting|område)"
    r"(?:en|et|n)?s|fortsatta|exempel\s+på|redan\s+pågående|konkreta|övriga|andra|egna"
    r"|\w{3,}(?:ella|iva|erade|iska|liga|ande))\s+(?P<head>\S.*)$",
    re.IGNORECASE,
)
"""Whose they are, where that is the plan's own people, or which of them."""
_WORK = re.compile(
    r"^(?:planerat|planerade|kommande|fortsatt|prioriterat|framtida)\s+(?:arbete|utvecklingsarbete|steg)(?:\s.*)?$",
    re.IGNORECASE,
)
"""Names of what is to be done that are none of the field's: "Planerat arbete"."""
_SHALL = re.compile(r"^(?!(?:vad|hur|när|vem|vilka|varför)\b)\S.*\s(?:ska|skall):?$", re.IGNORECASE)
"""Who is to do what the items below say: "Kommunstyrelsen ska"."""
_SUGGESTED = frozenset({"goal", "activity", "indicator"})


def suggested_head(text: str) -> Head | None:
    """What the head opens if the texts below it are that; None where its words suggest nothing, or say it plainly."""
    if head_of(text) is not None:
        return None
    if _WORK.match(text) or _SHALL.match(text):
        return Head("activity")
    for pattern in (_LIMITED, _OWNED):
        limited = pattern.match(text)
        head = head_of(limited["head"]) if limited is not None else None
        if head is not None and head.kind in _SUGGESTED and head.number is None and head.years is None:
            return head
    return None
