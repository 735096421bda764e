"""form.amount: a sum that is misprinted."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.misprints import misprints_in
from checks.quoting import shortened
from checks.recalculation.recalculated import MOST_OF_A_LABEL
from checks.violation import EvidenceItem, Violation
from checks.wording import NO_BREAK_SPACE, Argument, Bilingual, format_number

RULE = "form.amount"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every misprinted sum, and what it was read as where it could be read."""
    read = {(amount.page, amount.text): amount.value_sek for amount in rows.amounts}
    for misprint in misprints_in(rows):
        value = read.get((misprint.place.page, misprint.text))
        arguments: dict[str, Argument] = {
            "page": str(misprint.place.page),
            "amount": misprint.text,
            "words": shortened(misprint.subject, MOST_OF_A_LABEL),
        }
        if value is not None:
            arguments["value"] = f"{format_number(value)}{NO_BREAK_SPACE}kr"
        yield Violation(
            rule=RULE,
            severity="warning",
            document_id=misprint.document_id,
            subject=shortened(misprint.subject, MOST_OF_A_LABEL),
            key=(misprint.fault, misprint.subject),
            messages=(misprint.fault, "unread" if value is None else "read"),
            arguments=arguments,
            evidence=(EvidenceItem("stated", misprint.document_id, misprint.text, value, misprint.place),),
        )


CHECK = Check(
    id=RULE,
    family="form",
    scope="document",
    title=Bilingual(sv="Felskrivet belopp", en="A misprinted sum"),
    claim=Bilingual(
        sv="Ett belopp i kronor skrivs i grupper om tre siffror; ”1 852 46 kr” saknar en siffra, eller har en för "
        "mycket någon annanstans, och ”50 000 konor” är felstavat. Kontrollen läser löpande text, svar i formulär "
        "och celler i tabeller, och säger vad beloppet lästes som om det kunde läsas. Den tiger om tal utan kr, kronor "
        "eller :-, om ören efter punkt eller komma, och om tal som kan vara två (en siffra före ett helt belopp). "
        "Alltid en varning: vilket belopp som avsågs vet bara den som skrev det.",
        en="A sum in kronor is written in groups of three digits; “1 852 46 kr” lacks a digit, or has one too many "
        "elsewhere, and “50 000 konor” is misspelt. The check reads running text, answers of forms and cells of "
        "tables, and says what the sum was read as where it could be read. It is silent on numbers without kr, kronor "
        "or :-, on ören after a point or a comma, and on what may be two numbers (a digit before a whole sum). Always "
        "a warning: which sum was meant is known only to who wrote it.",
    ),
    messages={
        "short_group": Bilingual(
            sv="Sida {page}: ”{amount}” i ”{words}” slutar inte med en grupp om tre siffror, så en siffra kan saknas.",
            en="Page {page}: “{amount}” in “{words}” does not end in a group of three digits; one may be missing.",
        ),
        "long_group": Bilingual(
            sv="Sida {page}: ”{amount}” i ”{words}” slutar med fler än tre siffror, så ett mellanslag är fel eller en "
            "siffra är en för mycket.",
            en="Page {page}: “{amount}” in “{words}” ends in more than three digits: a space is wrong or a digit is "
            "one too many.",
        ),
        "unit": Bilingual(
            sv="Sida {page}: ”{amount}” i ”{words}” är felstavat; kronor menas.",
            en="Page {page}: “{amount}” in “{words}” is misspelt; kronor are meant.",
        ),
        "read": Bilingual(sv="Beloppet har lästs som {value}.", en="The sum was read as {value}."),
        "unread": Bilingual(sv="Beloppet har inte lästs.", en="The sum was not read."),
    },
    find=find,
    example=Bilingual(
        sv="”Nämnden beviljas 1 852 46 kr”: en siffra saknas.",
        en="“Nämnden beviljas 1 852 46 kr”: a digit is missing.",
    ),
)
