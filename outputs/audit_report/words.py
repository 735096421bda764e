"""What the dataset's codes are called in the report, in Swedish and in English."""

from collections.abc import Mapping
from typing import Literal

Language = Literal["sv", "en"]
Pair = tuple[str, str]
"""The same words in Swedish and in English."""

SEVERITIES: Mapping[str, Pair] = {
    "error": ("Fel", "Error"),
    "warning": ("Varning", "Warning"),
    "note": ("Notering", "Note"),
}
SEVERITY_COUNTS: Mapping[str, tuple[Pair, Pair]] = {
    "error": (("fel", "fel"), ("error", "errors")),
    "warning": (("varning", "varningar"), ("warning", "warnings")),
    "note": (("notering", "noteringar"), ("note", "notes")),
}
"""One and several, in Swedish and in English."""
SEVERITY_MEANINGS: Mapping[str, Pair] = {
    "error": ("går inte ihop, så som det har lästs", "does not add up, as it was read"),
    "warning": ("går troligen inte ihop, eller är osäkert läst", "probably does not add up, or was read with doubt"),
    "note": ("kan förklaras, eller är bra att veta", "can be explained, or is good to know"),
}
"""What a finding of each severity claims, and no more."""
STATUSES: Mapping[str, Pair] = {
    "open": ("Öppet", "Open"),
    "confirmed": ("Bekräftat", "Confirmed"),
    "dismissed": ("Avfärdat", "Dismissed"),
}
FAMILIES: Mapping[str, Pair] = {
    "footing": ("Summering", "Footing"),
    "cross-footing": ("Korssummering", "Cross-footing"),
    "recalculation": ("Omräkning", "Recalculation"),
    "tie-out": ("Avstämning", "Tie-out"),
    "cut-off": ("Periodisering", "Cut-off"),
    "completeness": ("Fullständighet", "Completeness"),
    "reasonableness": ("Rimlighet", "Reasonableness"),
    "identity": ("Identitet", "Identity"),
    "form": ("Form", "Form"),
}
DOCUMENT_TYPES: Mapping[str, Pair] = {
    "action_plan": ("Handlingsplan", "Action plan"),
    "direction": ("Inriktning", "Direction"),
    "grant_report": ("Återrapportering", "Grant report"),
    "grant_application": ("Ansökan", "Grant application"),
    "memo": ("Tjänsteskrivelse", "Memo"),
    "internal_control_plan": ("Internkontrollplan", "Internal control plan"),
    "other": ("Annat", "Other"),
}
AMOUNT_KINDS: Mapping[str, Pair] = {
    "granted": ("Beviljat", "Granted"),
    "requisitioned": ("Rekvirerat", "Requisitioned"),
    "received": ("Erhållet", "Received"),
    "allocated": ("Avsatt, fördelat", "Allocated"),
    "planned": ("Planerat", "Planned"),
    "spent": ("Förbrukat", "Spent"),
    "remaining": ("Kvarstående", "Remaining"),
    "repayable": ("Återbetalas", "Repayable"),
    "share": ("Andel", "Share"),
    "unit_rate": ("Belopp per enhet", "Unit rate"),
    "total": ("Summa", "Total"),
    "other": ("Annat", "Other"),
}
HORIZONS: Mapping[str, Pair] = {
    "long_term": ("Långsiktigt mål", "Long-term goal"),
    "short_term": ("Kortsiktigt mål", "Short-term goal"),
    "unspecified": ("Mål", "Goal"),
}
ROLES: Mapping[str, Pair] = {
    "total": ("Angiven summa", "Stated total"),
    "stated": ("Angivet", "Stated"),
    "reported": ("Redovisat", "Reported"),
    "planned": ("Planerat", "Planned"),
    "addend": ("Del", "Addend"),
    "computed": ("Uträknat", "Computed"),
}
STAGES: Mapping[str, Pair] = {
    "take": ("Intag", "Intake"),
    "read": ("Läsning", "Reading"),
    "understand": ("Tolkning", "Understanding"),
    "check": ("Kontroll", "Checking"),
    "publish": ("Publicering", "Publishing"),
}
TEXT_LAYERS: Mapping[str, Pair] = {
    "native": ("text i filen", "text in the file"),
    "ocr": ("inskannad bild, tolkad av ett program (OCR)", "a scanned picture, read by a program (OCR)"),
    "mixed": (
        "text i filen, och inskannade bilder tolkade av ett program (OCR)",
        "text in the file, and scanned pictures read by a program (OCR)",
    ),
}
FACTS: Mapping[str, Pair] = {
    "org_number": ("Organisationsnummer", "Organisation number"),
    "diary_number": ("Diarienummer", "Diary number"),
    "document_date": ("Daterat", "Dated"),
    "signed_date": ("Undertecknat", "Signed"),
    "sent_date": ("Skickat eller inkommet", "Sent or received"),
    "decision_date": ("Beslutat", "Decided"),
    "meeting_date": ("Sammanträde", "Meeting"),
    "due_date": ("Senast", "Due"),
    "reported_period": ("Redovisad tid", "Time reported"),
}
WITHHELD: Mapping[str, Pair] = {
    "e-mail": ("e-postadress", "e-mail address"),
    "telephone": ("telefonnummer", "telephone number"),
    "name": ("namn", "name"),
    "identity number": ("personnummer", "identity number"),
}
UNITS: Mapping[str, Pair] = {"percent": ("procent", "percent"), "count": ("antal", "count"), "year": ("år", "year")}

VOCABULARIES: Mapping[str, Mapping[str, Pair]] = {
    "severity": SEVERITIES,
    "severity_meaning": SEVERITY_MEANINGS,
    "status": STATUSES,
    "family": FAMILIES,
    "doc_type": DOCUMENT_TYPES,
    "amount_kind": AMOUNT_KINDS,
    "horizon": HORIZONS,
    "role": ROLES,
    "stage": STAGES,
    "text_layer": TEXT_LAYERS,
    "fact": FACTS,
    "withheld": WITHHELD,
    "unit": UNITS,
}
"""By the name under which the templates ask for them."""


def in_language(pair: Pair, language: Language) -> str:
    return pair[0] if language == "sv" else pair[1]


def called(vocabulary: str, code: str | None, language: Language) -> str:
    """The code's name; the code itself where it has none, and nothing where there is no code."""
    if code is None:
        return ""
    pair = VOCABULARIES[vocabulary].get(code)
    return code if pair is None else in_language(pair, language)


def counted(severity: str, number: int, language: Language) -> str:
    """The severity's name as it follows a number: `varning` after 1, `varningar` after others."""
    one, several = SEVERITY_COUNTS[severity][language == "en"]
    return one if number == 1 else several
