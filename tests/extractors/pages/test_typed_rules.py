"""Signs in a row that a typewriter draws rules with are rules and no words."""

from dataclasses import replace

import pytest

from extractors.pages.typed_rules import with_typed_rules
from tests.layout_builders import LEFT, set_words


@pytest.mark.parametrize("sign", ["-", "=", "–", "—"])
def test_a_row_of_one_sign_is_a_rule(sign: str):
    words = set_words(f"Kommun Kronor {sign * 30}", bottom=100)

    kept, [rule] = with_typed_rules(words)

    assert [word.text for word in kept] == ["Kommun", "Kronor"]
    assert (rule.x0, rule.x1) == (words[2].x0, words[2].x1)
    assert 90 < rule.top < rule.bottom < 100


@pytest.mark.parametrize("text", ["-", "---", "==>", "-=-=-=-=-=-=", "12-----------", "________________"])
def test_other_signs_are_words(text: str):
    words = [replace(word, x0=LEFT) for word in set_words(text)]

    assert with_typed_rules(words) == (tuple(words), ())
