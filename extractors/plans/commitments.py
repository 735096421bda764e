"""What a plan undertakes in running text: "Under 2025 ska kommunen starta en mottagning", "Vi kommer att utbilda ...".

A commitment has the plan's own people for its subject, or nobody in the passive with a time, and an act that is done
and over: to be, to have, to strive for something are none. In the present it has a time too ("Under våren 2025 utbildar
elevhälsan ..."). Of a paragraph the first sentence counts.
"""

import re
from collections.abc import Sequence

from extractors.numbers.years import find_years
from extractors.plans.kinds_model import read_kinds
from extractors.plans.phrases import OTHERS, SENTENCE_END

_OWN = (
    r"(?:vi|kommunen|regionen|landstinget|länet|stadsdelen|länets\s+kommuner|[a-zåäö]+(?:förvaltningen|nämnden|enheten|tjänsten|hälsan|omsorgen)"
    r"|förvaltningen|nämnden|[A-ZÅÄÖ][\w-]+\s+(?:kommun|stad)|Region\s+[A-ZÅÄÖ]\w+)"
)
_BY = r"(?:\s+(?:också|även|dessutom|därför|fortsatt|gemensamt|tillsammans|bland\s+annat))*"
_WHEN = (
    r"(?:\s+(?:(?:under|från|från\s+och\s+med|senast|till|i\s+slutet\s+av|i\s+början\s+av|med\s+start)\s+)?"
    r"(?:(?:året|våren|hösten|sommaren|vintern|perioden|planperioden|vårterminen|höstterminen|kvartal\s+\d|[a-zåäö]+\s+(?=20))\s*)?"
    r"(?:20\d\d(?:\s*[-\u2013]\s*20\d\d)?)?\b)?"
)
_MODAL = r"(?:ska|skall|kommer\s+att|planerar\s+(?:vi\s+)?att|avser\s+att)"
_STRAIGHT = re.compile(rf"^(?P<who>{_OWN}){_BY}\s+{_MODAL}{_BY}{_WHEN}{_BY}\s+(?P<act>ta\s+fram|\w+)")
_TURNED = re.compile(
    rf"^(?P<time>\w[^.,:]{{2,60}}?)\s+(?:ska|skall|kommer|planerar|avser)\s+(?P<who>{_OWN}){_BY}(?:\s+att)?{_BY}\s+(?P<act>ta\s+fram|\w+)"
)
_PASSIVE = re.compile(rf"^[^.:]{{3,120}}?(?<!\bsom)\s+{_MODAL}{_BY}{_WHEN}{_BY}\s+(?P<act>\w+[aå]s)\b")
_NO_ACT = re.compile(
    r"(?:vara|bli|ha|få|kunna|vilja|behöva|behövas|finnas|gälla|stå|utgå|präglas|ske|bidra|verka|sträva|påverkas?|innebära|omfattas?"
    r"|arbeta|samverka|ta|vilas?|känna|ses?|prioriteras?|beaktas?|följas?|användas?|redovisas?|rapporteras?|tillämpas?|ingå"
    r"|främjas?|leda|styras?|genomsyras?|upplevas?|erbjudas?|ansvara|möta|bemötas?)"
)
"""Verbs of a state or of a striving, and those that a plan uses of itself."""
_PRESENT = (
    r"(?P<act>(?!(?:är|har|får|kan|ska|skall|vill|måste|behöver|gäller|står|utgår|bidrar|verkar|strävar|påverkar|innebär"
    r"|omfattar|arbetar|samverkar|vilar|ser|prioriterar|följer|använder|redovisar|rapporterar|ingår|främjar|leder|styr"
    r"|ansvarar|möter|bemöter|deltar|planerar|avser|kommer|visar|uppger|anser|bedömer|konstaterar|beskriver|söker|saknar"
    r"|uppgår|kostar|tillhör|avsätter|rekvirerar|fortsätter|satsar|bedriver|erbjuder)\b)\w{3,}r)\b"
)
"""A verb of an act in the present; what goes on, and what plans and reports do, is none."""
_NOW = re.compile(rf"^(?P<who>{_OWN}){_BY}\s+{_PRESENT}")
_THEN = re.compile(
    r"^(?:(?:under|från(?:\s+och\s+med)?|senast|med\s+start|i\s+(?:början|slutet)\s+av)\s[^.,:]{2,50}?|(?:våren|hösten"
    rf"|sommaren|vintern)(?:\s+20\d\d)?)\s+{_PRESENT}\s+(?P<who>{_OWN})\b"
)
_SINCE = re.compile(r"\b(?:sedan|redan|tidigare|i\s*dag|enligt)\b", re.IGNORECASE)
_SEASON = re.compile(
    r"\bunder\s+(?:året|våren|hösten|sommaren|vintern|planperioden|vårterminen|höstterminen)\b|\b(?:i\s+)?(?:vår|höst)\b",
    re.IGNORECASE,
)


_INFINITIVE = re.compile(
    r"(?:att\s+)?(?!(?:alla|andra|båda|hela|samma|flera|unga|vuxna|nya|egna|vissa|våra|dessa|olika|goda|bra|stora)\b)"
    r"(?:[^\W\d_]+a(?<!iska)(?:(?<!liga)|(?<=tydliga))(?<!bara)(?<!fulla)(?<!ella)"
    r"|(?:ut|till|för|över|ned|an|av|upp|in|före|genom)?(?:se|ge|slå|gå))\s",
    re.IGNORECASE,
)
"""How an item begins that says what is to be done: "Ta fram en folder", "Utse en samordnare".

Adjectives in the plural end as verbs do.
"""
_FEWEST_ITEMS = 2


def list_of_acts(texts: Sequence[str]) -> bool:
    """Whether each item of a list says what is to be done, by its first word and to the model of kinds."""
    return len(texts) >= _FEWEST_ITEMS and says_act(texts)


def says_act(texts: Sequence[str]) -> bool:
    """Whether each text says what is to be done, by its first word and to the model of kinds."""
    if not all(map(is_infinitive, texts)):
        return False
    return all(reading.kind == "activity" for reading in read_kinds(texts))


def is_infinitive(text: str) -> bool:
    """Whether a text begins with what is to be done: "Utbilda chefer"."""
    return _INFINITIVE.match(text) is not None


def commits(text: str) -> bool:
    """Whether a paragraph begins with what the plan's own people are to do, once and at a time, to the model too."""
    first = SENTENCE_END.split(text.strip(), maxsplit=1)[0]
    return _undertakes(first) and read_kinds([first])[0].kind == "activity"


def _undertakes(first: str) -> bool:
    folded = first[:1].lower() + first[1:]
    if OTHERS.search(first) or first.endswith((":", "?")):
        return False
    told = _match(_STRAIGHT, first, folded) or _match(_TURNED, first, folded)
    dated = _is_dated(first)
    if told is not None:
        return (dated or told["who"].lower() == "vi") and _is_act(told["act"])
    if dated and not _SINCE.search(first) and (_match(_NOW, first, folded) or _match(_THEN, first, folded)):
        return True
    passive = _PASSIVE.match(first)
    return passive is not None and dated and _is_act(passive["act"])


def _match(pattern: re.Pattern[str], first: str, folded: str) -> re.Match[str] | None:
    """A sentence's capital may be a name's or the sentence's own."""
    return pattern.match(first) or pattern.match(folded)


def _is_dated(sentence: str) -> bool:
    mentions = find_years(sentence)
    return any(m.kind != "implausible" for m in mentions) or _SEASON.search(sentence) is not None


def _is_act(verb: str) -> bool:
    return _NO_ACT.fullmatch(verb) is None
