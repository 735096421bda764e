"""The words beside a number as spaCy tokens: what the money and year grammars look their words up in."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from extractors.swedish import swedish

_SPACES = str.maketrans(dict.fromkeys("\n\r\t\f\v\u00a0\u2007\u2009\u202f", " "))


@cache
def _tokenizer() -> Any:
    """A tokenizer over the words of spaCy's blank Swedish that cuts at every sign and where digits meet letters.

    So `45kr`, `(Kr)`, `kronor4` and `c:a` come apart, and a phrase is the same tokens wherever it stands.
    """
    from spacy.tokenizer import Tokenizer

    return Tokenizer(
        swedish().vocab,
        prefix_search=re.compile(r"[^\w\s]|_").match,
        infix_finditer=re.compile(r"[^\w\s]|_|(?<=[0-9])(?=[^\W\d_])|(?<=[^\W\d_])(?=[0-9])").finditer,
    )


def tokens(text: str) -> Any:
    """A text's tokens, every white-space character taken as a plain space; offsets stay."""
    return _tokenizer()(text.translate(_SPACES))


def first_word(doc: Any) -> int:
    """Index of the first token that is no space; len(doc) where there is none."""
    return next((token.i for token in doc if not token.is_space), len(doc))


def phrase_matcher(phrases: Mapping[Any, Iterable[str]]) -> Any:
    """A matcher for phrases by name, upper and lower case alike."""
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(swedish().vocab, attr="LOWER")
    for name, forms in phrases.items():
        matcher.add(name, [tokens(form) for form in forms])
    return matcher


def token_matcher(patterns: Mapping[str, list[list[dict[str, Any]]]]) -> Any:
    """A matcher for token patterns by name."""
    from spacy.matcher import Matcher

    matcher = Matcher(swedish().vocab)
    for name, forms in patterns.items():
        matcher.add(name, forms)
    return matcher


def matches(matcher: Any, doc: Any) -> list[tuple[str, int, int]]:
    """A matcher's finds as (name, first token, token after the last)."""
    names = swedish().vocab.strings
    return [(names[key], start, end) for key, start, end in matcher(doc)]
