"""tie.pot: what is shared out of a named pot makes the pot, and money that two share counts once."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from checks.arithmetic import Arithmetic, Quantity, add_up
from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, recalculated
from checks.ties.listed_sums import lists_that_differ
from checks.ties.pots import Pot, pots_of
from checks.ties.tie import TIE_MESSAGES, about_rounding, tie_evidence
from checks.ties.told_pots import told_pots_of
from checks.violation import EvidenceItem, Violation
from checks.wording import Argument, Bilingual

RULE = "tie.pot"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every pot that its parts do not make, or make only where shared money counts twice."""
    for pot in chain(pots_of(rows), told_pots_of(rows)):
        twice = _is_counted_twice(pot)
        if twice or (pot.row is not None and not pot.row.agrees(pot.total)):
            yield _violation(pot, twice=twice)
    for claim in lists_that_differ(rows):
        yield from recalculated(RULE, claim)


def _is_counted_twice(pot: Pot) -> bool:
    """True where the total only comes out with the shared money in both rows."""
    return (
        pot.shared
        and pot.once is not None
        and pot.twice is not None
        and pot.total.meets(pot.twice, pot.twice)
        and not pot.total.meets(pot.once, pot.once)
    )


def _violation(pot: Pot, *, twice: bool) -> Violation:
    arithmetic = _arithmetic(pot, twice=twice)
    is_more = arithmetic.difference is not None and arithmetic.difference > 0
    of_twice = "told_twice" if pot.told else "counted_twice"
    messages = [of_twice if twice else ("overfilled" if is_more else "underfilled"), about_rounding(arithmetic)]
    if pot.doubted:
        messages.append("doubt")
    row = pot.row
    arguments: dict[str, Argument] = {
        "page": str(pot.total.place.page),
        "name": pot.name or pot.total.words,
        "stated": pot.total.value,
        "against": arithmetic.expected or Decimal(0),
        "difference": abs(arithmetic.difference or Decimal(0)),
        "tolerance": arithmetic.tolerance,
        "count": str(len(pot.told)),
    }
    if row is not None:
        arguments |= {"other_page": str(row.place.page), "other_words": row.words}
    evidence = tie_evidence(pot.total, row) if row is not None else (pot.total.evidence("total"),)
    evidence += tuple(part.evidence("addend") for part in pot.told)
    if twice:
        evidence += (EvidenceItem("computed", pot.total.document_id, value=arithmetic.expected),)
    return Violation(
        rule=RULE,
        severity="warning" if pot.doubted or pot.is_rough or not (twice or is_more) else "error",
        document_id=pot.total.document_id,
        subject=pot.name or pot.total.words,
        key=(pot.name, pot.total.words),
        messages=tuple(messages),
        arguments=arguments,
        arithmetic=arithmetic,
        evidence=evidence,
    )


def _arithmetic(pot: Pot, *, twice: bool) -> Arithmetic:
    """The table's total against the pot, or against its own rows with shared money once; kronor."""
    total = Quantity(pot.total.value, pot.total.low, pot.total.high)
    if twice and pot.once is not None:
        return add_up(total, [Quantity.exact(pot.once)])
    return add_up(total, [Quantity(pot.row.value, pot.row.low, pot.row.high)] if pot.row else [])


CHECK = Check(
    id=RULE,
    family="tie-out",
    scope="document",
    title=Bilingual(sv="Potten och dess delar", en="A pot and its parts"),
    claim=Bilingual(
        sv="En tabell som delar ut en namngiven pott summerar till det belopp som en annan tabell anger på en rad med "
        "samma namn. Delas mer ut än potten rymmer är det ett fel, delas mindre ut en varning. Rader som säger sig "
        "dela medel med en annan rad räknas en gång; stämmer summan bara om de räknas två gånger säger fyndet det, "
        "också där beloppen står i löpande text och på kronan blir ett belopp som texten nämner. "
        "Även en lista är vad texten närmast före den säger att allt är (sammanlagt 485 000 kronor enligt följande:). "
        "Kontrollen tiger om tabeller med flera kolumner av belopp, när flera rader har pottens namn och olika belopp, "
        "och om belopp av helt annan storlek.",
        en="A table that shares out a named pot adds up to the sum that another table states in a row of the same "
        "name. If more is shared out than the pot holds, it is an error; if less, a warning. Rows that say that they "
        "share another row's money count once; where the total only holds if they count twice, the finding says so, "
        "also of sums in running text that to the krona make a sum that the text tells. "
        "A list, too, is what the text right before it says that all of it is (sammanlagt 485 000 kronor enligt "
        "följande:). The check is silent on tables with several columns of sums, where several rows have the pot's "
        "name and different sums, and on sums of quite another size.",
    ),
    messages={
        **RECALCULATION_MESSAGES,
        **TIE_MESSAGES,
        "overfilled": Bilingual(
            sv="Sida {page}: {name} delar ut {stated} kr, mer än potten på {against} kr på sida {other_page} "
            "(”{other_words}”). Skillnad {difference} kr.",
            en="Page {page}: {name} shares out {stated} kr, more than the pot of {against} kr on page {other_page} "
            "(“{other_words}”). Difference {difference} kr.",
        ),
        "underfilled": Bilingual(
            sv="Sida {page}: {name} delar ut {stated} kr, mindre än potten på {against} kr på sida {other_page} "
            "(”{other_words}”). Skillnad {difference} kr.",
            en="Page {page}: {name} shares out {stated} kr, less than the pot of {against} kr on page {other_page} "
            "(“{other_words}”). Difference {difference} kr.",
        ),
        "counted_twice": Bilingual(
            sv="Sida {page}: {name} anger summan {stated} kr, men den stämmer bara om medel som två rader delar räknas "
            "två gånger. Räknade en gång blir de {against} kr. Skillnad {difference} kr.",
            en="Page {page}: {name} states the total {stated} kr, but that holds only if money that two rows share "
            "counts twice. Counted once it comes to {against} kr. Difference {difference} kr.",
        ),
        "told_twice": Bilingual(
            sv="Sida {page}: ”{name}” De {count} belopp som texten fördelar blir {stated} kr bara om pengar som två av "
            "dem delar räknas två gånger. Räknade en gång blir de {against} kr. Skillnad {difference} kr.",
            en="Page {page}: “{name}” The {count} sums that the text shares out make {stated} kr only if money that "
            "two of them share counts twice. Counted once they come to {against} kr. Difference {difference} kr.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Länsgemensamma insatser får 2 001 252 kr. Tabellen över dem summerar till 2 241 252 kr: 240 000 kr "
        "som två insatser delar har räknats två gånger.",
        en="The county's common work gets 2 001 252 kr. The table of it adds up to 2 241 252 kr: 240 000 kr that "
        "two initiatives share has been counted twice.",
    ),
)
