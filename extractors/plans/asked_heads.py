"""Heads that ask, answer or begin a sentence instead of naming: "Vad vill vi uppnå?", "Så gör vi", "Vi vill att".

Each has the plan's own people for its subject, or nobody in the passive, and is told by its verb: what is wanted or
reached is a goal, what is done an activity, what is measured or seen an indicator. "Hur mår barnen?" is none of them.
"""

import re
from typing import Literal, NamedTuple

from extractors.plans.horizons import SPAN, horizon_of
from models.rows import Horizon

AskedKind = Literal["goal", "activity", "indicator", "cost"]

_LONGEST = 70
_WE = r"(?:vi|man|kommunen|regionen|länet)"
_WHEN = (
    r"(?:\s+(?P<when>på\s+(?:lång|längre|kort|kortare)\s+sikt|på\s+sikt|i\s+år|(?:under|för)\s+\w*(?:året|perioden)|framåt"
    r"|(?:under|till|senast)\s+20\d\d"
    rf"|{SPAN}))?"
)
_WHAT = r"(?:\s+(?:det|detta|då|dit|där|(?:det\s+)?tillsammans|med\s+\w+|inom\s+\w+))?"
_REACH = r"(?:(?:upp)?nå|åstadkomma|se|(?:ha\s+)?(?:(?:upp)?nått|åstadkommit|lyckats\s+med)|ha|skapa|bidra\s+till)"
_FIRST = r"(?:vad|vart|[dh]it|det(?:ta|\s+här)?|så(?:\s+här)?|vilk(?:a|et)\s+(?:mål|effekt(?:er)?|resultat))"
_ASKED: tuple[tuple[AskedKind, str], ...] = (
    (
        "goal",
        (
            rf"{_FIRST}\s+(?:vill|ska|siktar)\s+{_WE}(?:\s+(?:{_REACH}|det|komma|mot|hän))*{_WHAT}"
            rf"|(?:vad|vart|[dh]it)\s+{_WE}\s+(?:vill|ska|siktar)(?:\s+(?:{_REACH}|det|komma|mot|hän))*{_WHAT}"
            rf"|(?:vart|[dh]it)\s+(?:{_WE}\s+är|är\s+{_WE})\s+på\s+väg"
            rf"|{_FIRST}\s+ska\s+(?:upp)?nås|(?:vad|vilket)\s+är\s+målet|(?:det\s+)?{_WE}\s+vill(?:\s+(?:{_REACH}))?(?:\s+att)?"
            rf"|{_WE}\s+(?:ska|siktar\s+på\s+att)\s+(?:(?:upp)?nå|åstadkomma)"
            r"|önska(?:d|t|de)\s+(?:läge|resultat|effekt(?:er)?|situation|utveckling)|(?:så|hur)\s+ska\s+det\s+(?:bli|se\s+ut|vara)"
        ),
    ),
    (
        "activity",
        (
            rf"(?:så(?:\s+här)?|hur|vad|det(?:ta|\s+här)?|därför|då)\s+(?:gör|planerar)(?:\s+{_WE})?{_WHAT}|{_WE}\s+gör"
            rf"|(?:så(?:\s+här)?|hur|vad|det(?:ta|\s+här)?|därför|då)\s+(?:ska|kommer)\s+{_WE}(?:\s+att)?\s+(?:göra|arbeta){_WHAT}"
            rf"|(?:vad|hur)\s+{_WE}\s+(?:gör|ska\s+göra|kommer\s+att\s+göra|planerar(?:\s+att\s+göra)?){_WHAT}"
            rf"|(?:hur|så)\s+{_WE}\s+(?:når|kommer|ska\s+nå)\s+(?:dit|mål(?:et|en)?)"
            rf"|(?:därför|då|för\s+att\s+nå\s+(?:dit|målet|målen))\s+(?:ska|kommer|gör)\s+{_WE}(?:\s+att)?"
            rf"|{_WE}\s+(?:ska|kommer\s+att|planerar\s+att)(?:\s+(?:göra|genomföra|arbeta\s+med))?"
            rf"|vad\s+(?:ska|behöver|kommer\s+att)\s+göras(?:\s+för\s+att\s+nå\s+målet)?"
            rf"|(?:hur|så)\s+(?:når|kommer)\s+{_WE}\s+(?:dit|mål(?:et|en)?)|(?:hur|så)\s+tar\s+{_WE}\s+oss\s+dit"
            r"|(?:så(?:\s+här)?|hur)\s+(?!mår|är|har|ser|vet|märker|mäter|följer|kollar)\w{3,}r\s+vi"
            r"\s+(?:det|detta|dem|löftet|löftena|målet|målen|åtagande(?:t|na))"
            r"|(?:det(?:ta|\s+här)?|vad)\s+(?:(?:tar|ger)\s+vi\s+oss|vi\s+(?:tar|ger)\s+oss)\s+(?:för|an|in\s+på|i\s+kast\s+med)"
            r"|(?:det(?:ta|\s+här)?|vad)\s+(?:åtar\s+vi\s+oss|vi\s+åtar\s+oss)"
            r"|(?:det(?:ta|\s+här)?|vad)\s+(?:drar|sätter|rullar|kör)(?:\s+vi)?\s+(?:i\s*gång|på|vidare)"
            r"|vad\s+(?:ska|kommer\s+att)\s+(?:hända|ske)"
            r"|vägen\s+(?:dit|framåt|till\s+mål(?:et|en)?)"
        ),
    ),
    ("cost", r"(?:vad|hur\s+mycket)\s+kostar\b[^.:]{0,30}|(?:hur|så)\s+(?:bekostas|finansieras)\b[^.:]{0,30}"),
    (
        "indicator",
        (
            rf"mäts(?:\s+(?:genom|med|av))?|(?:(?:det(?:ta|\s+här)?|vad)\s+)?{_WE}\s+(?:mäter|räknar|följer(?:\s+upp)?)(?:\s+(?:genom|med))?"
            rf"|(?:det(?:ta|\s+här)|vad)\s+(?:(?:följer|mäter|räknar)\s+{_WE}|ska\s+(?:{_WE}\s+)?(?:följas?|mätas?))(?:\s+upp)?"
            rf"|(?:så(?:\s+här)?|hur|vad)\s+(?:ska\s+)?(?:mäter\s+{_WE}|mäts|{_WE}\s+mäta|mäta)\b[^.:]{{0,40}}"
            r"|(?:så|hur|var)\s+(?:märks|syns|mäts|visar\s+sig)\s+(?:det|detta|resultatet|effekten)\b[^.:]{0,40}"
            rf"|(?:så|hur)\s+(?:vet|ser|märker)\s+{_WE}\s+(?:att|om|när)\b[^.:]{{0,40}}|(?:så|hur)\s+vet\s+{_WE}(?:\s+det)?"
            rf"|{_WE}\s+(?:vet|ser|märker)\s+att\s+{_WE}\s+(?:har\s+)?(?:lyckas|lyckats|når\s+målet|nått\s+målet|är\s+på\s+väg)(?:\s+när|\s+om)?"
            rf"|{_WE}\s+har\s+(?:lyckats|nått\s+målet|nått\s+dit)\s+(?:när|om)"
            rf"|(?:så|hur|var)\s+ser\s+{_WE}\s+(?:resultat|effekt|skillnad)(?:en|et|er|erna)?"
        ),
    ),
)
_HEADS = [(kind, re.compile(rf"^(?:{words}){_WHEN}\s*[?:.…]*$", re.IGNORECASE)) for kind, words in _ASKED]
_SHORT = re.compile(r"\b(?:kort|kortare|år|året)\b", re.IGNORECASE)
_LONG = re.compile(r"\bsikt$", re.IGNORECASE)


class AskedHead(NamedTuple):
    kind: AskedKind
    horizon: Horizon


def asked_head(text: str) -> AskedHead | None:
    """What a question, an answer's beginning or the like opens; None where the text is none of them."""
    if len(text) > _LONGEST:
        return None
    for kind, head in _HEADS:
        match = head.match(text)
        if match is not None:
            return AskedHead(kind, _horizon(match["when"] or "") if kind == "goal" else "unspecified")
    return None


def _horizon(when: str) -> Horizon:
    counted = horizon_of(when)
    if counted != "unspecified":
        return counted
    if _SHORT.search(when):
        return "short_term"
    return "long_term" if _LONG.search(when) else "unspecified"
