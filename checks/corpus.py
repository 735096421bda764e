"""What the checks of the whole corpus read: its documents, and what each file was asked for to be held against others.

The rows of all files are never in one place: a file's are there while it is checked alone, wherever that is, and what
a check between documents needs of them it says beforehand (`Check.asks`), so that it is worked out there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeVar

from checks.arithmetic import Regime, regime_ruled
from checks.check_input import CheckInput
from checks.once import Once
from models.rows import Document

Made = TypeVar("Made")
Ask = Callable[[CheckInput], Any]
"""A pure function of one file's rows, named at the top of its module; what it gives is small and can be pickled."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What one file was asked for."""

    document_ids: tuple[str, ...]
    by_ask: Mapping[tuple[Ask, Regime | None], Any]
    """For each regime that an ask was made under; one that could not be answered is not there."""


@dataclass(frozen=True, eq=False)
class Corpus(Once):
    """All documents, in order, and the answers of the files that they stand in."""

    documents: tuple[Document, ...]
    answers: Sequence[Answers]
    rows_of: Callable[[AbstractSet[str]], CheckInput]
    """The rows of the documents of these ids. They are made when they are asked for: for a few documents only."""

    def of_each_file(self, ask: Callable[[CheckInput], Made]) -> Iterator[Made]:
        """What each file answered, in the files' order. What could not be answered is asked again, and raises here."""
        key = ask, regime_ruled()
        for answers in self.answers:
            if key in answers.by_ask:
                yield answers.by_ask[key]
            else:
                yield ask(self.rows_of(frozenset(answers.document_ids)))
