"""Sums of money told in running text, with what they are, for which year."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors.amounts.framed_years import is_over_years
from extractors.amounts.kinds import Role, kind_of, role_named, role_said, without_parts, year_told
from extractors.amounts.owners import Owners
from extractors.drafts import AmountDraft, PlanDraft
from extractors.numbers.money import find_money
from extractors.numbers.years import find_years
from extractors.sentences import SENTENCE_OR_FIGURE
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph
from models.place import Place
from models.rows import AmountKind

_SUBJECT_LETTERS = 300
_LABEL_WORDS = 2
"""Words of a label that runs in before its text as a sentence, at most."""
_CLAUSE = re.compile(r"[,;:–(]\s|\b(?:och|samt|men|medan|varav|därav|som|att|för)\b", re.IGNORECASE)
"""What begins another part of a sentence, in which another sum can have another role."""
_BASE = re.compile(r"\b[Aa]v (?:de |dessa )?$")
"""`Av 2 000 000 kronor har hälften, 1 000 000 kronor, använts`: the first sum is not what was used."""
_BEGINS_CLAUSE = re.compile(r"[,;]\s+(?:och|men|medan|varefter|varpå)\s+(?:[a-zåäö]+\s+){0,2}$")
"""Right before a sum that begins a clause of its own: `Ansökan bifölls delvis, och 300 000 kr beviljades`."""
_AGAINST = re.compile(
    r"\b(?:än|(?:jämfört|i jämförelse) med|gentemot|mot)\s+(?:(?:under|i|år|för|hela|det)\s+)*"
    r"(?:(?:19|20)\d\d(?!\s?\d)|året\s+(?:innan|före)|(?:föregående|förra|tidigare)\s+år\w*|i\s+fjol|fjolåret)\b",
    re.IGNORECASE,
)
"""A time that something is compared with."""
_TO_BE_DONE_BY = re.compile(
    r"\b(?:(?:åter)?(?:betal|redovis|rapporter)|lämnas?\b|inkomm|rekvirer)\w*[^.;]{0,80}?\b(?:senast|före|innan|inför)\b[^.,;]{0,24}?"
    r"\b20\d\d\b(?:-\d\d-\d\d)?",
    re.IGNORECASE,
)
"""By when money is to be repaid or accounted for: it is that of a year before."""
_ITS_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d) års (?:\w+ )?(?:\w*medel|medlen|\w*bidrag(?:et)?|anslag(?:et)?)\b")
"""`Av 2023 års medel återstår 40 000 kronor`: that year's, whatever else the sentence tells."""
_TELLS_MORE = re.compile(
    r"(?:av\s+(?:dessa|detta|det|dem|beloppet|medlen|summan)|resterande|återstående|resten|överskottet)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells more of the sum before it: `Av dessa användes 900 000 kronor`."""
_COMPARES = re.compile(r"^\s*(?:(?:lägre|högre|mer|mindre)\s+än|att (?:använda|disponera|fördela))\b", re.IGNORECASE)
"""What follows a difference between two sums, or one that is there to be used: no role of those that a grant has."""


_BEHIND_GOES_BEFORE: frozenset[tuple[Role | None, Role]] = frozenset(
    {("remaining", "repayable"), ("granted", "unit_rate"), ("planned", "unit_rate")}
)
"""What is said behind a sum and not before it: `Bidraget lämnas med 300 000 kronor per heltidstjänst`."""


def read_prose(
    blocks: Sequence[Block],
    plan: PlanDraft,
    *,
    costs_are: AmountKind,
    year: int | None,
    framed: Mapping[int, int],
) -> list[AmountDraft]:
    """Every sum in the document's text outside tables, linked to the plan's initiative and activity that it stands in.

    `costs_are`: what a cost is in this document: planned in a plan, spent in a report. `year`: the
    document's own, for sums whose sentence names none; `framed`: that of its part (framed_years), by the block's id.
    """
    amounts: list[AmountDraft] = []
    heading: str | None = None
    owners = Owners(plan)
    for block in blocks:
        owners.pass_by(block)
        if isinstance(block, Heading):
            heading = block.text
        if (
            isinstance(block, Heading | Paragraph | ListItem)
            or (isinstance(block, Note) and block.note == "footnote")
            or (isinstance(block, Answer) and block.value)
        ):
            text = block.text
        else:
            continue
        for amount in _in_text(text, block.places, heading, costs_are, (year, framed.get(id(block)))):
            if amount.kind == "other" and owners.under_costs:
                amount.kind = costs_are
            amount.initiative, amount.activity = owners.initiative, owners.activity
            amounts.append(amount)
    return amounts


def _role(before: str, after: str, others_end: int | None, next_start: int | None) -> Role | None:
    """The role of a sum, from the sentence's words before and after it.

    `others_end` is where in `before` the sum before it ends, `next_start` where in `after` the next one begins. What
    stands in the sum's own part of the sentence counts first: `har 900 000 kr förbrukats`.
    """
    own_after = _CLAUSE.split(after[:next_start], maxsplit=1)[0]
    behind = role_named(own_after)
    if _COMPARES.match(after):
        return "other"
    if others_end is not None:
        own = role_said(_CLAUSE.split(before[others_end:])[-1])
        if own is not None or behind is not None:
            return behind if own is None or (own, behind) in _BEHIND_GOES_BEFORE else own
    elif next_start is not None and _BASE.search(before):
        return role_said(before) or behind or "other"
    told = role_said(before)
    if _BEGINS_CLAUSE.search(before) and behind is not None:
        return behind
    if behind is not None and (told in (None, "total") or (told, behind) in _BEHIND_GOES_BEFORE):
        return behind
    return told or role_named(without_parts(after))


def _in_text(
    text: str,
    places: tuple[Place, ...],
    heading: str | None,
    costs_are: AmountKind,
    years: tuple[int | None, int | None],
) -> list[AmountDraft]:
    """years: the document's and that of the part."""
    found: list[AmountDraft] = []
    starts = [0, *(m.end() for m in SENTENCE_OR_FIGURE.finditer(text))]
    mentions = find_money(text)
    above = [words for words in (_run_in_label(text, starts), heading) if words is not None]
    for before, mention, after in zip([None, *mentions], mentions, [*mentions[1:], None], strict=False):
        start = max(s for s in starts if s <= mention.start)
        end = min((s for s in starts if s > mention.start), default=len(text))
        sentence = text[start:end].strip()
        first = before.end if before is not None and before.end > start else None
        last = after.start if after is not None and after.start < end else None
        others_end = first - start if first is not None else None
        next_start = last - mention.end if last is not None else None
        role = _role(text[start : mention.start], text[mention.end : end], others_end, next_start)
        if role in (None, "total"):
            role = next((said for words in above if (said := role_named(words)) is not None), role)
        kind = kind_of(role, costs_are)
        of_document = _year_from_on(text[:start], years[0])
        if found and _TELLS_MORE.match(sentence):
            of_document = found[-1].year
        found.append(
            AmountDraft(
                number=mention.number,
                text=mention.text,
                places=places,
                kind=kind or "other",
                year=_year(sentence, mention.start - start, (of_document, years[1])),
                subject=sentence if len(sentence) <= _SUBJECT_LETTERS else heading,
            )
        )
    return found


def _run_in_label(text: str, starts: Sequence[int]) -> str | None:
    """The word or two that stand as a sentence before what they head: `Kostnad. 300 000 kronor per år`."""
    label = text[: starts[1]].strip() if len(starts) > 1 else ""
    return label if label.endswith(".") and len(label.split()) <= _LABEL_WORDS else None


def _year(sentence: str, at: int, years: tuple[int | None, int | None]) -> int | None:
    """The year of the sum at sentence[at]: its own in the sentence, else the document's or that of the part.

    Another year that the sum is only compared with, behind it, is not its own: `2 mkr, 90 000 kr mer än 2021`. Nor
    is the one by which it is to be repaid.
    """
    sentence = _without_times_beside(sentence, at)
    owned = {int(match["year"]) for match in _ITS_YEAR.finditer(sentence)}
    if len(owned) == 1 and len(find_money(sentence)) == 1:
        return owned.pop()
    mentions = [m for m in find_years(sentence) if m.kind != "implausible"]
    said = {m.first for m in mentions if m.first == m.last}
    if len(said) == 1:
        return said.pop()
    if len(said) > 1 and len(said) == len(mentions):
        each = _year_of_each(sentence, [(m.start, m.first) for m in mentions])
        if at in each:
            return each[at]
    told = year_told(sentence, years[0])
    return told if told is not None or mentions or is_over_years(sentence) else year_told(sentence, years[1])


def _year_from_on(before: str, year: int | None) -> int | None:
    """The document's year; a later one that the sentence right before tells of, from which things are so.

    "Tjänsterna ryms från 2026 inom ramen. Kostnaden beräknas till 900 000 kronor per år."
    """
    if year is None or not before.strip():
        return year
    start = max((m.end() for m in SENTENCE_OR_FIGURE.finditer(before.rstrip())), default=0)
    told = (m for m in find_years(before[start:]) if m.kind == "from" or m.text.casefold().startswith("från"))
    since = {m.first for m in told if m.first == m.last}
    return since.pop() if len(since) == 1 and min(since) > year else year


def _without_times_beside(sentence: str, at: int) -> str:
    """The sentence with white where it names a time that a sum at sentence[at] is compared with, or repaid by."""
    for pattern in (_AGAINST, _TO_BE_DONE_BY):
        sentence = pattern.sub(lambda match: " " * len(match[0]) if match.start() > at else match[0], sentence)
    return sentence


def _year_of_each(sentence: str, years: list[tuple[int, int]]) -> dict[int, int]:
    """Start of a sum -> its year, where years and sums take turns: "för 2021 avsätts 2 mkr och för 2022 3 mkr"."""
    sums = [m.start for m in find_money(sentence)]
    order = sorted([*((start, "year") for start, _ in years), *((start, "sum") for start in sums)])
    turns = all(one != other for (_, one), (_, other) in pairwise(order))
    return dict(zip(sums, (year for _, year in years), strict=True)) if turns and len(sums) == len(years) else {}
