"""Whether a page's first row is the rest of the last row of the page before."""

import pytest

from extractors.tables.cut_rows import is_rest_of_row

OTHERS = (["Skola", "Kurser", "5 000"], ["Vård", "Råd till alla.", "700"], ["Fritid", "Lov", "80"])


@pytest.mark.parametrize(
    ("above", "rest"),
    [
        pytest.param(["Boende", "Kurser för", "700"], ["", "personal", ""], id="without-label"),
        pytest.param(["Boende", "Kurser.", "700"], ["", "Mer personal.", ""], id="another-sentence"),
        pytest.param(["Boende med", "Kurser.", "700"], ["stöd", "Mer personal.", ""], id="label-goes-on"),
        pytest.param(["Boende med", "Kurser för", ""], ["stöd", "personal", "105 000"], id="amount-at-the-foot"),
        pytest.param(["Boende och", "Kurser", ""], ["stöd", "", "700"], id="amount-below-a-whole-text"),
        pytest.param(["", "Kurser", ""], ["Boende med stöd", "", "700"], id="each-has-what-the-other-lacks"),
        pytest.param(["Boende med", "", ""], ["stöd", "", "700"], id="label-goes-on-beside-its-number"),
        pytest.param(
            ["", "Kurs-", ""], ["Boende", "ledare", "700"], id="each-has-what-the-other-lacks-or-goes-on-with"
        ),
        pytest.param(["Boende far illa.", "Kurser", "700"], ["(HELA KOMMUNEN)", "", ""], id="label-in-brackets"),
        pytest.param(["Hem-", "Kurser", "700"], ["Tjänst", "", ""], id="hyphen-before-a-capital"),
    ],
)
def test_a_row_is_the_rest_of_the_one_above(above, rest):
    assert is_rest_of_row(above, rest, OTHERS, headed=True)


@pytest.mark.parametrize(
    ("above", "rest"),
    [
        pytest.param(["Boende", "Kurser", "700"], ["Hälsa", "Mat", "80"], id="whole-row"),
        pytest.param(["Boende", "Kurser", "700"], ["Hälsa", "", ""], id="section"),
        pytest.param(["Boende", "Kurser", "700"], ["", "Mat", "80"], id="second-number"),
        pytest.param(["Lön", "Kurser", "700"], ["därav resor", "", "80"], id="breakdown"),
        pytest.param(["Boende", "Kurser", ""], ["", "", "= 5 780"], id="sum"),
        pytest.param(["", "Kurser", "700"], ["Hälsa", "Mat", ""], id="label-without-need"),
        pytest.param(["Boende", "", ""], ["varav lön", "", "700"], id="breakdown-below-a-section"),
    ],
)
def test_a_row_is_its_own(above, rest):
    assert not is_rest_of_row(above, rest, OTHERS, headed=True)


def test_lower_case_tells_nothing_where_labels_begin_so():
    others = [["lön", "Fast", "5"], ["hyra", "Fast", "7"], ["resor", "Rörlig", "8"]]

    assert not is_rest_of_row(["mat", "Rörlig", "9"], ["el", "", ""], others, headed=True)


def test_a_row_without_label_tells_nothing_where_many_lack_one():
    others = [["Skola", "Kurser", "x"], ["", "Råd", "x"], ["", "Bok", "x"]]

    assert not is_rest_of_row(["", "Lov", "x"], ["", "Tid", "x"], others, headed=True)


@pytest.mark.parametrize(("rest", "goes_on"), [("000 invånare", True), ("00 besök", False), ("Råd till alla", False)])
def test_a_number_that_the_page_cut_goes_on_in_its_next_group(rest, goes_on):
    above = ["Boende och", "Besök per 10", "Vården"]

    assert is_rest_of_row(above, ["stöd", rest, ""], OTHERS[:1], headed=True) is goes_on
