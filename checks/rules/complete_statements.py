"""complete.statements: a plan states goals or activities; one in which none were read has not been understood."""

import re
from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import EvidenceItem, Violation
from checks.wording import Bilingual
from models.rows import Document, Passage, Severity

RULE = "complete.statements"

_PLANS = frozenset(["action_plan", "direction"])
_FEWEST_HEADS, _FEWEST_ITEMS = 2, 3
"""Headings over goals and acts, and items of lists, in a document of no class that is built as plans are."""
_CALLED_PLAN = re.compile(
    r"(?:\w+plan(?:en)?|\bplan(?:en)?\s+(?:för|mot|20\d\d)|\bprogram(?:met)?\s+(?:för|mot|20\d\d))\b", re.IGNORECASE
)
_ABOUT_OTHERS = re.compile(
    r"uppfölj|utvärder|redovis|rapport|yttrand|remiss|svar|förslag|beslut|protokoll|analys|kallelse|mall\b|bokslut",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"(?:\d[\d.]*\s+)?(?:(?:våra|planerade|prioriterade|övergripande|lång\w+|kort\w+)\s+)?"
    r"(?:mål(?:en)?|delmål|målbild|effekt(?:mål)?|åtgärder|insatser|aktiviteter|åtaganden"
    r"|(?:det\s+här\s+|detta\s+|så\s+(?:här\s+)?|vad\s+)?(?:gör\s+vi|vi\s+gör|ska\s+vi\s+göra|vi\s+ska\s+göra))"
    r"(?:\s+20\d\d)?\W*",
    re.IGNORECASE,
)


def find(rows: CheckInput) -> Iterator[Violation]:
    """The document, where it is a plan, or is built as one, and neither goals nor activities were read in it."""
    document = rows.documents[0]
    if rows.goals or rows.activities or not rows.passages:
        return
    title = document.title or ""
    headings = [each for each in rows.passages if each.kind == "heading" and each.text]
    items = [each for each in rows.passages if each.kind == "list_item" and each.text]
    if document.doc_type in _PLANS:
        yield _violation(rows, document, headings[:1], "unread", "warning", len(items))
    elif document.doc_type == "other" and len(items) >= _FEWEST_ITEMS and not _ABOUT_OTHERS.search(title):
        heads = [each for each in headings if _HEADS.fullmatch(each.text or "")]
        if _CALLED_PLAN.search(title) or len(heads) >= _FEWEST_HEADS:
            yield _violation(rows, document, heads or items[:1], "no_class", "note", len(items))


def _violation(
    rows: CheckInput, document: Document, shown: list[Passage], what: str, severity: Severity, items: int
) -> Violation:
    evidence: list[EvidenceItem] = [quote(each, document.document_id, each.text) for each in shown]
    return quoting(
        rows,
        RULE,
        severity,
        document,
        subject=document.title or document.source_name,
        key=(what,),
        messages=(what,),
        arguments={"count": str(items)},
        evidence=evidence,
    )


CHECK = Check(
    id=RULE,
    family="completeness",
    scope="document",
    title=Bilingual(sv="Planens mål och aktiviteter är lästa", en="The plan's goals and activities are read"),
    claim=Bilingual(
        sv="I en plan eller inriktning har något mål eller någon aktivitet lästs. Annars är det en varning: de står "
        "troligen i en form som programmet inte känner igen, och planen bör läsas av en människa. Ett dokument utan "
        "klass som kallar sig plan, eller har rubriker som planer har, och listor, får en not. Kontrollen tiger så "
        "snart ett mål eller en aktivitet är läst, om dokument utan text, och om uppföljningar, yttranden och annat "
        "som handlar om planer.",
        en="In a plan or direction some goal or activity has been read. Else it is a warning: they probably stand in a "
        "form that the program does not know, and a person should read the plan. A document of no class that calls "
        "itself a plan, or has headings as plans have, and lists, gets a note. The check is silent as soon as one goal "
        "or activity is read, on documents without text, and on accounts, statements of opinion and the like about "
        "plans.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "unread": Bilingual(
            sv="Dokumentet är en plan, men inga mål och inga aktiviteter har lästs i det ({count} punkter i listor).",
            en="The document is a plan, but no goals and no activities were read in it ({count} items in lists).",
        ),
        "no_class": Bilingual(
            sv="Dokumentet liknar en plan men har lästs som annat: {count} punkter i listor är inga mål eller "
            "aktiviteter i datamängden.",
            en="The document looks like a plan but was read as something else: {count} items in lists are no goals or "
            "activities in the dataset.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="En plan vars åtgärder står i rutor utan rubriker gav varken mål eller aktiviteter.",
        en="A plan whose acts stand in boxes without headings gave neither goals nor activities.",
    ),
)
