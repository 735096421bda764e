"""The words of a form's questions: their number, the label without it, the hint after it, and what only a form asks."""

import re

from extractors.numbers.diary_words import DIARY_WORD
from extractors.remembered import remembered

_NUMBER = re.compile(
    r"^(?P<number>(?:[A-ZÅÄÖ]\.?)?[1-9]\d?(?:\.\d{1,2}){0,2}\s?(?:[a-zåäö](?:\s?[-–]\s?[a-zåäö])?(?=[\s.):]))?)\s*[.):]?\s+"
    r"(?=[A-ZÅÄÖ\"”])"
)
_CALLED = re.compile(
    r"^(?i:(?:del)?fråga)\s+(?P<number>[A-ZÅÄÖ]?[1-9]\d?(?:\.\d{1,2}){0,2}\s?[a-zåäö]?)(?:\s*[.):]|\s+[-–—](?=\s))?"
    r"(?:\s+(?=[A-ZÅÄÖ\"”])|$)"
)
"""A question that is called one: `Fråga 3: Har medlen använts?`; its number may stand alone."""
_LETTERED = re.compile(r"^(?P<number>[a-zåäö])\)\s+(?=[A-ZÅÄÖ])")
_NUMBER_ALONE = re.compile(r"^(?:[A-ZÅÄÖ]\.?)?[1-9]\d?(?:\.\d{1,2}){0,2}[a-zåäö]?[.):]?$")
_AMOUNT_BEHIND = re.compile(r"\s*:?\s*\([\d\s]+kr(?:onor)?\)\s*$", re.IGNORECASE)
_COLON_WITHIN = re.compile(r":\s+[^\s(]")
_HINT = re.compile(
    r"(?<=[^.!:\s])\s+(?P<hint>(?:(?:T\.ex|Ex|Obs)\b|(?:Ange|Anges|Skriv|Endast|Enbart|Högst|Max|Minst|Får|Fältet|Fyll"
    r"|Räknas|Avser|Gäller|Här|Om|En|Ett|Frivilligt|Observera|Med|Hela|Flera|Gör|Välj|Kryssa|Faktura|Belopp)\b)"
    r"(?:[^.]*|.*)\.)$",
    re.DOTALL,
)
_LENGTH_ASKED = re.compile(r"(?<=\S)\s*\((?:max(?:imalt)?\.?|högst|minst) [\d ]+(?:tecken|ord|rader)\)$", re.IGNORECASE)
_AFTER_UNIT = re.compile(r"(?<=[)?])\s+(?=[A-ZÅÄÖ])(?P<hint>.+)$", re.DOTALL)

_OF_FORMS = re.compile(
    rf"^(?:organisations?-?\s?n(?:umme)?r|org\.?\s?-?(?:nr|nummer)|(?:\w+\s)?{DIARY_WORD}\b|kontaktperson"
    r"|handläggare|uppgiftslämnare|namn(?:\b|förtydligande|teckning)|telefon|tfn\b|tel\b"
    r"|mobil(?:telefon|nummer|nr)?\b|e-?post|(?:post|utdelnings|besöks|fakturerings)adress|post(?:nummer|nr|ort)|ort\b"
    r"|befattning|firmatecknare|behörig företrädare|datum\b"
    r"|undertecknad|inskickad(?: den)?:?$|bankgiro|plusgiro|betalsätt|konto\b|(?:ansvarig )?förvaltning\b|enhet\b"
    r"|avdelning\b|kommun(?:ens namn)?:?$|huvudman\b|bidragsmottagar|sökande\b|(?:svarande )?organisation\b"
    r"|(?:sökt|erhållet|kvarstående|använt|beviljat"
    r"|utbetalt) (?:belopp|bidrag|statsbidrag)|driftsform|(?:redovisningen|ansökan|rekvisitionen) avser\b"
    r"|(?:ert |vårt )?projekt(?:nummer|-id)|kommentar(?:er)?:?$)",
    re.IGNORECASE,
)
_INSTRUCTS = re.compile(
    r"^(?:(?:\W*(?:ange|anges|skriv|räkna|välj|kryssa|markera|fyll|notera|observera|obs|gör en \w+ bedömning)\b)"
    r"|(?:här|i fältet|nedan) (?:kan|ska|skall|bör|anger|fyller|skriver|redovisar|beskriver) (?:ni|du)\b"
    r"|(?:högst|max(?:imalt)?|minst) [\d ]+(?:tecken|ord|rader)\b|med [^.]{3,60} avses\b"
    r"|utgångspunkt(?:en)? för frågan\b"
    r"|[^.]{0,80}\b(?:kan|ska|skall|får|bör|måste) (?:\w+ )?(?:anges|väljas|kryssas|markeras|fyllas|besvaras)\b)",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"^\W*(?:anges|skrivs|räknas|fylls i|avrundas|t\.? ?ex|till exempel|exempelvis)\b", re.IGNORECASE
)
_WHAT_TO_MARK = re.compile(
    r"^(?:markera|kryssa(?: för| i)?|välj|ange) (?:de|den|det|vilka|vilken|vilket|om|hur|i vilken) "
    r"(?!som\b|rutor|alternativ|svar)",
    re.IGNORECASE,
)
_TELLS_TO = re.compile(
    r"^(?:beskriv|redogör|sammanfatta|kommentera|motivera|förklara|berätta|redovisa|specificera|utveckla|bedöm|ge |nämn"
    r"|lista|uppskatta|namnge|ta ställning|uppge|ange|fyll i|om (?:ja|nej|annat|delvis)\b)",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^(?:hur|vad|vilk\w+|varför|när|på vilket sätt|i vilken)\b", re.IGNORECASE)
"""How a question begins, be it without its mark."""
_SENTENCE = re.compile(r"^[^.!]{2,120}[.!]\s+(?=\S)")
_SENTENCES = re.compile(r"(?<=[.?!])\s+(?=[A-ZÅÄÖ])")
_NUMBER_GIVEN = re.compile(rf"(?:\d[\s-]?){{6,}}$|^(?:\w+\s)?(?i:{DIARY_WORD})\b\W*(?:[A-ZÅÄÖ]+\s?)?\d[\d/:.-]*$")
"""A label with a number behind it tells one: `Tfn 08-000 00 00`, `Dnr BUN 2022/47`."""
_COUNTER = re.compile(r"^(?:fråga|steg|sida|del|question|step|page)\s+\d{1,3}\s*(?:av|/|of)\s*\d{1,3}$", re.IGNORECASE)
_MANDATORY = re.compile(r"(?<=[\w?:)])\s*\*{1,2}\s*(?=:?$)")
"""The star of a question that must be answered: `Kommun *`."""
_IN_BRACKETS = re.compile(r"(?<=\S)\s*\([^()]*\)\s*$")
_OF_LETTERHEADS = re.compile(
    rf"^(?:datum|(?:vårt |ert )?{DIARY_WORD}|handläggare|mottagare|referens|telefon|e-?post|kontaktperson"
    r"|till)$",
    re.IGNORECASE,
)
_LONGEST = 90
"""Letters of what only a form asks for; a sentence that begins with one of the words is longer."""
_LONGEST_QUESTION = 220


@remembered
def split_number(text: str) -> tuple[str | None, str]:
    """`5c-d. Beskriv arbetet *` -> (`5c-d`, `Beskriv arbetet`); the number is None where there is none."""
    text = _MANDATORY.sub("", text)
    match = _NUMBER.match(text) or _LETTERED.match(text) or _called(text)
    if match is None:
        return None, text
    return match["number"].replace(" ", ""), text[match.end() :]


def _called(text: str) -> re.Match[str] | None:
    """`Fråga 3: Har medlen använts?`; the number alone is a number, not a question without words."""
    match = _CALLED.match(text)
    return match if match is not None and match.end() < len(text) else None


def opens_with_letter(text: str) -> bool:
    """True for a question that is numbered by a letter: `b) Ange kommunens namn`."""
    return _LETTERED.match(text) is not None


def is_number_alone(text: str) -> bool:
    """True for a question's number that stands in a column or on a line of its own: `1.2`, `A3.`, `Fråga 3`."""
    return _NUMBER_ALONE.match(text) is not None or is_called_alone(text)


def is_called_alone(text: str) -> bool:
    """True for a question's number on a line of its own, which says that it is one: `Fråga 3`."""
    match = _CALLED.match(text)
    return match is not None and match.end() == len(text)


def label_of(text: str) -> str:
    """The label without number, colon and a sum that repeats the answer in brackets."""
    return _AMOUNT_BEHIND.sub("", split_number(text)[1]).strip().rstrip(":").strip()


def without_hint(label: str) -> str:
    """The label without the hint in small type that was joined to it: `Sökt belopp (kr) Ange hela kronor.`"""
    match = _LENGTH_ASKED.search(label) or _AFTER_UNIT.search(label) or _HINT.search(label)
    return label[: match.start()].rstrip() if match is not None and match.start() > 0 else label


@remembered
def asks(text: str) -> bool:
    """True for what only a form's label is: a question, numbered like A3 or with a colon, or what forms ask for."""
    number, label = split_number(text)
    if not label or label[0].islower() or _COLON_WITHIN.search(label) or _NUMBER_GIVEN.search(label):
        return False
    if len(label) < _LONGEST and _OF_FORMS.match(label) and label[-1] not in ".,;":
        return True
    numbered = number is not None and (
        (number[0].isalpha() and number[1:2].isdigit())
        or _called(text) is not None
        or label.endswith(":")
        or _AMOUNT_BEHIND.search(label) is not None
    )
    question = _IN_BRACKETS.sub("", label.rstrip(" :")).endswith("?")
    return len(label) < _LONGEST_QUESTION and (question or numbered)


def counts(text: str) -> bool:
    """True for how far a form of many steps has come: `Fråga 3 av 12`."""
    return _COUNTER.match(text) is not None


def instructs(text: str) -> bool:
    """True for words to whoever fills in the form, which are never an answer: `Flera alternativ kan anges.`"""
    return _INSTRUCTS.match(text) is not None


def explains(text: str) -> bool:
    """True for words on how the question above is answered, which ask nothing themselves: `Anges med två decimaler`."""
    return _EXPLAINS.match(text) is not None


def says_what_to_mark(text: str) -> bool:
    """True for an instruction that asks something itself: `Markera de områden som medlen ska användas till.`"""
    return _WHAT_TO_MARK.match(text) is not None


def without_instructions_behind(label: str) -> str:
    """The label without sentences at its end that instruct: `Markera de områden ... Flera alternativ kan väljas.`"""
    sentences = _SENTENCES.split(label)
    while len(sentences) > 1 and instructs(sentences[-1]):
        sentences.pop()
    return " ".join(sentences)


def tells_to(label: str) -> bool:
    """True for what only a form says to its reader, the number left out: `Beskriv arbetet`."""
    return _TELLS_TO.match(label) is not None


def requests(text: str) -> bool:
    """True for words that ask without a question mark: `Beskriv hur arbetet är organiserat`, `Hur arbetet leds`."""
    label = split_number(text)[1]
    return tells_to(label) or _ASKING.match(label) is not None


def without_instruction(answer: str) -> str:
    """The answer without a sentence before it to whoever fills in the form: `Högst 2 000 tecken. Två kuratorer ...`."""
    first = _SENTENCE.match(answer)
    return answer[first.end() :] if first is not None and instructs(first[0]) else answer


def addresses(text: str) -> bool:
    """True for who a letter is to: `Till bidragsmottagare`."""
    return text.startswith(("Till ", "TILL "))


def is_letterheads(text: str) -> bool:
    """True for what a letterhead asks for as well: date, diary number, who handles the matter."""
    return _OF_LETTERHEADS.match(text.strip().rstrip(":")) is not None
