"""The words that a plan's heads are made of, and how they are put together.

A head is a noun of the field (mål, aktiviteter, indikatorer, kostnad) with words that qualify it, alone or
joined to others: "Planerade insatser och aktiviteter", "Mål på lång sikt", "Uppföljning och indikatorer". Every
word of it must be known; words come misspelt, so spaCy's matcher compares long ones with an edit or two.
"""

import re
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple, get_args

from rapidfuzz.distance import Levenshtein
from spacy.matcher import Matcher

from extractors.remembered import remembered
from extractors.swedish import swedish
from models.rows import Category, Horizon

SectionKind = Literal["goal", "activity", "indicator", "cost"]
_NounKind = SectionKind | Literal["effect", "other"]

# Word lists read best as running text.
_NOUNS: dict[_NounKind, list[str]] = {
    "goal": (  # noqa: SIM905
        "mål målet målen målsättning målsättningen målsättningar delmål effektmål projektmål huvudmål resultatmål "
        "inriktningsmål målformulering målformuleringar"
    ).split(),
    "activity": (  # noqa: SIM905
        "aktivitet aktiviteten aktiviteter aktiviteterna delaktiviteter insatser insatserna åtgärd åtgärder "
        "åtgärderna satsningar satsningarna åtagande åtaganden"
    ).split(),
    "indicator": (  # noqa: SIM905
        "indikator indikatorn indikatorer indikatorerna mått nyckeltal mätetal uppföljningsmått "
        "uppföljningsindikatorer resultatindikatorer processindikatorer"
    ).split(),
    "cost": "kostnad kostnaden kostnader ekonomi finansiering budget resurs resurser".split(),  # noqa: SIM905
    "effect": "effekt effekten effekter effekterna resultat".split(),  # noqa: SIM905
    "other": "uppföljning tidplan tidsplan ansvar ansvarig ansvariga metod".split(),  # noqa: SIM905
}
"""`other` are nouns that stand beside a telling one and open nothing by themselves; `effect` are goals where a horizon
says when they are to come ("Effekter på lång sikt")."""
_SINGLE = ("insats", "insatsen", "satsning", "satsningen")
"""One of them alone heads an initiative; a qualifying word makes it an activity: "Lokal satsning"."""

_HORIZONS: dict[Horizon, list[str]] = {
    "long_term": ["långsiktiga", "långsiktigt", "långsiktig", "på lång sikt", "på längre sikt", "på sikt"],
    "short_term": ["kortsiktiga", "kortsiktigt", "kortsiktig", "på kort sikt", "på kortare sikt"],
}
_CATEGORIES: dict[Category, list[str]] = {
    "priority": ["prioriterade", "prioriterad"],
    "ongoing": ["löpande", "pågående"],
    "local": ["lokala", "lokal"],
}
_OWNERS = ("projektets", "insatsens", "satsningens", "uppdragets", "arbetets", "planens", "programmets")
"""What has goals and activities of its own; spelt right, for they differ from nouns of the field by a letter or two."""
_QUALIFYING = [
    *"övergripande gemensamma gemensamt planerade planerad föreslagna beslutade beräknad beräknade".split(),  # noqa: SIM905
    *"uppskattad uppskattade total konkreta specifika mätbara nya kommande våra vårt viktiga".split(),  # noqa: SIM905
    *("förslag på", "förslag till", "länsgemensamma", "strategiska", "viktigaste", "huvudsakliga"),
    *("under perioden", "för perioden", "under planperioden", "för planperioden", "för att nå målet"),
    *("för att nå målen", "under året", "för året", "under programperioden", "under projektet", "för projektet"),
    *_OWNERS,
    "uppsatta",
    *("med projektet", "för insatsen", "med insatsen", "för satsningen", "med satsningen", "för uppdraget"),
    *("för planen", "med planen", "för arbetet", "med arbetet", "för programmet"),
]
_COMPOUND = re.compile(
    r"^(?!ända|före|spörs|folkhälso|miljö|klimat|hållbarhets|mål)[a-zåäö0-9]{2,}?-?"
    r"(mål(?:et|en)?|aktivitet(?:en|er|erna)?|insatser|åtgärder|indikator(?:n|er|erna)?|mått(?:et|en)?)$"
)
"""A compound is what its last word is ("SMART-mål", "Nyckelaktiviteter"); not those that are others' goals, or none."""
_ON_THE_WAY = re.compile(r"\betappmål", re.IGNORECASE)
"""A goal on the way to another one is a short-term goal by its name."""
_JOINING = ["och", "samt", "&", "/", ","]
_WORDS_KEPT = 20_000
"""Words of which it is remembered whether heads hold them: a few megabytes."""


class HeadWords(NamedTuple):
    """What a head's words say together."""

    kind: SectionKind
    horizon: Horizon
    category: Category


@cache
def _matcher() -> Matcher:
    matcher = Matcher(swedish().vocab)
    words: dict[str, list[str]] = {
        **{f"noun {kind}": nouns for kind, nouns in _NOUNS.items()},
        **{f"horizon {horizon}": phrases for horizon, phrases in _HORIZONS.items()},
        **{f"category {category}": phrases for category, phrases in _CATEGORIES.items()},
        "single .": list(_SINGLE),
        "qualifying .": _QUALIFYING,
        "joining .": _JOINING,
    }
    for label, phrases in words.items():
        matcher.add(label, [_pattern(phrase.split()) for phrase in phrases])
    return matcher


@cache
def _words() -> dict[str, int]:
    """Each word of the phrases by itself, with the edits that it may be off by."""
    phrases = [phrase for label in (_NOUNS, _HORIZONS, _CATEGORIES) for phrases in label.values() for phrase in phrases]
    words = {word for phrase in (*phrases, *_SINGLE, *_QUALIFYING, *_JOINING) for word in phrase.split()}
    return {word: _edits(word) for word in sorted(words)}


@lru_cache(_WORDS_KEPT)
def _is_of_heads(piece: str) -> bool:
    """True where a head may hold what stands between two spaces: most texts are told to be none by their first word.

    The matcher would compare each of its words with every long one, whatever their lengths.
    """
    return all(_is_known(token.lower_) for token in swedish().make_doc(piece))


def _is_known(word: str) -> bool:
    known = _words()
    return word in known or any(
        abs(len(word) - len(other)) <= edits and Levenshtein.distance(word, other, score_cutoff=edits) <= edits
        for other, edits in known.items()
        if edits
    )


def _edits(word: str) -> int:
    """Long words may be a letter or two off; short ones must be right, and those that are another one's but for it."""
    return 0 if word in (*_SINGLE, *_OWNERS) or len(word) < 6 else 1 + (len(word) >= 9)


def _pattern(words: list[str]) -> list[dict[str, Any]]:
    return [{"LOWER": {f"FUZZY{edits}": word} if (edits := _edits(word)) else word} for word in words]


@remembered
def head_words(text: str) -> HeadWords | None:
    """What a head made of known words alone says; None for any other text, and where the words do not agree."""
    parts = _parts(text)
    if parts is None:
        return None
    telling = {value for label, value in parts if label == "noun"} - {"other"}
    horizons = {value for label, value in parts if label == "horizon"}
    telling = {"goal"} if telling == {"effect"} and horizons else telling - {"effect"}
    categories = {value for label, value in parts if label == "category"}
    if not telling and categories and any(label == "single" for label, _ in parts):
        telling = {"activity"}
    if len(telling) != 1 or len(horizons) > 1 or len(categories) > 1 or not _joined_well(parts):
        return None
    kind = telling.pop()
    horizon, category = "".join(horizons) or "unspecified", "".join(categories) or "unspecified"
    if kind != "goal":
        horizon = "unspecified"
    elif horizon == "unspecified" and _ON_THE_WAY.search(text):
        horizon = "short_term"
    if kind != "activity":
        category = "unspecified"
    return HeadWords(_kind(kind), _horizon(horizon), _category(category))


def _parts(text: str) -> list[tuple[str, str]] | None:
    """The words' labels and values from left to right, the longest first; None where a word is not known."""
    pieces = [_COMPOUND.sub(r"\1", piece) for piece in text.rstrip(" :.").lower().replace("/", " / ").split()]
    if not all(_is_of_heads(piece) for piece in pieces):
        return None
    doc = swedish().make_doc(" ".join(pieces))
    at: dict[int, tuple[int, str]] = {}
    for match_id, start, end in _matcher()(doc):
        label = swedish().vocab.strings[match_id]
        if start not in at or (end, label) > at[start]:
            at[start] = (end, label)
    parts: list[tuple[str, str]] = []
    position = 0
    while position < len(doc):
        if doc[position].is_space:
            position += 1
            continue
        if position not in at:
            return None
        position, label = at[position]
        name, value = label.split(" ")
        parts.append((name, value))
    return parts


def _joined_well(parts: list[tuple[str, str]]) -> bool:
    """True where what stands before, between and after the joining words has one noun at most, and is not empty."""
    nouns = [0]
    words = [0]
    for name, _ in parts:
        if name == "joining":
            nouns.append(0)
            words.append(0)
        else:
            nouns[-1] += name in ("noun", "single")
            words[-1] += 1
    return max(nouns) == 1 and min(words) > 0


def _kind(value: str) -> SectionKind:
    known: dict[str, SectionKind] = {kind: kind for kind in get_args(SectionKind)}
    return known[value]


def _horizon(value: str) -> Horizon:
    known: dict[str, Horizon] = {horizon: horizon for horizon in _HORIZONS}
    return known.get(value, "unspecified")


def _category(value: str) -> Category:
    known: dict[str, Category] = {category: category for category in _CATEGORIES}
    return known.get(value, "unspecified")
