"""Counts that sentences tell: so many of so many, and what percent that is; how many are women and how many men."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.quoting import page_doubt
from checks.recalculation.figures import Figure
from checks.recalculation.recalculated import Claim
from checks.wording import NO_BREAK_SPACE, format_number
from models.rows import Passage

IN_TEXT = ("paragraph", "list_item")
NUMBER = r"(?<![\d,.–-])(?:\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+|(?!(?:19|20)\d\d\b)\d{1,6})(?![\d,.–-]*\d)"
"""A count, and neither a year nor one end of a span."""
_ALL = r"(?:(?:de|totalt|sammanlagt|samtliga|alla|länets|kommunens|regionens|landets|våra)\s+)*"
_PERCENT = (
    r"(?:\(|,?\s*(?:vilket|som)\s+(?:motsvarar|är|blir|utgör)\s+|,?\s*motsvarande\s+|,?\s*(?:dvs\.?|alltså)\s+)"
    r"(?P<percent>\d{1,2}(?:,\d+)?)\s?(?:%|procent\b)"
)
"""Right behind the count that it is of; one that is said to be about so much (ca 60 procent) is not weighed."""
_OF_ALL_ARE = re.compile(
    rf"\bav\s+{_ALL}(?P<all>{NUMBER})\s(?P<between>[^.;:?!]{{0,120}}?)(?P<some>{NUMBER})[^.;:?!()\d]{{0,50}}?{_PERCENT}",
    re.IGNORECASE,
)
"""`Av totalt 200 besök var 120 flickors, vilket motsvarar 60 procent`."""
_ARE_OF_ALL = re.compile(
    rf"(?P<some>{NUMBER})(?P<between>\s(?:[a-zåäö]+\s){{0,2}})av\s+{_ALL}(?P<all>{NUMBER})[^.;:?!()\d]{{0,50}}?{_PERCENT}",
    re.IGNORECASE,
)
"""`19 av länets 26 kommuner (73 procent)`."""
_OF_THEM = re.compile(
    rf"(?P<all>{NUMBER})(?P<between>\s[^.;:?!()\d]{{1,80}}\.\s+Av\s(?:dem|dessa|de)\s(?:var|är|utgjorde|utgör|fick|hade)\s)"
    rf"(?P<some>{NUMBER})[^.;:?!()\d]{{1,50}}?(?:\(|,\s*)(?:(?:vilket|som)\s\w+\s|motsvarande\s|eller\s)?"
    r"(?P<percent>\d{1,2}(?:,\d+)?)\s?(?:%|procent\b)",
)
"""`28 409 personer sökte vård. Av dem var 16 921 kvinnor, 59,6 procent.`"""
_OTHER_WHOLE = re.compile(r"\b(?:varav|därav|av dessa|av dem|av vilka|jämfört|mot)\b", re.IGNORECASE)
"""The count after it is of another whole."""
_WOMEN, _MEN = "kvinnor|flickor|tjejer|kvinnliga", "män|pojkar|killar|manliga"
_NAMES_MEN = re.compile(rf"\b(?:{_MEN})\b", re.IGNORECASE)
_BY_SEX = re.compile(
    rf"(?:\bvarav|\bdärav|\bav dessa|\bav dem|\bav vilka|\()\s*(?:var\s|är\s)?(?P<first>{NUMBER})\s(?:var\s|är\s)?"
    rf"(?:(?P<women>{_WOMEN})|(?:{_MEN}))\s+(?:och|samt)\s+(?P<second>{NUMBER})\s(?:var\s|är\s)?"
    rf"(?(women)(?:{_MEN})|(?:{_WOMEN}))\b",
    re.IGNORECASE,
)
"""`varav 30 kvinnor och 15 män`: women and men are all that there are."""
_RATE = re.compile(
    r"\bper\s+(?:1\b|1[ \u00a0]?0|invånare|person)|andel|procent|%|genomsnitt|medel(?:tal|värde)", re.IGNORECASE
)
"""Women's and men's rates make no sum."""
_ONE_NAME = re.compile(r"\s(?:[a-zåäö-]+\s){1,3}", re.IGNORECASE)
"""Between a whole and the two in parentheses: `45 personer (30 kvinnor och 15 män)`."""
REACH = 160
"""Characters before the two sexes in which their whole is told."""
_TWICE = 2
"""A number more than so many times larger or smaller than the two together is not their whole."""


def told_percents_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every percent told behind a count that is not so much of the whole told before it.

    A percent may have been rounded or cut off at its last digit.
    """
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind not in IN_TEXT or not ("procent" in text or "%" in text):
            continue
        matches = (*_OF_ALL_ARE.finditer(text), *_ARE_OF_ALL.finditer(text), *_OF_THEM.finditer(text))
        for match in matches:
            some, everyone = _value(match["some"]), _value(match["all"])
            is_other = match.re is not _OF_THEM and _OTHER_WHOLE.search(match["between"])
            if is_other or not 0 < some <= everyone:
                continue
            percent = Decimal(match["percent"].replace(",", "."))
            step = Decimal(1).scaleb(int(percent.as_tuple().exponent))
            share = (100 * some / everyone).quantize(step / 10)
            arithmetic = add_up(Quantity(percent, percent - step, percent + step), [Quantity.exact(share)])
            if arithmetic.grade == "error":
                yield Claim(
                    stated=_figure(passage, match["percent"], percent),
                    terms=(_figure(passage, match["some"], some), _figure(passage, match["all"], everyone)),
                    formula=f"{format_number(some)} i procent av {format_number(everyone)}",
                    arithmetic=arithmetic,
                    doubt=page_doubt(rows, passage.document_id, passage.page),
                    only_warn="ambiguous",
                )


def sexes_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every two sexes told as what a whole is made of, that no number told before them is."""
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind not in IN_TEXT or not _NAMES_MEN.search(text):
            continue
        for match in _BY_SEX.finditer(text):
            parts = [_figure(passage, match[name], _value(match[name])) for name in ("first", "second")]
            together = sum((part.quantity.value for part in parts), Decimal(0))
            head = text[max(0, match.start() - REACH) : match.start()]
            before = list(re.finditer(NUMBER, head))
            if _RATE.search(head) or (
                match[0].startswith("(") and not (before and _ONE_NAME.fullmatch(head, before[-1].end()))
            ):
                continue
            wholes = [_figure(passage, number[0], _value(number[0])) for number in before]
            near = [each for each in wholes if together <= _TWICE * each.quantity.value <= _TWICE * _TWICE * together]
            if not near or any(each.quantity.value == together for each in wholes):
                continue
            yield Claim(
                stated=near[-1],
                terms=parts,
                formula=f"{match['first']} + {match['second']}".replace(" ", NO_BREAK_SPACE),
                weights=[1, 1],
                arithmetic=add_up(near[-1].quantity, [part.quantity for part in parts]),
                doubt=page_doubt(rows, passage.document_id, passage.page),
                only_warn="ambiguous",
            )


def _value(text: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", text))


def _figure(passage: Passage, text: str, value: Decimal) -> Figure:
    """A number of a passage, called by the passage and standing where it stands."""
    return Figure(passage.text or "", text, Quantity.exact(value), None, passage.document_id, passage.place)
