"""The words around a number that make it money, hedge it, or make it something else.

spaCy's matchers carry the vocabulary. They only ever see the few words beside a number, so
that a long document costs no more than its numbers.
"""

import itertools
import re
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast

from extractors.numbers.number_context import first_word, matches, phrase_matcher, token_matcher, tokens
from models.numbers import Side, Unit

_REACH = 72
"""Characters beside a number that are looked at for words."""
_UNIT_REACH = 32
"""Characters that the longest unit needs with its spaces and parentheses."""
_MOST_SPACE = 3
"""White space between a number and its word: a space, or a line break with spaces around it."""

_BEGINNING = re.compile(rf"\s{{0,{_MOST_SPACE}}}([^\W\d_]+|\d+|\S)")
"""The word or sign that directly follows a number."""
_WORDS_KEPT = 5000
"""Words of which it is remembered whether a unit begins with them."""
_KRONOR = ["kr", "krona", "kronor", "kronorna", "sek"]
_MILLION = ["miljon", "miljoner", "miljonerna", "miljonor", "milioner", "miljonr", "miljoer"]
_BILLION = ["miljard", "miljarder", "miljarderna"]
_SIGNS: dict[Unit, list[str]] = {
    "tkr": ["tkr", "kkr", "tsek", "ksek"],
    "mnkr": ["mkr", "mnkr", "msek"],
    "mdkr": ["mdkr", "mdrkr"],
}
_HEDGES: dict[Side, list[str]] = {
    "about": ["ca", "ca.", "cirka", "cirka.", "c:a", "omkring", "ungefär", "runt", "uppskattningsvis"],
    "above": ["drygt", "över", "mer än", "minst", "åtminstone", "strax över", "lite över"],
    "below": ["knappt", "nästan", "närmare", "högst", "upp till", "max", "max.", "maximalt", "strax under"],
}
# Word lists read best as running text.
_COUNTED = (  # noqa: SIM905
    "anställda användare arbetslösa arbetstillfällen arbetstimmar barn besök besökare bilar bor bostäder "
    "brukare dagar deltagare dollar doser dygn elever eur euro européer fall flickor följare föräldrar "
    "gånger hektar hushåll individer invandrare invånare journaler kilometer km kvadratmeter kvinnor lever "
    "liter läsare löntagare medborgare medlemmar meter människor män patienter pensionärer personer pojkar "
    "pund recept resenärer resor samtal sidor skolbarn sökningar svenskar timmar tittare ton ungdomar usd "
    "utskick vuxna väljare vårdbesök vårdkontakter vårdtillfällen visningar årsarbetare äldre ärenden"
).split()
_COUNTING = (  # noqa: SIM905
    "antalet befolkning befolkningen folkmängd folkmängden invånarantal invånarantalet"
).split()
_LABELS = (  # noqa: SIM905
    "aktivitet aktiviteter avsnitt bilaga delmål fas fråga kapitel mål nr nummer punkt sida steg tabell år"
).split()
_QUALITY = r"^(?:\w+(?:ka|ade|iga|da|ya)|unga|fler|olika)$"


class UnitFound(NamedTuple):
    """A unit of money at text[start:end]; scale_only is `miljoner` without `kronor`."""

    start: int
    end: int
    unit: Unit
    scale_only: bool = False
    malformed: str | None = None


class HedgeFound(NamedTuple):
    """Hedging words that begin at text[start]."""

    start: int
    side: Side


@cache
def _units() -> Any:
    """Matcher whose names are the unit and what is special about the writing: `kr`, `mnkr scale`."""
    space = {"IS_SPACE": True, "OP": "*"}
    point = {"TEXT": ".", "OP": "?"}
    kronor = {"LOWER": {"IN": _KRONOR}}
    misspelt = {"LOWER": {"FUZZY1": "kronor"}}
    scales: dict[Unit, list[list[dict[str, Any]]]] = {
        "kr": [[]],
        "tkr": [[{"LOWER": {"IN": ["tusen", "t"]}}, space]],
        "mnkr": [[{"LOWER": {"IN": _MILLION}}, space], [{"LOWER": {"IN": ["milj", "mn"]}}, point, space]],
        "mdkr": [[{"LOWER": {"IN": _BILLION}}, space], [{"LOWER": {"IN": ["mdr", "md"]}}, point, space]],
    }
    patterns: dict[str, list[list[dict[str, Any]]]] = {}
    for unit, forms in scales.items():
        patterns[unit] = [[*form, kronor] for form in forms]
        patterns[f"{unit} misspelt"] = [[*form, misspelt] for form in forms]
    for unit, signs in _SIGNS.items():
        patterns[unit].append([{"LOWER": {"IN": signs}}])
    for forms in patterns.values():
        forms += [[{"TEXT": "("}, *form, {"TEXT": ")"}] for form in forms]
    patterns["mnkr scale"] = [[{"LOWER": {"IN": [*_MILLION, "milj"]}}]]
    patterns["mdkr scale"] = [[{"LOWER": {"IN": _BILLION}}]]
    return token_matcher(patterns)


@lru_cache(_WORDS_KEPT)
def _may_begin_unit(word: str) -> bool:
    """True for a word that some unit begins with: hardly any of those that follow a number does."""
    return bool(matches(_unit_begins(), tokens(word)))


@cache
def _unit_begins() -> Any:
    firsts = [
        *_KRONOR,
        "tusen",
        "t",
        *_MILLION,
        "milj",
        "mn",
        *_BILLION,
        "mdr",
        "md",
        *itertools.chain(*_SIGNS.values()),
    ]
    return token_matcher({"begins": [[{"LOWER": {"IN": firsts}}], [{"LOWER": {"FUZZY1": "kronor"}}], [{"TEXT": "("}]]})


@cache
def _hedges() -> Any:
    return phrase_matcher(_HEDGES)


@cache
def _counted() -> Any:
    thing: dict[str, Any] = {"LOWER": {"IN": _COUNTED}}
    quality: dict[str, Any] = {"LOWER": {"REGEX": _QUALITY}, "OP": "*"}
    whose: list[dict[str, Any]] = [{"LOWER": "av"}, {"IS_ALPHA": True, "OP": "?"}]
    return token_matcher({"counted": [[quality, thing], [*whose, quality, thing]]})


@cache
def _counting() -> Any:
    return phrase_matcher({"counting": _COUNTING})


@cache
def _labels() -> Any:
    return phrase_matcher({"label": _LABELS})


def _unit_at(text: str, offset: int) -> UnitFound | None:
    """The longest unit that begins at the first word of text; `offset` is added to its place."""
    beginning = _BEGINNING.match(text)
    if beginning is None or not _may_begin_unit(beginning[1]):
        return None
    doc = tokens(text)
    first = first_word(doc)
    found = [(end, name) for name, start, end in matches(_units(), doc) if start == first]
    if not found:
        return None
    # The longest; of equals the one that is spelt right, whose name is the shorter.
    end, name = max(found, key=lambda match: (match[0], -len(match[1])))
    unit, _, note = name.partition(" ")
    span = doc[first:end]
    return UnitFound(
        offset + span.start_char,
        offset + span.end_char,
        cast("Unit", unit),
        scale_only=note == "scale",
        malformed=f"misspelt: {span.text.strip('()')}" if note == "misspelt" else None,
    )


def unit_after(text: str, end: int) -> UnitFound | None:
    """The unit of money that stands directly after the character `end`."""
    return _unit_at(text[end : end + _UNIT_REACH], end)


_SIGN_BEFORE = re.compile(
    r"(?<!\w)(?:kr\.?|sek|tkr|mkr|mnkr|msek|tsek)(?:[ \u00a0\u2009\u202f]|[ ]?\r?\n)?$", re.IGNORECASE
)


def unit_before(text: str, start: int) -> UnitFound | None:
    """The sign of money that stands directly before the character `start` ("kr 45 000")."""
    at = max(0, start - 8)
    sign = _SIGN_BEFORE.search(text, at, start)
    return _unit_at(sign[0].replace(".", " "), sign.start()) if sign else None


def hedge_before(text: str, start: int) -> HedgeFound | None:
    """The longest hedging words that stand directly before the character `start`."""
    at = max(0, start - _REACH)
    head = text[at:start]
    words = head.rstrip()
    if not words or len(head) - len(words) > _MOST_SPACE:
        return None
    doc = tokens(words)
    found = [(begin, name) for name, begin, end in matches(_hedges(), doc) if end == len(doc)]
    if not found:
        return None
    begin, name = min(found)
    return HedgeFound(at + doc[begin].idx, cast("Side", name))


def things_after(text: str, end: int) -> bool:
    """Whether people, visits, hours or other things follow, so that the number counts those."""
    doc = tokens(text[end : end + _REACH])
    first = first_word(doc)
    return any(begin == first for _, begin, _ in matches(_counted(), doc))


def counts_things(text: str, start: int, end: int) -> bool:
    """Whether `6,4 miljoner` at text[start:end] counts things: by what follows or was said before."""
    if things_after(text, end):
        return True
    sentence = re.split(r"[.!?;]\s", text[max(0, start - _REACH) : start])[-1]
    return bool(matches(_counting(), tokens(sentence)))


def label_before(text: str, start: int) -> bool:
    """Whether the word before `start` makes the number a label ("aktivitet 3", "bilaga 2")."""
    doc = tokens(text[max(0, start - _REACH) : start].rstrip())
    return any(end == len(doc) for _, _, end in matches(_labels(), doc))
