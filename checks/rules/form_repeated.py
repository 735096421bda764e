"""form.repeated: no long text is printed again right after itself."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from checks.arithmetic import Quantity, add_up
from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "form.repeated"

_FLOW = frozenset(["paragraph", "list_item"])
_LONG = 120
"""Letters from which a text that comes again is no standing phrase."""
_SAME = 40
"""Letters of the second text by which its beginning is looked for in the first."""
_TWICE = add_up(Quantity.exact(Decimal(2)), [Quantity.exact(Decimal(1))])
"""It is printed two times, and one was meant."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every paragraph that begins with the end of the one before it."""
    document = rows.documents[0]
    flow = [passage for passage in rows.passages if passage.kind in _FLOW and passage.text]
    for before, after in pairwise(flow):
        again = _repeated(before.text or "", after.text or "")
        if again is not None:
            violation = quoting(
                rows,
                RULE,
                "warning",
                document,
                subject=shortened(again),
                key=(again,),
                messages=("again",),
                arguments={"text": shortened(again), "letters": str(len(again)), "before": str(before.page)},
                evidence=[quote(each, document.document_id, again) for each in (after, before)],
            )
            yield replace(violation, arithmetic=_TWICE)


def _repeated(before: str, after: str) -> str | None:
    """The end of the first text with which the second begins; None where that is short."""
    at = before.rfind(after[:_SAME]) if len(after) >= _LONG else -1
    again = before[at:]
    return again if at >= 0 and len(again) >= _LONG and after.startswith(again) else None


CHECK = Check(
    id=RULE,
    family="form",
    scope="document",
    title=Bilingual(sv="Text två gånger i följd", en="Text twice over"),
    claim=Bilingual(
        sv="Ett stycke börjar inte med samma ord som stycket före slutar med. En upprepning om minst 120 tecken är en "
        "varning: den brukar ha uppstått när texten brutits om. Kontrollen tiger om kortare upprepningar, om text som "
        "kommer igen längre bort och om tabeller och formulär.",
        en="No paragraph begins with the words that the one before it ends with. A repetition of 120 letters or more "
        "is a warning: most often it came when the text was set anew. The check is silent on shorter repetitions, on "
        "text that comes again further away, and on tables and forms.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "again": Bilingual(
            sv="Sida {page}: texten ”{text}” ({letters} tecken) står också i stycket före (sida {before}).",
            en="Page {page}: the text “{text}” ({letters} letters) also ends the paragraph before (page {before}).",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Slutet av ett stycke längst ner på en sida är tryckt en gång till överst på nästa.",
        en="The end of a paragraph at the foot of a page is printed once more at the head of the next.",
    ),
)
