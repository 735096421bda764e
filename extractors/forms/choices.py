"""Options of a form's question, and which of them is chosen: by a sign before it, or by Ja and Nej under each.

A choice whose ticks are not in the text is unknown, never Nej.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.plain import plain
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, TICKED_BOXES

TICKED = TICKED_BOXES | FILLED | CHECKS
EMPTY = EMPTY_BOXES | EMPTY_RINGS
BOXES = TICKED | EMPTY
"""Signs before an option, whether it is chosen or not; files have more of them than the reading draws."""
_SIGNS = "".join(sorted(BOXES))
# A plain X is the tick of a drawn box.
_SIGN = re.compile(rf"(?P<sign>[{_SIGNS}]|[\[(]\s*[xX✓✔]?\s*[\])]|(?<!\S)X(?=\s+\S)|^x(?=\s+\S))")
_SIGN_BEHIND = re.compile(rf"(?<=\S\s)(?P<sign>[{_SIGNS}]|[\[(]\s*[xX✓✔]?\s*[\])])$")
_ENDS_OF_SIGNS = {*BOXES, "]", ")"}
_TYPED_BOX = re.compile(r"[\[(]\s*[xX✓✔]?\s*[\])]")
_NEXT_OPTION = re.compile(r"\s+(?=(?:Ja|Nej|Delvis|Vet (?:ej|inte)|Inte alls|Kan inte|Ej aktuellt)\b)")
_YES_NO = re.compile(r"^(?:ja|nej)\.?$", re.IGNORECASE)
_COMMON = re.compile(
    r"^(?:ja|nej|delvis|vet ej|vet inte|kan inte bedöma|ej aktuellt|inte relevant|helt|inte alls"
    r"|(?:i|till) (?:mycket )?(?:stor|viss|liten|ringa|hög|låg|någon) (?:utsträckning|grad|del|omfattning)"
    r"|(?:stämmer|instämmer) (?:inte|delvis|helt|till|i)|mycket (?:bra|dåligt)|varken|aldrig|sällan|ibland|alltid)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"^(?:(?:inom |till |för |med )?vilka|ange vilka|.*\bflera (?:alternativ|svar)\b)", re.IGNORECASE)
_FOR_ONE = re.compile(r"^(?:i |på )?(?:vilken|vilket|hur|är|har|finns|kommer|pågår)\b", re.IGNORECASE)
_SHORT, _LONGEST = 60, 180
_SCALE = re.compile(r"(?:\D{1,40}\s)?(?P<steps>\d(?:\s\d{1,2}){2,10})(?:\s\D{1,40})?")
_OVER_BOXES = re.compile(
    rf"(?P<steps>\d(?:\s\d{{1,2}}){{2,10}})(?:\s[^\d{_SIGNS}]{{1,40}})?\s(?P<boxes>[{_SIGNS}](?:\s[{_SIGNS}]){{2,10}})"
    rf"(?:\s[^\d{_SIGNS}]{{1,40}})?"
)
_STEPS = 3


def counts_up(texts: Sequence[str]) -> bool:
    """True for the steps of a scale: `1`, `2`, `3`."""
    first = texts[0]
    return first.isdecimal() and list(texts) == [str(int(first) + n) for n in range(len(texts))]


def is_bare_scale(text: str) -> bool:
    """True for a scale whose chosen step nothing tells: `Inte alls 1 2 3 4 5 Helt`."""
    match = _SCALE.fullmatch(text)
    return match is not None and counts_up(match["steps"].split())


@dataclass(frozen=True)
class Option:
    """One option; chosen is None where no sign tells."""

    words: str
    chosen: bool | None


@plain
class Line:
    """What stands under a question: its words, the bullet before them, and whether they are bold."""

    text: str
    marker: str | None = None
    bold: bool = False


def options_in(lines: Sequence[Line]) -> list[Option] | None:
    """The options that the lines print, in order; None where they are no options but words of an answer."""
    if (steps := _steps_over_boxes(" ".join(f"{line.marker or ''} {line.text}".strip() for line in lines))) is not None:
        return steps
    found = [option for line in lines for option in _signed(line)]
    told = [option for option in found if option.chosen is not None]
    boxes = [line for line in lines if line.marker in BOXES]
    if boxes and not told:
        return found
    if not found or (not boxes and any(len(option.words) > _LONGEST for option in found)):
        return None
    found = _without_end(found)
    told = [option for option in found if option.chosen is not None]
    if told and (len(found) > 1 or any(not option.chosen for option in told)):
        # Where some options have a sign, the others' boxes are drawn: they are not the chosen ones.
        chosen = any(option.chosen for option in told)
        return [Option(o.words, o.chosen if o.chosen is not None else (False if chosen else None)) for o in found]
    common = sum(1 for option in found if _COMMON.match(option.words))
    if len(found) == 1 and (common if told else _is_row_of_options(found[0].words)):
        return found
    if len(found) >= 2 and common >= max(2, len(found) - 2) and all(len(o.words) < _SHORT for o in found):
        bold = [line.bold for line in lines]
        if bold.count(True) == 1 and len(lines) == len(found):
            return [Option(option.words, is_bold) for option, is_bold in zip(found, bold, strict=True)]
        return found
    return None


def _steps_over_boxes(text: str) -> list[Option] | None:
    """The steps of a scale over as many boxes, with words at its ends: `1 2 3 Lite ☐ ☒ ☐ Mycket`; else None."""
    match = _OVER_BOXES.fullmatch(text)
    steps, boxes = (match["steps"].split(), match["boxes"].split()) if match is not None else ([], [])
    if len(steps) < _STEPS or len(steps) != len(boxes) or not counts_up(steps):
        return None
    return [Option(step, sign in TICKED) for step, sign in zip(steps, boxes, strict=True)]


def _without_end(options: list[Option]) -> list[Option]:
    """Steps of a scale without the word at its end, which is printed behind the last one: `5 Helt`."""
    first = next((at for at, option in enumerate(options) if option.words.isdecimal()), len(options))
    steps = [option.words for option in options[first:-1]]
    last, _, _ = options[-1].words.partition(" ") if options else ("", "", "")
    if len(steps) < _STEPS - 1 or not counts_up([*steps, last]):
        return options
    return [*options[:-1], Option(last, options[-1].chosen)]


def _is_row_of_options(words: str) -> bool:
    """True for `Ja Nej Ej aktuellt`: options on one line, their ticks lost in print."""
    parts = _NEXT_OPTION.split(words)
    return len(parts) > 1 and all(_COMMON.match(part) and len(part) < _SHORT for part in parts)


def is_option(line: Line) -> bool:
    """True for a line that is an option by the sign before it, or by its words."""
    text = line.text.strip()
    signed = (line.marker or "-") in BOXES or _SIGN.match(text) is not None
    return signed or (len(text) < _SHORT and _COMMON.match(text) is not None)


def has_box(text: str, marker: str | None) -> bool:
    """True for a line with a box before it or behind it, drawn or typed, ticked or not; or with several in it."""
    words = text.strip()
    if sum(map(BOXES.__contains__, words.split())) > 1:
        return True
    sign = _SIGN.match(words) or (_SIGN_BEHIND.search(words) if words[-1:] in _ENDS_OF_SIGNS else None)
    return (marker or "-") in BOXES or (sign is not None and not _is_letter(sign))


def is_boxes(text: str) -> bool:
    """True for a text that is signs of boxes and nothing else."""
    return bool(text) and all(part in BOXES for part in text.split())


def is_typed_box(text: str) -> bool:
    """True for a box of brackets, ticked or not: `(x)`, `[ ]`."""
    return _TYPED_BOX.fullmatch(text) is not None


def _signed(line: Line) -> list[Option]:
    """The options of one line: `[ ] Ja [x] Nej` holds two. A sign stands before its option."""
    text = f"{line.marker} {line.text}" if line.marker and line.marker in BOXES else line.text
    signs = [sign for sign in _SIGN.finditer(text) if not _is_letter(sign) or _may_tick(text[: sign.start()])]
    if not signs:
        return [Option(text.strip(), None)]
    found: list[Option] = []
    before = text[: signs[0].start()].strip()
    if before and not _is_letter(signs[0]) and signs[-1].end() == len(text.rstrip()):
        return _before_signs(text, signs)
    if before:
        found.append(Option(before, None))
    for sign, after in zip(signs, [*signs[1:], None], strict=True):
        words = text[sign.end() : after.start() if after is not None else len(text)].strip()
        if _is_letter(sign):
            # The boxes of the others are drawn: only their capital letters part them.
            words, *others = _NEXT_OPTION.split(words)
            found.append(Option(words, chosen=True))
            found.extend(Option(other, None) for other in others)
        elif words and _is_ticked(sign["sign"]) and after is None:
            # The boxes of those after it can be drawn, and not in the text.
            words, *others = _NEXT_OPTION.split(words)
            found.append(Option(words, chosen=True))
            found.extend(Option(other, None) for other in others)
        elif words:
            found.append(Option(words, _is_ticked(sign["sign"])))
    return found


def _before_signs(text: str, signs: Sequence[re.Match[str]]) -> list[Option]:
    """The options of a line on which each stands before its sign: `Ja ( )  Nej (x)`."""
    begins = [0, *(sign.end() for sign in signs)]
    words = [text[begin : sign.start()].strip() for begin, sign in zip(begins, signs, strict=False)]
    return [Option(said, _is_ticked(sign["sign"])) for said, sign in zip(words, signs, strict=True) if said]


def _is_letter(sign: re.Match[str]) -> bool:
    return sign["sign"] in ("X", "x")


def _may_tick(before: str) -> bool:
    """True where a plain X stands first, or right after another option: in a sentence it is a letter."""
    words = before.strip()
    return not words or words[0] in BOXES or (len(words) < _SHORT and _COMMON.match(words) is not None)


def _is_ticked(sign: str) -> bool | None:
    """☐ alone may be a box whose tick is drawn over it: it tells only beside a box that is ticked."""
    inner = sign.strip("[]() ")
    if inner in TICKED or inner in ("x", "X"):
        return True
    return None if sign in EMPTY else False


def answers_under(lines: Sequence[Line]) -> list[tuple[str, str]] | None:
    """Options with Ja or Nej under each, as a survey prints them: (option, answer); None where it is not so."""
    texts = [line.text for line in lines]
    if len(texts) < 2 or len(texts) % 2 or any(len(text) > _LONGEST for text in texts):
        return None
    if (len(texts) == 2 and _YES_NO.match(texts[0])) or any(
        _SIGN.match(f"{line.marker or ''}{line.text}") for line in lines
    ):
        # Ja above Nej are the options themselves.
        return None
    if not all(_YES_NO.match(text) for text in texts[1::2]):
        return None
    return list(zip(texts[::2], texts[1::2], strict=True))


def statements_with_options(lines: Sequence[Line]) -> list[tuple[int, list[Line]]] | None:
    """Statements below a question, each with the same options below it: where it stands, and its options.

    None where it is not so: what begins with options has but one question.
    """
    boxed = [(line.marker or "-") in BOXES or has_box(line.text, line.marker) for line in lines]
    begins = [at for at, box in enumerate(boxed) if not box]
    found = [
        (at, [line for line, box in zip(lines[at + 1 : end], boxed[at + 1 : end], strict=True) if box])
        for at, end in zip(begins, [*begins[1:], len(lines)][: len(begins)], strict=True)
    ]
    options = [[_SIGN.sub(" ", line.text).split() for line in own] for _, own in found]
    alike = bool(options) and all(own and own == options[0] for own in options)
    return found if len(found) > 1 and begins[0] == 0 and alike else None


def single_choice(question: str, answers: Sequence[tuple[str, str]]) -> str | None:
    """The one option that Ja stands under, where the question asks for one of them."""
    chosen = [option for option, answer in answers if answer.lower().startswith("ja")]
    for_one = _FOR_ONE.match(question) or any(_COMMON.match(option) for option, _ in answers)
    return chosen[0] if len(chosen) == 1 and for_one and not _SEVERAL.match(question) else None
