"""Pairing of activities: by words, borne out by sums and order, and with how sure it is."""

from decimal import Decimal

from checks.ties.pairing import Described, pair


def described(*texts: str, sums: tuple[int, ...] = ()) -> Described:
    return Described(texts, frozenset(Decimal(each) for each in sums))


def test_the_same_words_are_a_sure_pair_whatever_their_case_and_order_of_rows():
    planned = [described("Team för skolnärvaro"), described("Anhörigstöd på kvällstid")]
    reported = [described("ANHÖRIGSTÖD PÅ KVÄLLSTID."), described("Team för skolnärvaro")]

    assert pair(planned, reported).sure == ((0, 1), (1, 0))


def test_any_of_a_rows_cells_may_name_the_activity():
    planned = [described("Samlad vägledning för föräldrar i väntan på utredning", "Föräldrakurs i åtta träffar")]

    assert pair(planned, [described("Föräldrakurs i åtta träffar")]).sure == ((0, 0),)


def test_texts_that_stand_twice_are_no_proof():
    planned = [described("Utbildning av personal"), described("Utbildning av personal")]

    pairing = pair(planned, [described("Utbildning av personal")])

    assert pairing.sure == ()
    assert pairing.unsure == ((0, 0),)


def test_equal_sums_bear_out_words_that_are_half_alike_but_no_more():
    planned = [described("Utökning med en chefsresurs i boendet", sums=(314_000,)), described("Mötesplats")]
    without_sums = described("Fler chefer i boendet")
    half_alike = described("Fler chefer i boendet", sums=(314_000,))
    unlike = described("Konsultstöd till myndigheten", sums=(314_000,))

    assert pair(planned, [half_alike]).unsure == ((0, 0),)
    assert pair(planned, [without_sums]).unsure == ()
    assert pair(planned, [unlike]).alone(1, 0) == [0]


def test_two_candidates_nearly_as_like_leave_the_pair_unsure():
    planned = [described("Handledning för arbetsledare i boendet")]
    reported = [described("Handledning av arbetsledare i boenden"), described("Handledning för arbetsledarna i boende")]

    pairing = pair(planned, reported)

    assert pairing.sure == ()
    assert len(pairing.unsure) == 1


def test_nothing_to_pair():
    assert pair([], []).sure == ()
    assert pair([described("Mötesplats")], []).alone(1, 0) == [0]
