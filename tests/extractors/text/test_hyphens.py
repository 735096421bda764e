"""Broken words are made whole; hyphens that belong to a word stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.hyphens import Vocabulary, join_lines

NOTHING_KNOWN = Vocabulary()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["förvalt-", "ningens stöd"], "förvaltningens stöd", id="broken-word"),
        pytest.param(["barn-", "och ungdomsvård"], "barn- och ungdomsvård", id="suspended-och"),
        pytest.param(["barn- och", "ungdomsvård"], "barn- och ungdomsvård", id="suspended-inside-the-line"),
        pytest.param(["läns-", "eller kommunnivå"], "läns- eller kommunnivå", id="suspended-eller"),
        pytest.param(["elev-", "samt skolhälsa"], "elev- samt skolhälsa", id="suspended-samt"),
        pytest.param(["en drop-in-", "mottagning"], "en drop-in-mottagning", id="of-words-with-a-hyphen"),
        pytest.param(["gemen-", "samt."], "gemensamt.", id="no-conjunction"),
        pytest.param(["sms-", "påminnelser"], "sms-påminnelser", id="no-syllable"),
        pytest.param(["hbtqi-", "frågor"], "hbtqi-frågor", id="no-words-beginning"),
        pytest.param(["it-", "stödet"], "it-stödet", id="it"),
        pytest.param(["icke-", "binära"], "icke-binära", id="icke"),
        pytest.param(["en prova på-", "kväll"], "en prova på-kväll", id="of-two-words"),
        pytest.param(["fler på-", "verkas"], "fler påverkas", id="of-one-word"),
        pytest.param(["ita-", "lienska"], "italienska", id="begins-with-it"),
        pytest.param(["språk-", "träning"], "språkträning", id="three-consonants-after-s"),
        pytest.param(["ADHD-", "utredning"], "ADHD-utredning", id="abbreviation"),
        pytest.param(["PSYKIATRI-", "MOTTAGNING"], "PSYKIATRIMOTTAGNING", id="heading-in-capitals"),
        pytest.param(["BUP-", "VUX"], "BUP-VUX", id="two-abbreviations"),
        pytest.param(["Covid-", "19 drabbade"], "Covid-19 drabbade", id="number-after"),
        pytest.param(["2018-", "2020"], "2018-2020", id="years"),
        pytest.param(["Södra-", "Sverige"], "Södra-Sverige", id="name-after"),
        pytest.param(["e-", "hälsa"], "e-hälsa", id="single-letter"),
        pytest.param(["65-", "årsdagen"], "65-årsdagen", id="number-before"),
        pytest.param(["sam\u2010", "verkan"], "samverkan", id="U+2010-at-the-end"),
        pytest.param(["sam\u00ad", "verkan"], "samverkan", id="soft-hyphen-at-the-end"),
        pytest.param(["Sam\u00ad", "Verkan"], "SamVerkan", id="soft-hyphen-never-stays"),
        pytest.param(["sam\u00adverkan e\u2010hälsa", "e\u2011post"], "samverkan e-hälsa e-post", id="inside-lines"),
        pytest.param(["stöd –", "och hjälp"], "stöd – och hjälp", id="dash-with-white"),
        pytest.param(["stöd -", "och hjälp"], "stöd - och hjälp", id="hyphen-with-white"),
        pytest.param(
            ["se https://kommun.example/", "sida"], "se https://kommun.example/sida", id="address-cut-at-a-slash"
        ),
        pytest.param(["planen 2018–", "2022 gäller"], "planen 2018–2022 gäller", id="cut-range"),
        pytest.param(["kostar 500 –", "200 mer"], "kostar 500 – 200 mer", id="dash-between-words"),
        pytest.param(["och/", "eller"], "och/ eller", id="slash-in-no-address"),
        pytest.param(["  ett ", "", "  ", "två"], "ett två", id="white-lines"),
        pytest.param(["en"], "en", id="one-line"),
        pytest.param([], "", id="no-lines"),
        pytest.param(["psykia-", "trimot-", "tagning"], "psykiatrimottagning", id="broken-twice"),
    ],
)
def test_lines_are_joined(lines, text):
    assert join_lines(lines, NOTHING_KNOWN) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["barn\u00ad och ungdom"], "barn- och ungdom", id="suspended-inside-the-line"),
        pytest.param(["barn\u00ad", "och ungdom"], "barn- och ungdom", id="suspended-at-the-end"),
        pytest.param(["läns\u00ad", "samt kommun"], "läns- samt kommun", id="suspended-samt"),
        pytest.param(["skolan \u00ad hela länet"], "skolan - hela länet", id="as-a-dash"),
        pytest.param(["\u00ad kurser"], "- kurser", id="as-a-bullet"),
        pytest.param(["(barn\u00ad)"], "(barn-)", id="before-a-bracket"),
        pytest.param(["elev\u00ad, skol\u00ad"], "elev-, skol-", id="before-a-comma-and-last"),
        pytest.param(["sam\u00adverkan, 20\u00ad25"], "samverkan, 2025", id="inside-words"),
    ],
)
def test_a_soft_hyphen_at_a_words_edge_is_printed_and_inside_a_word_it_is_not(lines, text):
    assert join_lines(lines, NOTHING_KNOWN) == text


@pytest.mark.parametrize(
    ("document", "text"),
    [
        pytest.param("våra first-line insatser", "first-line", id="with-hyphen-inside-a-line"),
        pytest.param("våra First-Line insatser", "first-line", id="in-other-case"),
        pytest.param("våra first\u2011line insatser", "first-line", id="with-another-hyphen"),
        pytest.param("våra firstline insatser", "firstline", id="without-hyphen"),
        pytest.param("både firstline och first-line", "firstline", id="both-ways"),
        pytest.param("något annat", "firstline", id="unknown"),
    ],
)
def test_a_broken_word_is_spelt_as_the_document_spells_it_inside_a_line(document, text):
    vocabulary = Vocabulary([document])

    assert vocabulary.join(["first-", "line"]) == text


def test_the_vocabulary_holds_the_documents_words_whatever_their_case_and_hyphen():
    vocabulary = Vocabulary(["Stöd till E\u2010hälsa", "och mer"])

    assert "e-hälsa" in vocabulary
    assert "STÖD" in vocabulary
    assert "hälsa" not in vocabulary


WORDS = st.lists(
    st.text("abcdefåäö0123456789ABCÅ.,:;()%", min_size=1, max_size=12).filter(lambda w: not w.endswith("/")),
    min_size=1,
    max_size=40,
)


@given(WORDS, st.data())
def test_a_text_wrapped_at_its_spaces_comes_back(words, data):
    cuts = data.draw(st.lists(st.booleans(), min_size=len(words) - 1, max_size=len(words) - 1))
    lines = [words[0]]
    for word, cut in zip(words[1:], cuts, strict=True):
        if cut:
            lines.append(word)
        else:
            lines[-1] += f" {word}"

    assert join_lines(lines, NOTHING_KNOWN) == " ".join(words)


@given(st.text("abcdefåäö", min_size=2, max_size=20), st.data())
def test_a_word_broken_with_a_hyphen_comes_back_where_the_document_prints_it(word, data):
    at = data.draw(st.integers(1, len(word) - 1))
    first, second = word[:at], word[at:]

    joined = Vocabulary([word]).join([f"{first}-", second])

    assert joined == (f"{first}-{second}" if len(first) == 1 else word)


@given(st.lists(st.text("abc-\u00ad\u2010\u2011 åäö", max_size=10), max_size=6))
def test_no_letter_is_lost_or_made(lines):
    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalpha())

    assert letters(join_lines(lines, NOTHING_KNOWN)) == letters("".join(lines))


@given(st.text("abcåäö", min_size=2, max_size=8), st.text("abcåäö", min_size=3, max_size=8))
def test_a_soft_hyphen_at_a_lines_end_goes(first, second):
    assert join_lines([f"{first}\u00ad", second], NOTHING_KNOWN) == first + second


@pytest.mark.parametrize(("document", "text"), [("kurs i MHFA", "MHFA"), ("kurs", "MH-FA")])
def test_a_short_abbreviation_broken_in_two_is_whole_where_the_document_prints_it_so(document, text):
    assert Vocabulary([document]).join(["MH-", "FA"]) == text
