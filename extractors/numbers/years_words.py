"""The words before a year: a beginning, a deadline, a month, a season, or a name that the year belongs to."""

from functools import cache
from typing import Any, Literal, NamedTuple, cast

from extractors.numbers.number_context import matches, phrase_matcher, tokens

LeadName = Literal["year_word", "joining", "turn", "month", "from", "since", "until", "name"]

_REACH = 64
# Word lists read best as running text.
_MONTHS = (  # noqa: SIM905
    "januari februari mars april maj juni juli augusti september oktober november december "
    "jan feb apr jun jul aug sep sept okt nov dec jan. feb. apr. jun. jul. aug. sep. sept. okt. nov. dec."
).split()
_YEAR_WORDS = (  # noqa: SIM905
    "år året åren period perioden höst hösten vår våren sommar sommaren vinter vintern kvartalet halvåret "
    "årsslutet verksamhetsåret budgetåret kalenderåret läsåret läsår vt ht vårterminen höstterminen under"
).split()
_PHRASES: dict[LeadName, list[str]] = {
    "year_word": [
        *_YEAR_WORDS,
        "slutet av",
        "början av",
        "mitten av",
        "utgången av",
        "slutet på",
        "början på",
    ],
    "joining": [
        "från",
        "i",
        "av",
        "vid",
        "den",
        "första",
        "andra",
        "tredje",
        "fjärde",
        "sista",
        "senare delen av",
    ],
    "turn": ["årsskiftet"],
    "month": _MONTHS,
    "from": [
        *("från och med", "fr.o.m.", "fr.o.m", "fr.om.", "f.r.o.m.", "f.o.m.", "fr o m", "from", "fom"),
        *("med start", "med början"),
    ],
    "since": ["sedan"],
    "until": [
        *("till och med", "t.o.m.", "t.o.m", "t.om.", "t o m", "tom", "tom."),
        *("till", "fram till", "fram till och med", "senast", "före", "innan"),
    ],
    "name": ["agenda", "rufs", "ruf", "vision", "visionen", "europa", "box", "postbox"],
}


class Lead(NamedTuple):
    """The words directly before a year: where they begin, what they are, whether a day is among them."""

    start: int
    names: frozenset[LeadName]
    day: bool

    @property
    def says_year(self) -> bool:
        """Whether the words can only stand before a year."""
        return bool(self.names & {"year_word", "turn", "month", "since"})


@cache
def _phrases() -> Any:
    return phrase_matcher(_PHRASES)


def lead_before(text: str, start: int) -> Lead:
    """The words that stand directly before a year at text[start], read backwards.

    A beginning, a deadline or a name ends the reading: `senast den 31 oktober`, `från och med hösten`.
    """
    at = max(0, start - _REACH)
    doc = tokens(text[at:start])
    longest: dict[int, tuple[int, LeadName]] = {}
    for name, begin, end in matches(_phrases(), doc):
        if end not in longest or begin < longest[end][0]:
            longest[end] = (begin, cast("LeadName", name))
    names: list[LeadName] = []
    day = False
    reached, position = start, _skip_spaces(doc, len(doc))
    while position > 0:
        if position in longest:
            begin, name = longest[position]
            names.append(name)
        elif names and names[-1] == "month" and not day and _is_day(doc[position - 1].text):
            begin, day = position - 1, True
        else:
            break
        reached = at + doc[begin].idx
        if names[-1] in {"from", "since", "until", "name"}:
            break
        position = _skip_spaces(doc, begin)
    return Lead(reached, frozenset(names), day)


def _skip_spaces(doc: Any, position: int) -> int:
    """The place before the white space that ends at `position`."""
    while position > 0 and doc[position - 1].is_space:
        position -= 1
    return position


def _is_day(word: str) -> bool:
    return word.isascii() and word.isdigit() and 1 <= int(word) <= 31
