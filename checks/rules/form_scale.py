"""form.scale: a risk is rated in the words of the scale that the document gives."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Passage, Risk

RULE = "form.scale"

_STEP = re.compile(r"^(?P<number>\d)\s*[.)=:\u2013-]?\s*(?P<word>[^\W\d][^\d:;.,(\u2013]*?)(?:\s*[-:;.,(\u2013]|$)")
"""A step of a scale: `3. Möjlig - det kan inträffa`."""
_FEWEST = 3
"""Steps that a scale has at least."""
_NAMES = {
    "probability": Bilingual(sv="sannolikhet", en="probability"),
    "consequence": Bilingual(sv="konsekvens", en="consequence"),
}

_Scale = Mapping[str, str]


def find(rows: CheckInput) -> Iterator[Violation]:
    """For each step of each scale, the risks that give its number another word: one finding for one such word."""
    document = rows.documents[0]
    for kind, name in _NAMES.items() if rows.risks else ():
        scale, lines = _scale_of(rows.passages, name.sv)
        wrong: dict[tuple[str, str], list[Risk]] = defaultdict(list)
        for risk in rows.risks:
            rated = _STEP.match(getattr(risk, f"{kind}_text") or "")
            if rated is not None and rated["number"] in scale and not _is_word_of(scale, rated):
                wrong[rated["number"], rated["word"].strip()].append(risk)
        for (number, word), risks in wrong.items():
            told = lines[number]
            yield quoting(
                rows,
                RULE,
                "warning",
                document,
                subject=f"{number}. {word}",
                key=(kind, number, word),
                messages=("other",),
                arguments={
                    "name": name,
                    "number": number,
                    "word": word,
                    "scale": scale[number],
                    "told": str(told.page),
                    "count": str(len(risks)),
                },
                evidence=[
                    *(quote(each, document.document_id, getattr(each, f"{kind}_text")) for each in risks),
                    quote(told, document.document_id, told.text),
                ],
            )


def _scale_of(passages: Sequence[Passage], name: str) -> tuple[_Scale, Mapping[str, Passage]]:
    """The scale that follows a line that names it, `Sannolikhet graderas 1-4:`; empty where there is none or two."""
    found: list[tuple[dict[str, str], dict[str, Passage]]] = []
    for at, passage in enumerate(passages):
        if not (passage.text or "").casefold().startswith(name):
            continue
        words: dict[str, str] = {}
        lines: dict[str, Passage] = {}
        for step in passages[at + 1 :]:
            text = f"{step.marker or ''} {step.text or ''}".strip()
            match = _STEP.match(text)
            if match is None or match["number"] in words:
                break
            words[match["number"]], lines[match["number"]] = match["word"].strip(), step
        if len(words) >= _FEWEST:
            found.append((words, lines))
    return found[0] if len(found) == 1 else ({}, {})


def _is_word_of(scale: _Scale, rated: re.Match[str]) -> bool:
    """True where the rating's word is its number's, whole or cut short, in any case."""
    own, told = rated["word"].strip().casefold(), scale[rated["number"]].casefold()
    return own.startswith(told) or told.startswith(own)


CHECK = Check(
    id=RULE,
    family="form",
    scope="document",
    title=Bilingual(sv="Skalans ord", en="The scale's words"),
    claim=Bilingual(
        sv="Den som bedömer en risk använder de ord som dokumentets skala har för talet: är 3 ”Möjlig” i skalan är "
        "”3. Stor” i tabellen en varning, en för varje sådant ord. Kontrollen tiger där skalan inte står i dokumentet "
        "eller står flera gånger, och om bedömningar med bara tal eller bara ord.",
        en="Who rates a risk uses the words that the document's scale has for the number: where 3 is “Möjlig” in the "
        "scale, “3. Stor” in the table is a warning, one for each such word. The check is silent where the scale is "
        "not in the document or is there more than once, and on ratings of numbers or words alone.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "other": Bilingual(
            sv="Sida {page}: {number} kallas ”{word}” i bedömningen av {name} ({count} risker), men ”{scale}” i "
            "skalan på sida {told}.",
            en="Page {page}: {number} is called “{word}” where {name} is rated ({count} risks), but “{scale}” in the "
            "scale on page {told}.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Skalan har 3. Möjlig och 4. Sannolik; tabellen har 3. Stor och 4. Mycket stor.",
        en="The scale has 3. Möjlig and 4. Sannolik; the table has 3. Stor and 4. Mycket stor.",
    ),
)
