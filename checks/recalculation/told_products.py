"""Rate times quantity in one sentence: `12 platser till ett pris av 9 500 kronor per plats, totalt 114 000 kronor`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.quoting import page_doubt
from checks.recalculation.figures import Figure, figure_of_amount, is_sentence
from checks.recalculation.recalculated import Claim, named
from checks.recalculation.told_counts import NUMBER
from models.rows import Amount

_RATE = re.compile(
    r"^\s*(?:kr|kronor)?\s*(?:per|för varje|/)\s?(?P<unit>plats|person|deltagare|elev|barn|brukare|timme|tillfälle"
    r"|styck|st\b"
    r"|tjänst|besök|träff|dag|invånare|anställd|medarbetare|hushåll|enhet)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:totalt|sammanlagt|summa|tillsammans|vilket (?:blir|ger|motsvarar|är))\s*(?:om\s|på\s|blir\s)?$",
    re.IGNORECASE,
)
_OTHER_TIMES = re.compile(
    r"\b(?:per|varje|och)\s(?:år|månad|dygn|vecka|dag|termin|kvartal|natt|timme)\b|/\s?(?:år|mån|dygn)", re.IGNORECASE
)
"""A rate of a time too: how long is another factor."""
_COUNT = re.compile(NUMBER)
_LETTERS = 4


def told_products_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every total that is not the sentence's rate times its only count of what the rate is for."""
    sentences: dict[tuple[int, str], list[Amount]] = defaultdict(list)
    for amount in rows.amounts:
        if is_sentence(amount) and not amount.approximate:
            sentences[amount.page, amount.subject or ""].append(amount)
    for (page, sentence), amounts in sentences.items():
        if len(amounts) != 2 or _OTHER_TIMES.search(sentence):
            continue
        rate = next((each for each in amounts if _RATE.match(sentence.partition(each.text)[2])), None)
        total = next((each for each in amounts if _TOTAL.search(sentence.partition(each.text)[0])), None)
        if rate is None or total is None or rate is total:
            continue
        unit = _RATE.match(sentence.partition(rate.text)[2])
        count = _count_of(sentence, amounts, unit["unit"] if unit else "")
        if count is None or page != total.page:
            continue
        figure = Figure(
            sentence, count, Quantity.exact(Decimal(re.sub(r"\D", "", count))), None, total.document_id, total.place
        )
        stated, price = figure_of_amount(total), figure_of_amount(rate)
        arithmetic = add_up(stated.quantity, [price.quantity], [figure.quantity.value])
        if arithmetic.grade == "error":
            yield Claim(
                stated=stated,
                terms=(price, figure),
                formula=f"{count} × {named(price)}",
                arithmetic=arithmetic,
                doubt=page_doubt(rows, total.document_id, page),
                only_warn="ambiguous",
            )


def _count_of(sentence: str, amounts: list[Amount], unit: str) -> str | None:
    """The sentence's only number that is no sum and no year, where what the rate is for stands right behind it."""
    bare = sentence
    for amount in amounts:
        bare = bare.replace(amount.text, " ")
    found = list(_COUNT.finditer(bare))
    if len(found) != 1:
        return None
    after = re.findall(r"[a-zåäö]+", bare[found[0].end() :].casefold())[:2]
    return found[0].group() if any(word.startswith(unit.casefold()[:_LETTERS]) for word in after) else None
