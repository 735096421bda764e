"""identity.duplicate: the same document twice is taken once, and that is said."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.corpus import Corpus
from checks.ties.repeated import sums_that_differ
from checks.violation import EvidenceItem, Violation
from checks.wording import Bilingual
from models.place import Place
from models.rows import Document

RULE = "identity.duplicate"


def find(corpus: Corpus) -> Iterator[Violation]:
    """Every document known to be another's duplicate, where that one is among the rows."""
    documents = {document.document_id: document for document in corpus.documents}
    twins = {each.document_id: each.duplicate_of for each in corpus.documents if each.duplicate_of in documents}
    if not twins:
        return
    rows = corpus.rows_of({*twins, *filter(None, twins.values())})
    parts = {part.documents[0].document_id: part for part in rows.one_by_one()}
    for one, other in twins.items():
        if other is not None:
            yield _violation(documents[one], documents[other], len(sums_that_differ(parts[other], parts[one])))


def _violation(document: Document, first: Document, differing: int) -> Violation:
    """differing: the sums that are not the same in both."""
    title = document.title or document.source_name
    where = "within" if document.source_sha256 == first.source_sha256 else "across"
    return Violation(
        rule=RULE,
        severity="note",
        document_id=document.document_id,
        other_document_id=first.document_id,
        subject=title,
        key=(title, first.source_name, str(first.first_page)),
        messages=(where, "but_for_sums") if differing else (where,),
        arguments={
            "title": title,
            "page": str(document.first_page),
            "file": first.source_name,
            "other_page": str(first.first_page),
            "count": str(differing),
        },
        evidence=(_where(document), _where(first)),
    )


def _where(document: Document) -> EvidenceItem:
    """The document's first page; the whole of it is the evidence, so the box is the page's corner."""
    place = Place(page=document.first_page, x0=0, top=0, x1=0, bottom=0)
    return EvidenceItem("stated", document.document_id, document.title, None, place)


CHECK = Check(
    id=RULE,
    family="identity",
    scope="corpus",
    title=Bilingual(sv="Samma dokument två gånger", en="The same document twice"),
    claim=Bilingual(
        sv="Ett dokument som kommer igen, i samma handling eller i en annan fil, räknas en gång. Att det kommer igen "
        "är en not och inget fel: en tjänsteskrivelse blir ofta både förslag och beslut. Kontrollen tiger om "
        "dokument som bara liknar varandra, och om lika belopp i olika satsningar.",
        en="A document that comes again, in the same packet or in another file, is counted once. That it comes again "
        "is a note and no error: a memo often becomes both proposal and decision. The check is silent on documents "
        "that are only alike, and on equal sums of different initiatives.",
    ),
    messages={
        "but_for_sums": Bilingual(
            sv="Men {count} av dess belopp är andra i samma meningar: det sägs i fynd för sig.",
            en="But {count} of its sums are others in the same sentences: findings of their own tell of them.",
        ),
        "within": Bilingual(
            sv="”{title}”, som börjar på sida {page}, har samma text som dokumentet som börjar på sida {other_page}. "
            "Det räknas bara en gång.",
            en="“{title}”, which begins on page {page}, has the same text as the document that begins on page "
            "{other_page}. It is counted once only.",
        ),
        "across": Bilingual(
            sv="”{title}”, som börjar på sida {page}, finns med samma text i {file} från sida {other_page}. Det räknas "
            "bara en gång.",
            en="“{title}”, which begins on page {page}, is in {file} with the same text from page {other_page}. It is "
            "counted once only.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Samma tjänsteskrivelse ligger först som förslag och sedan som beslut i en handling.",
        en="The same memo lies in a packet first as proposal and then as decision.",
    ),
)
