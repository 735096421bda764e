"""What a text says is found once, and told the same ever after."""

from extractors.remembered import remembered


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
