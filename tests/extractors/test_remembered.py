"""What a text says is found once, and told the same ever after."""

import gc

from extractors.remembered import once_each, remembered


class _Thing:
    """Something that does not change."""


def test_a_text_that_was_asked_of_is_not_looked_through_again():
    looked: list[str] = []

    @remembered
    def letters(text: str) -> int:
        looked.append(text)
        return len(text)

    assert [letters("mål"), letters("insats"), letters("mål")] == [3, 6, 3]
    assert looked == ["mål", "insats"]


def test_what_is_remembered_does_not_grow_with_the_texts():
    looked: list[int] = []

    @remembered
    def itself(number: int) -> int:
        looked.append(number)
        return number

    for number in range(10_000):
        itself(number)
    itself(0)

    assert looked[-1] == 0


def test_a_thing_is_looked_at_once_and_another_one_like_it_by_itself():
    looked: list[_Thing] = []

    @once_each
    def number(thing: _Thing) -> int:
        looked.append(thing)
        return len(looked)

    one, other = _Thing(), _Thing()

    assert [number(one), number(other), number(one)] == [1, 2, 1]


def test_what_was_found_of_a_thing_goes_with_it():
    found: list[int] = []

    @once_each
    def number(_thing: _Thing) -> int:
        found.append(len(found))
        return found[-1]

    for _ in range(5):
        number(_Thing())
        gc.collect()

    assert found == [0, 1, 2, 3, 4], "each of them is a new thing, though it may lie where the one before lay"
