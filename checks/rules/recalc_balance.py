"""recalc.balance: what is left is what was received less what was spent, and no more is spent than received."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.recalculation.accounts import accounts_of, rests_that_do_not_balance, uses_above_their_frame
from checks.recalculation.balances import columns_that_do_not_balance, lines_that_do_not_balance
from checks.recalculation.funding import funding_that_differs
from checks.recalculation.nets import nets_that_differ
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, Claim, recalculated
from checks.recalculation.repayments import repayments_short_of_what_is_left
from checks.recalculation.results import results_that_differ
from checks.recalculation.rollforwards import closings_that_differ
from checks.recalculation.told_together import accounts_told_together
from checks.tables.structure import tables_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.place import Place

RULE = "recalc.balance"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every balance that does not balance: in tables, then among the sums of forms and prose."""
    said: set[Place] = set()
    for view in tables_of(rows):
        of_table = (
            *lines_that_do_not_balance(view),
            *columns_that_do_not_balance(view),
            *closings_that_differ(view),
            *funding_that_differs(view),
            *nets_that_differ(view),
            *results_that_differ(view),
        )
        for claim in of_table:
            said.add(claim.stated.place)
            yield from recalculated(RULE, claim)
    for account in accounts_of(rows):
        wrong = list(rests_that_do_not_balance(account))
        for claim in wrong:
            if claim.stated.place not in said:
                said.add(claim.stated.place)
                yield from recalculated(RULE, claim)
        if not any(claim.only_warn is None and not _lacks_its_sign(claim) for claim in wrong):
            for claim in uses_above_their_frame(account):
                yield from recalculated(RULE, claim, message="above")
    for claim in accounts_told_together(rows):
        if claim.stated.place not in said:
            said.add(claim.stated.place)
            yield from recalculated(RULE, claim)
    for claim in repayments_short_of_what_is_left(rows):
        if claim.stated.place not in said:
            yield from recalculated(RULE, claim)


def _lacks_its_sign(claim: Claim) -> bool:
    """What is left is what was overspent: two faults, not one."""
    arithmetic = claim.arithmetic
    return arithmetic.expected is not None and arithmetic.actual == -arithmetic.expected


CHECK = Check(
    id=RULE,
    family="recalculation",
    scope="document",
    title=Bilingual(sv="Saldot", en="The balance"),
    claim=Bilingual(
        sv="Det som är kvar är det som beviljats eller erhållits minus det som använts, och mer används inte än som "
        "erhållits. Kontrollen läser rader i tabeller (Totalt beviljat, Fördelade medel, Kvarstående), kolumner som "
        "visar en skillnad (budget, utfall och avvikelse, eller två år och förändringen, i vilken ordning de än "
        "står), svaren i ett formulärs avsnitt och summor i löpande text. Vilken kolumn som dras från vilken måste "
        "tabellen själv visa: minst en rad, och minst hälften, ska stämma. Så även i noter: det utgående värdet är det "
        "ingående och årets förändringar, där det är så i något annat års kolumn; ett netto är de intäkter och "
        "kostnader "
        "som ger det på minst två andra rader; och egna medel och det som söks är hela kostnaden ovanför dem. Årets "
        "resultat är alla intäkter minus alla kostnader rakt ovanför det. I "
        "löpande text räcker det att någon "
        "läsning går ihop, även med medel från ett tidigare år eller egna medel. Kontrollen tiger där flera bidrag "
        "berättas om varandra, om egen finansiering, där en plan själv "
        "säger vad den saknar, och där felet är den summa som raderna ovanför inte går ihop till. Där något annat tal "
        "kan vara det som avses, eller där inget sägs vara kvar och andra medel kan ha betalat mellanskillnaden, blir "
        "det högst en varning, liksom där en del av det som är kvar återbetalas och inget säger vart resten tar vägen. "
        "Kronor är exakta; tusental och miljoner får skilja så mycket som avrundning kan förklara.",
        en="What is left is what was granted or received less what was used, and no more is used than was received. "
        "The check reads rows of tables (Totalt beviljat, Fördelade medel, Kvarstående), columns that show a "
        "difference (budget, outcome and deviation, or two years and the change, in whatever order), the answers of a "
        "form's section, and sums in running text. Which column is taken from which must be shown by the table "
        "itself: at least one row, and at least half of them, must come out. So it is in notes: the closing value is "
        "the opening one and its changes, where that is so in another year's column; a net is the incomes and costs "
        "that "
        "make it in two other rows at least; and own money and what is applied for are the whole cost above them. "
        "The year's result is all incomes less all costs right above it. In "
        "running text it is enough that "
        "some reading comes out, with money of an earlier year or of one's own too. The check is silent where several "
        "grants are told of, on own funding, where a plan says itself what it "
        "lacks, and where the fault is a total that its own rows do not make. Where another number may be meant, or "
        "nothing is said to be left and other money may have paid the difference, it is a warning at most, as it is "
        "where a part of what is left is repaid and nothing says what becomes of the rest. Kronor are exact; "
        "thousands and millions may differ by what rounding can explain.",
    ),
    messages={
        **RECALCULATION_MESSAGES,
        "above": Bilingual(
            sv="Sida {page}: ”{label}” anges till {actual}{unit}, {difference}{unit} mer än {formula}.",
            en="Page {page}: “{label}” is stated as {actual}{unit}, {difference}{unit} more than {formula}.",
        ),
        "sentence_above": Bilingual(
            sv="Sida {page}: ”{label}” säger {actual}{unit}, {difference}{unit} mer än {formula}.",
            en="Page {page}: “{label}” says {actual}{unit}, {difference}{unit} more than {formula}.",
        ),
        "own_funds": Bilingual(
            sv="Inget sägs vara kvar, så mellanskillnaden kan ha betalats med andra medel.",
            en="Nothing is said to be left, so other money may have paid the difference.",
        ),
        "part_repaid": Bilingual(
            sv="En del kan få behållas, men var resten tar vägen står inte.",
            en="A part may be kept, but where the rest goes is not said.",
        ),
        "unsigned": Bilingual(
            sv="Bara tecknet skiljer, och ingen annan rad i kolumnen har minus: kolumnen kan vara skriven utan tecken.",
            en="Only the sign differs, and no other row of the column has a minus: it may be written without signs.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Erhållet 500 000, förbrukat 450 000, kvarstående 5 000: 50 000 är kvar.",
        en="Received 500 000, spent 450 000, remaining 5 000: 50 000 are left.",
    ),
)
