"""cutoff.title: a plan calls itself by one period."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.times import FIRST_YEAR, LAST_YEAR
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Document, Passage, Severity

RULE = "cutoff.title"

_Period = tuple[int, int]

_PLANS = frozenset(["action_plan", "direction", "internal_control_plan"])
_DASH = r"[-\u2010-\u2014]"
_PERIOD = rf"(?P<first>\d{{4}})(?:\s?{_DASH}\s?(?P<last>\d{{4}}|\d{{2}})(?!\d)|(?!\s?{_DASH}))(?![\d:])(?!\s?års\b)"
_YEARS = re.compile(rf"(?<!\d){_PERIOD}")
_LEAD = r"\W{0,3}\s*(?:(?:för|gäller|avser|omfattar|under)\s+){0,2}(?:(?:åren|perioden|år)\s+)?"
_YEAR = re.compile(r"(?<![\d-])20[0-4]\d(?![\d:])")
_YEAR_OF_ACTIVITY = re.compile(r"\b(?:verksamhets|bidrags|redovisnings)året?\s+(?P<year>20[0-4]\d)\b", re.IGNORECASE)
_OTHER_YEARS = re.compile(r"kvar(?:stå|var)|överför|återbetal|föregående|tidigare|förra|jämför|sedan\b", re.IGNORECASE)
"""What may be told of another year than the account's."""
_OFTEN = 3
"""Times that an account names its own year, from which another one stands out."""
_NOUN = re.compile(r"\w*(?:plan|inriktning|satsningar)\b", re.IGNORECASE)
_LITTLE = frozenset(["för", "om", "av", "inom", "i", "på", "till", "rörande", "avseende"])
"""Words in a name that a text leaves out: `inriktning psykisk hälsa` for `Inriktning för psykisk hälsa`."""
_FEWEST_WORDS = 3
"""Words that a title must have before its years, or besides them, for their repetition to be the document's name."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every other period, met by the own one, under which the plan names itself; all places of one are one finding."""
    document = rows.documents[0]
    if document.doc_type == "grant_report":
        yield from _of_account(rows, document)
    own = _own_period(document)
    if document.doc_type not in _PLANS or document.title is None or own is None:
        return
    others: dict[_Period, list[tuple[Passage, str]]] = defaultdict(list)
    name = _OwnName.of(document.title)
    for passage in _whole_heads(rows.numbered_passages):
        for period, words in name.periods_in(passage):
            if period != own and _overlap(period, own) and not _is_year_of(own, period):
                others[period].append((passage, words))
    for period, places in others.items():
        yield _violation(rows, document, own, period, places)
    yield from _on_cover(rows, document, own)


def _whole_heads(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages; a running head whose line ends within its years has the rest: `2024–`, and below it `2026`."""
    for passage, below in zip_longest(passages, passages[1:]):
        is_cut = passage.kind == "running_head" and (passage.text or "").rstrip().endswith(("-", "–"))
        if is_cut and below is not None and (below.kind, below.page) == (passage.kind, passage.page):
            yield passage.model_copy(update={"text": f"{(passage.text or '').rstrip()}{below.text}"})
        else:
            yield passage


def _of_account(rows: CheckInput, document: Document) -> Iterator[Violation]:
    """A year of activity that is not the account's, in the one place that names that year at all."""
    own = document.reporting_year
    if own is None:
        return
    years = [(int(year), passage) for passage in rows.numbered_passages for year in _YEAR.findall(passage.text or "")]
    if sum(year == own for year, _ in years) < _OFTEN:
        return
    for passage in rows.numbered_passages:
        text = passage.text or ""
        named = _YEAR_OF_ACTIVITY.search(text)
        if named is None or int(named["year"]) == own or _OTHER_YEARS.search(text):
            continue
        other = int(named["year"])
        if sum(year == other for year, _ in years) == 1:
            places = [(passage, text)]
            yield _violation(rows, document, (own, own), (other, other), places, message="report")


def _on_cover(rows: CheckInput, document: Document, own: _Period) -> Iterator[Violation]:
    """A longer period that stands alone on a first page of a plan for one year: the note that both are there."""
    for passage in rows.numbered_passages:
        alone = _YEARS.fullmatch((passage.text or "").strip()) if passage.page == document.first_page else None
        period = _period_of(alone) if alone is not None else None
        if period is not None and period[0] < period[1] and own[0] == own[1] and _overlap(period, own):
            yield _violation(rows, document, own, period, [(passage, passage.text or "")], severity="note")


def _own_period(document: Document) -> _Period | None:
    """As the title has it; else as the document was understood."""
    titled = [period for match in _YEARS.finditer(document.title or "") if (period := _period_of(match))]
    if titled:
        return titled[0] if len(set(titled)) == 1 else None
    if document.period_start is not None and document.period_end is not None:
        return document.period_start, document.period_end
    return None


@dataclass(frozen=True)
class _OwnName:
    """How a plan can name itself, its period at the end; the patterns that its title gives."""

    in_text: tuple[re.Pattern[str], ...]
    """Its whole name, and its noun in the definite form at the head of a sentence: `Handlingsplanen för 2023`; or
    `denna plan`. What stands later in a sentence, as `den tidigare handlingsplanen`, may be another plan."""
    in_running_head: tuple[re.Pattern[str], ...]
    in_heading: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, title: str) -> "_OwnName":
        words = _words(_YEARS.split(title, maxsplit=1)[0])
        words = words if len(words) >= _FEWEST_WORDS else _words(_YEARS.sub(" ", title))
        name = _name(words)
        whole = (_pattern(rf"\b{name}", re.IGNORECASE),) if len(words) >= _FEWEST_WORDS else ()
        nouns = list(dict.fromkeys(match.group().casefold() for match in _NOUN.finditer(title)))
        definite = [(noun + ("na" if noun.endswith("ar") else "en")).capitalize() for noun in nouns]
        return cls(
            in_text=(
                *whole,
                *(_pattern(rf"(?:^|(?<=[.!?:]\s)){word}", re.NOFLAG) for word in definite),
                *(_pattern(rf"\bden(?:na| här) {noun}(?:en)?", re.IGNORECASE) for noun in nouns),
            ),
            in_running_head=(*whole, *(_pattern(rf"\b{noun}", re.IGNORECASE) for noun in nouns)),
            in_heading=whole,
        )

    def periods_in(self, passage: Passage) -> Iterator[tuple[_Period, str]]:
        """Every period under which the passage names the plan, and the words that do."""
        text = passage.text or ""
        if not _YEARS.search(text):
            return
        by_kind = {"running_head": self.in_running_head, "heading": self.in_heading}
        for pattern in by_kind.get(passage.kind, self.in_text):
            for match in pattern.finditer(text):
                period = _period_of(match)
                if period is not None:
                    yield period, match.group()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d]+", text)


def _name(words: Sequence[str]) -> str:
    """A pattern for a name of these words, little ones within it left out or not."""
    pieces = [
        rf"(?:{re.escape(word)}\W+)?" if place > 0 and word.casefold() in _LITTLE else rf"{re.escape(word)}\W+"
        for place, word in enumerate(words[:-1])
    ]
    return "".join((*pieces, *map(re.escape, words[-1:])))


def _pattern(name: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(name + _LEAD + _PERIOD, flags)


def _period_of(match: re.Match[str]) -> _Period | None:
    first, last = int(match["first"]), match["last"]
    end = first if last is None else int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (first, end) if FIRST_YEAR <= first <= end <= LAST_YEAR else None


def _overlap(one: _Period, other: _Period) -> bool:
    """Plans that follow each other do not overlap: such a period is the one before's or the next one's."""
    return one[0] <= other[1] and other[0] <= one[1]


def _is_year_of(one: _Period, other: _Period) -> bool:
    """A plan of one year speaks of the longer plan that it is a part of."""
    return one[0] == one[1] and other[0] < other[1]


def _violation(
    rows: CheckInput,
    document: Document,
    own: _Period,
    other: _Period,
    places: Sequence[tuple[Passage, str]],
    *,
    severity: Severity = "warning",
    message: str = "two",
) -> Violation:
    return quoting(
        rows,
        RULE,
        severity,
        document,
        subject=document.title or document.source_name,
        key=("period", _written(other)),
        messages=(message,),
        arguments={
            "own": _written(own),
            "other": _written(other),
            "title": document.title or "",
            "text": shortened(places[0][1]),
        },
        evidence=[quote(passage, document.document_id, words) for passage, words in places],
    )


def _written(period: _Period) -> str:
    first, last = period
    return str(first) if first == last else f"{first}–{last}"


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="Planens egen period", en="The plan's own period"),
    claim=Bilingual(
        sv="En plan kallar sig överallt för samma period. Kontrollen läser perioden efter planens hela namn, efter "
        "”Handlingsplanen” först i en mening, och i sidhuvuden. En annan period som överlappar planens egen är en "
        "varning. En period före eller efter planens egen är en annan plans; om den tiger kontrollen, liksom om "
        "andra planers namn. Står en längre period ensam på första sidan av en plan för ett år är det en not. En "
        "redovisning som på ett enda ställe nämner ett annat verksamhetsår än sitt eget är en varning.",
        en="A plan calls itself by the same period everywhere. The check reads the period after the plan's full "
        "name, after “Handlingsplanen” at the head of a sentence, and in running heads. Another period that overlaps "
        "the plan's own is a warning. A period before or after the plan's own is another plan's, and the check is "
        "silent on it, as on other plans' names. A longer period that stands alone on the first page of a plan for "
        "one year is a note. An account that in one single place names another year of activity than its own is a "
        "warning.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "two": Bilingual(
            sv="Planen är för {own} enligt sin titel, men för {other} på sidan {page}: ”{text}”.",
            en="By its title the plan is for {own}, but for {other} on page {page}: “{text}”.",
        ),
        "report": Bilingual(
            sv="Redovisningen gäller {own}, men sidan {page} talar om {other}: ”{text}”.",
            en="The account is of {own}, but page {page} speaks of {other}: “{text}”.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Titeln säger 2022–2024, men ett stycke börjar ”Handlingsplanen för 2023 är en förlängning”.",
        en="The title says 2022–2024, but a paragraph begins “Handlingsplanen för 2023 är en förlängning”.",
    ),
)
