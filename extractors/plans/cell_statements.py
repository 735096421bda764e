"""What a cell of a plan's table states: one goal, activity or indicator, or several.

The items of a list are one each. So are paragraphs, but where one tells of another or has a head of its own. So are
lines that end by choice, and the sentences of an activity's cell, where all of them are alike: acts ("Utbilda chefer.
Öppna en jour."), or goals or indicators to the model of kinds; and so are the acts that lines begin with, though the
lines above had to end. Else they are one statement: a name over what it means, a sentence and its reason.
"""

import re
from collections.abc import Sequence

from extractors.drafts import Stated
from extractors.plans.commitments import is_infinitive, says_act
from extractors.plans.heads import run_in_head
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import labelled
from extractors.plans.measures_in import measures_in
from extractors.sentences import SENTENCE_END
from models.blocks import Cell

_FEWEST_WORDS = 2
_ALONE = re.compile(r"^[•·▪–—-]\s+(?=[^\W\d_])")
"""The mark of a list's only item."""
_SURELY = 0.9
_POSSIBLE = 0.3
"""How likely the model holds the kind of each part at the least, where it reads another of them as of that kind."""


def statements_in(cell: Cell, kind: Stated) -> tuple[str, ...]:
    """The texts of the goals, activities or indicators that the cell states, in their order; a dash states none."""
    if kind == "indicator":
        return tuple(measure for text in _statements(cell, kind) for measure in measures_in(text))
    return _statements(cell, kind)


def name_over_text(cell: Cell) -> tuple[str, str] | None:
    """An activity's name in a type of its own, and the words below that tell more of it; None where they are one."""
    told = cell.text.removeprefix(cell.lead).strip()
    if not told or told == cell.text or len(cell.lead.split()) < _FEWEST_WORDS or cell.lead[-1] in ":?":
        return None
    return cell.lead, told


def _statements(cell: Cell, kind: Stated) -> tuple[str, ...]:
    if not any(sign.isalnum() for sign in cell.text):
        return ()
    if kind == "activity" and (name := name_over_text(cell)) is not None:
        return name[:1]
    if cell.items:
        return cell.items
    if kind == "activity" and (acts := _acts_by_line(cell.possible_parts)):
        return acts
    if cell.paragraphs and _are_statements(cell.paragraphs, kind):
        return cell.paragraphs
    if len(cell.parts) > 1 and _are_alike(cell.parts, kind):
        return cell.parts
    whole = _ALONE.sub("", cell.text)
    sentences = SENTENCE_END.split(whole)
    if kind == "activity" and len(sentences) > 1 and says_act(sentences):
        return tuple(sentences)
    return (whole,)


def _acts_by_line(parts: Sequence[str]) -> tuple[str, ...]:
    """The acts that lines begin with, each with the lines that go on about it; none where they are not all acts."""
    acts: list[str] = []
    for part in parts:
        if acts and not is_infinitive(part):
            acts[-1] = f"{acts[-1]} {part}"
        else:
            acts.append(part)
    whole = all(is_infinitive(act) and len(act.split()) >= _FEWEST_WORDS for act in acts)
    agree = sum(reading.kind == "activity" for reading in read_kinds(acts)) if whole else 0
    return tuple(acts) if len(acts) > 1 and 2 * agree >= len(acts) else ()


def _are_statements(paragraphs: Sequence[str], kind: Stated) -> bool:
    """Whether none of the paragraphs is a name, a label's text or the reason for another: they end alike, and the model
    reads none as background where it reads another as of the kind.
    """
    if any(len(text.split()) < _FEWEST_WORDS or run_in_head(text) or labelled(text) for text in paragraphs):
        return False
    if len({text[-1] in ".!" for text in paragraphs}) > 1:
        return False
    readings = read_kinds(paragraphs)
    tells = any(reading.likely["background"] >= _SURELY for reading in readings)
    return not (tells and any(reading.kind == kind for reading in readings))


def _are_alike(parts: Sequence[str], kind: Stated) -> bool:
    if any(len(part.split()) < _FEWEST_WORDS for part in parts):
        return False
    acts = {is_infinitive(part) for part in parts}
    readings = read_kinds(parts)
    if kind != "activity" and all(reading.kind == kind for reading in readings):
        return True
    of_kind = any(reading.kind == kind for reading in readings)
    return len(acts) == 1 and of_kind and all(reading.likely[kind] >= _POSSIBLE for reading in readings)
