"""Small capitals that a font has not: the file tells one shape as one letter, large or small."""

from extractors.pages.geometry import Word
from extractors.pages.small_capitals import with_case_by_size


def _word(text: str, x0: float, x1: float, size: float = 10.0, foot: float = 100.0) -> Word:
    return Word(text, x0, foot - 0.8 * size, x1, foot + 0.2 * size, size)


def test_letters_in_smaller_type_right_behind_larger_are_lower_case_where_the_file_tears_the_case() -> None:
    words = [_word("k", 50, 56), _word("Vinnor", 56, 85, 8.0), _word("och", 92, 110), _word("aV", 115, 125, 8.0)]

    assert [word.text for word in with_case_by_size(words)] == ["K", "vinnor", "och", "av"]


def test_a_large_first_letter_is_a_capital_and_words_keep_their_place_and_type() -> None:
    words = [_word("o", 50, 56), _word("mråde", 56, 85, 8.0)]

    found = with_case_by_size(words)

    assert [word.text for word in found] == ["O", "mråde"]
    assert [(word.x0, word.x1, word.size) for word in found] == [(50, 56, 10.0), (56, 85, 8.0)]


def test_what_the_file_tells_in_capitals_or_in_one_size_stays_as_it_is() -> None:
    printed = [_word("K", 50, 56), _word("OSTNAD", 56, 90, 8.0)]
    name = [_word("BarnSäkert", 50, 90), _word("SIP", 95, 110, 8.0)]

    assert with_case_by_size(printed) == printed
    assert with_case_by_size(name) == name


def test_only_words_on_the_line_of_a_torn_one_are_mended() -> None:
    torn = [_word("k", 50, 56), _word("Vinnor", 56, 85, 8.0)]
    elsewhere = _word("SIP", 50, 70, 8.0, foot=300.0)

    assert with_case_by_size([*torn, elsewhere])[-1].text == "SIP"
