"""Words that say by themselves what a text of a form is: `Fråga 3` over its question, `Svar:` before its answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.questions import counts, instructs, is_called_alone
from extractors.forms.style import SMALLER, Entry, Item, is_beside

_ANSWER = re.compile(
    r"^(?:(?:kommunens|regionens|ert|vårt|ditt|den sökandes)\s+)?svar(?:\s+på\s+frågan)?\s*(?::\s*|$)", re.IGNORECASE
)
"""`Svar:` before the answer, or alone on a line above it or beside it."""
_OTHER_NAME = re.compile(r"\s*(?:/\s*\w+|\([^()]*\))$")
"""What stands behind the word in a head: `Svar/kommentar`, `Svar (fritext)`."""
_NEAR = 2.0
"""White between a question's number and its words below, in type sizes, at most."""


def with_roles(flow: Sequence[Item]) -> list[Item]:
    """The flow with such words left out, and what they stand at told to ask or to answer."""
    said: list[Item] = []
    number: Entry | None = None
    answers = False
    for item, after in zip(flow, [*flow[1:], None], strict=True):
        if isinstance(item, Entry) and is_called_alone(item.text):
            number, answers = item, False
            continue
        word = _ANSWER.match(item.text) if isinstance(item, Entry) else None
        if isinstance(item, Entry) and word is not None:
            _tell_question(said)
            answers = word.end() == len(item.text)
            if not answers:
                said.append(replace(item, text=item.text[word.end() :], told="answers"))
        elif isinstance(item, Entry) and number is not None and _stands_at(number, item):
            said.append(replace(item, text=f"{number.text}: {item.text}", marker=None, told="asks"))
        elif isinstance(item, Entry) and (counts(item.text) or (answers and _is_answered(item, after))):
            said.append(item)
            answers = False
        elif isinstance(item, Entry) and answers:
            said.append(replace(item, told="answers"))
            answers = False
        else:
            said.append(item)
            answers = answers and isinstance(item, Entry)
        number = None if isinstance(item, Entry) else number
    return said


def _is_answered(text: Entry, after: Item | None) -> bool:
    """True for a question that an answer's word follows: the word before it stands over nothing."""
    return text.asks and isinstance(after, Entry) and _ANSWER.match(after.text) is not None


def names_answers(head: str) -> bool:
    """True for a head over answers: `Svar`, `Kommunens svar`, `Svar/kommentar`."""
    return _ANSWER.fullmatch(_OTHER_NAME.sub("", head)) is not None


def _stands_at(number: Entry, text: Entry) -> bool:
    """True for what stands right below a question's number, or beside it."""
    own, place = number.place, text.place
    if own.page != place.page:
        return text.place.page == own.page + 1
    below = 0 <= place.top - own.bottom < _NEAR * text.size and place.x0 < own.x1
    return below or is_beside(own, place)


def _tell_question(said: list[Item]) -> None:
    """Let the text above an answer's word ask; a hint between the two belongs to the question."""
    above = [at for at in (len(said) - 1, len(said) - 2) if at >= 0 and isinstance(said[at], Entry)]
    texts = [(at, text) for at in above if isinstance(text := said[at], Entry) and text.told != "answers"]
    if len(texts) > 1 and _is_hint_to(texts[1][1], texts[0][1]):
        texts = texts[1:]
    if texts and texts[0][1].marker is None:
        said[texts[0][0]] = replace(texts[0][1], told="asks")


def _is_hint_to(question: Entry, below: Entry) -> bool:
    """True for what instructs, or is smaller and no question itself."""
    return instructs(below.text) or (below.size < question.size - SMALLER and not below.asks)
