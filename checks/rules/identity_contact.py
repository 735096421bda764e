"""identity.contact: one contact has one telephone number in a report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.tables.labels import folded
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import FormField

RULE = "identity.contact"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every person for whom the same question is answered with two different numbers.

    Names and numbers are withheld; which of them are the same is known by FormField.withheld_answer.
    """
    numbers: dict[tuple[int, str], list[FormField]] = defaultdict(list)
    person: FormField | None = None
    for field in rows.fields:
        if field.withheld == "name":
            person = field
        elif person is not None and field.section != person.section:
            person = None
        if person is not None and person.withheld_answer is not None and field.withheld == "telephone":
            numbers[person.withheld_answer, folded(field.label)].append(field)
    for (name, label), fields in numbers.items():
        if len({field.withheld_answer for field in fields}) > 1:
            yield _violation(rows, name, label, fields)


def _violation(rows: CheckInput, name: int, label: str, fields: Sequence[FormField]) -> Violation:
    document = rows.documents[0]
    return quoting(
        rows,
        RULE,
        "warning",
        document,
        subject=fields[0].label,
        key=("contact", label, str(name)),
        messages=("two",),
        arguments={
            "label": fields[0].label,
            "pages": ", ".join(str(page) for page in dict.fromkeys(field.page for field in fields)),
        },
        evidence=[quote(field, document.document_id, field.label) for field in fields],
    )


CHECK = Check(
    id=RULE,
    family="identity",
    scope="document",
    title=Bilingual(sv="Kontaktens telefonnummer", en="A contact's telephone number"),
    claim=Bilingual(
        sv="Den som nämns två gånger i en blankett har samma nummer i svar på samma fråga. Två olika är en varning. "
        "Namn och nummer står inte i datamängden; där står bara vilka utelämnade svar i dokumentet som är lika. "
        "Kontrollen tiger om olika frågor (telefon, växel, närmaste chef), om olika personer, och om nummer utan "
        "namn före sig i samma avsnitt.",
        en="Whoever is named twice in a form has the same number in answer to the same question. Two different ones "
        "are a warning. Names and numbers are not in the dataset; there is only which of the document's withheld "
        "answers are the same. The check is silent on different questions (telephone, switchboard, the nearest "
        "manager), on different persons, and on numbers without a name before them in the same section.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "two": Bilingual(
            sv="Samma person har olika svar på ”{label}” (sida {pages}).",
            en="The same person has different answers to “{label}” (page {pages}).",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Kontaktpersonen har ett nummer överst i blanketten och ett annat vid underskriften.",
        en="The contact has one number at the top of the form and another at the signature.",
    ),
)
