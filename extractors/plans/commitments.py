"""What a plan undertakes or wants under no head: sentences among others, and lists of acts.

A paragraph is read sentence by sentence: "Skolorna ser att kön växer. Under 2025 öppnar vi en mottagning. Den leds av
en kurator." undertakes something in its second, which the third, beginning in the definite, tells more of.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from extractors.plans.kinds_model import read_kinds
from extractors.plans.phrases import ANNOUNCED_GOAL, OTHERS, TOLD_GOAL, WANTED
from extractors.plans.undertaking import begins, horizon_in_the_end, promises, undertakes
from extractors.sentences import SENTENCE_END
from models.rows import Horizon

_INFINITIVE = re.compile(
    r"(?:att\s+)?(?!(?:alla|första|andra|tredje|sista|västra|östra|norra|södra|gamla|lilla|båda|hela|samma|flera|unga|vuxna|nya|egna|vissa|våra|dessa|olika|goda|bra|stora)\b)"
    r"(?:[^\W\d_]+a(?<!iska)(?:(?<!liga)|(?<=tydliga))(?<!bara)(?<!fulla)(?<!ella)(?<!erna)(?<!orna)(?:(?<!arna)|(?<=varna))"
    r"|(?:ut|till|för|över|ned|an|av|upp|in|före|genom)?(?:se|ge|slå|gå))\s",
    re.IGNORECASE,
)
"""How an item begins that says what is to be done: "Ta fram en folder", "Utse en samordnare".

Adjectives in the plural and nouns in the definite plural end as verbs do.
"""
_FEWEST_ITEMS = 2
_LIKELY_GOAL = 0.8
"""How likely a goal the model must hold what shall have been reached at a time: acts are told so too."""
_BY_PRONOUN = re.compile(
    r"(?:den|det|de|dessa|detta|denna|där|då|därefter|sedan|båda|tjänsten|insatsen|satsningen|arbetet)\s", re.IGNORECASE
)
_BY_NOUN = re.compile(r"\b(?P<stem>\w{4,}?)(?:en|et|an|ena|arna|erna|orna)\b", re.IGNORECASE)
"""How a sentence tells more of what has been told: by a pronoun that it begins with, or a noun in the definite."""


class Told(NamedTuple):
    """Sentences of a paragraph that state a goal or an activity."""

    kind: Literal["goal", "activity"]
    text: str
    horizon: Horizon = "unspecified"
    announced: bool = False
    """The sentence says before it that it is one."""
    promised: bool = False
    """It says what shall be by a year, and may be an act as well where it stands among acts."""


def list_of_acts(texts: Sequence[str]) -> bool:
    """Whether each item of a list says what is to be done, by its first word and to the model of kinds."""
    return len(texts) >= _FEWEST_ITEMS and says_act(texts)


def says_act(texts: Sequence[str]) -> bool:
    """Whether each text says what is to be done, by its first word and to the model of kinds."""
    if not all(map(is_infinitive, texts)):
        return False
    return all(reading.kind == "activity" for reading in read_kinds(texts))


def is_infinitive(text: str) -> bool:
    """Whether a text begins with what is to be done: "Utbilda chefer"."""
    return _INFINITIVE.match(text) is not None


def commits(sentence: str) -> bool:
    """Whether a sentence says what the plan's own people are to do, once and at a time, to the model too."""
    undertaken, begun = undertakes(sentence), begins(sentence)
    if not (undertaken or begun):  # the model takes longer than both
        return False
    kind = read_kinds([sentence])[0].kind
    return (undertaken and kind == "activity") or (begun and kind != "cost")


def told_in(paragraph: str) -> list[Told]:
    """The goals and activities that its sentences state, in their order, each with what goes on about it.

    What shall be reached by a year is part of an act where the paragraph tells such too.
    """
    told: list[Told] = []
    goes_on = False
    sentences = SENTENCE_END.split(paragraph.strip())
    found = [_told(sentence) for sentence in sentences]
    acts = any(each is not None and each.kind == "activity" for each in found)
    for sentence, each in zip(sentences, found, strict=True):
        new = each._replace(kind="activity") if each is not None and each.promised and acts else each
        if new is None and not (goes_on and _goes_on(sentence, told[-1].text)):
            goes_on = False
            continue
        if new is not None and not (goes_on and told[-1].kind == new.kind):
            told.append(new)
        else:
            told[-1] = told[-1]._replace(text=f"{told[-1].text} {sentence}")
        goes_on = True
    return told


def _goes_on(sentence: str, told: str) -> bool:
    """Whether it tells more of what has been told: of what stands there by a pronoun, or by its name once more."""
    if _BY_PRONOUN.match(sentence):
        return True
    return any(noun["stem"].casefold() in told.casefold() for noun in _BY_NOUN.finditer(sentence))


def _told(sentence: str) -> Told | None:
    announced = ANNOUNCED_GOAL.match(sentence)
    if announced is not None and not OTHERS.search(sentence):
        return Told("goal", announced["goal"], announced=True)
    goal = TOLD_GOAL.match(sentence)
    if (goal is not None or WANTED.match(sentence)) and not OTHERS.search(sentence):
        said = (goal["horizon"] or "").casefold() if goal is not None else ""
        return Told(
            "goal",
            sentence,
            "long_term" if said[:4] == "lång" else "short_term" if said[:4] == "kort" else "unspecified",
        )
    if commits(sentence):
        return Told("activity", sentence)
    if promises(sentence) and read_kinds([sentence])[0].likely["goal"] >= _LIKELY_GOAL:
        horizon = horizon_in_the_end(sentence)
        return Told("goal", sentence, horizon, promised=horizon == "unspecified")
    return None
