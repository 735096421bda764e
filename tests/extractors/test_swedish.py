"""spaCy's blank Swedish is made once for all that asks."""

from extractors.numbers.number_context import tokens
from extractors.swedish import swedish


def test_numbers_and_heads_share_their_words():
    assert tokens("45kr").vocab is swedish().vocab


def test_the_number_tokens_are_cut_at_signs_and_the_plain_ones_are_not():
    assert [token.text for token in tokens("c:a 45kr (netto)")] == ["c", ":", "a", "45", "kr", "(", "netto", ")"]
    assert [token.text for token in swedish().make_doc("bl.a. 45")] == ["bl.a.", "45"]
