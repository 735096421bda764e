"""A head's words are known by the letters that they are off by: a word of nine letters by two, of six by one."""

import pytest

from extractors.plans.head_words import head_words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Insaster", None),
        ("Insatzer", "activity"),
        ("Planerrade aktivitetrena", "activity"),
        ("Aktivvitetter", "activity"),
        ("Aktwwwtet", None),
        ("Mal", None),
        ("Kostander", "cost"),
        ("Kostnadder", "cost"),
        ("Insatzen", None),
    ],
)
def test_long_words_may_be_a_letter_or_two_off(text, kind):
    found = head_words(text)

    assert (found.kind if found is not None else None) == kind
