"""What a plan's heads open: the words of the field, misspelt, numbered, with and without a colon."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.plans.heads import Head, head_of, run_in_head
from tests.plan_builders import heading, prose, read

LETTERS = string.ascii_lowercase + "åäö"


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("Långsiktiga mål", "long_term"),
        ("Långsiktigt mål", "long_term"),
        ("Långsiktigt mål:", "long_term"),
        ("LÅNGSIKTIGA MÅL", "long_term"),
        ("Långaiktiga mål", "long_term"),
        ("Långsiktga mål", "long_term"),
        ("Mål på lång sikt", "long_term"),
        ("Långsiktig målsättning", "long_term"),
        ("3.2 Långsiktiga mål", "long_term"),
        ("Kortsiktiga mål", "short_term"),
        ("Kortsiktigt mål:", "short_term"),
        ("Kortsitkigt mål", "short_term"),
        ("Mål på kort sikt", "short_term"),
        ("b) Kortsiktiga mål", "short_term"),
        ("Mål", "unspecified"),
        ("Mål:", "unspecified"),
        ("4. Mål", "unspecified"),
        ("Målsättning", "unspecified"),
        ("Övergripande mål", "unspecified"),
        ("Effektmål", "unspecified"),
        ("Delmål", "unspecified"),
        ("Etappmål", "short_term"),
        ("Mål på längre sikt", "long_term"),
        ("Övergripande mål för perioden", "unspecified"),
    ],
)
def test_goal_heads_say_their_horizon(text, horizon):
    assert head_of(text) == Head("goal", horizon=horizon)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Aktiviteter", "unspecified"),
        ("Aktivitet", "unspecified"),
        ("Aktiviteter:", "unspecified"),
        ("Aktiviter", "unspecified"),
        ("Akitviteter", "unspecified"),
        ("2.1 Aktiviteter", "unspecified"),
        ("Planerade aktiviteter", "unspecified"),
        ("Förslag på aktiviteter", "unspecified"),
        ("Åtgärder", "unspecified"),
        ("Prioriterade aktiviteter", "priority"),
        ("Prioriterad aktivitet:", "priority"),
        ("Löpande aktiviteter", "ongoing"),
        ("Pågående aktiviteter", "ongoing"),
        ("Lokala satsningar", "local"),
        ("Lokal satsning", "local"),
        ("Insatser och aktiviteter", "unspecified"),
        ("Aktiviteter/insatser", "unspecified"),
        ("Planerade insatser under perioden", "unspecified"),
        ("Aktiviteter och tidplan", "unspecified"),
        ("Viktigaste åtgärder", "unspecified"),
    ],
)
def test_activity_heads_say_their_category(text, category):
    assert head_of(text) == Head("activity", category=category)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Indikatorer", "indicator"),
        ("Indikator:", "indicator"),
        ("Inidkatorer", "indicator"),
        ("Uppföljningsmått", "indicator"),
        ("Kostnad", "cost"),
        ("Kostnader:", "cost"),
        ("5.4 Kostnad och finansiering", "cost"),
        ("Budget", "cost"),
        ("Uppföljning och indikatorer", "indicator"),
        ("Indikatorer och mått", "indicator"),
        ("Nyckeltal", "indicator"),
        ("Ekonomi", "cost"),
        ("Uppskattad kostnad:", "cost"),
    ],
)
def test_heads_of_indicators_and_costs(text, kind):
    assert head_of(text) == Head(kind)


@pytest.mark.parametrize(
    ("text", "years"),
    [("2025", (2025, 2025)), ("2025–2027", (2025, 2027)), ("2025-2027", (2025, 2027)), ("År 2026:", (2026, 2026))],
)
def test_a_line_of_years_alone_opens_them(text, years):
    assert head_of(text) == Head("years", years=years)


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Aktivitet 3. Utbilda skolpersonal", "3", "Utbilda skolpersonal"),
        ("Aktivitet 12: Öppna en mottagning", "12", "Öppna en mottagning"),
        ("AKTIVITET 4 – Samtal för anhöriga", "4", "Samtal för anhöriga"),
        ("Aktivitet 3.2 Bilda nätverk", "3.2", "Bilda nätverk"),
        ("Aktivitet 7", "7", ""),
        ("Åtgärd A1.1", "A1.1", ""),
        ("Åtgärd 2.4 Öppna en jourtelefon", "2.4", "Öppna en jourtelefon"),
    ],
)
def test_a_numbered_activity_gives_its_number_and_name(text, number, name):
    assert head_of(text) == Head("numbered_activity", text=name, number=number)


@pytest.mark.parametrize(
    "text",
    [
        "Fokusområde 2: Tidiga insatser",
        "Fokusområde: Tidiga insatser",
        "Målområde 4 Utsatta grupper",
        "Insatsområde 1 – Förebyggande arbete",
        "Utvecklingsområde ledning och styrning",
        "Prioriterat område: Suicidprevention",
    ],
)
def test_a_focus_area_keeps_its_own_words(text):
    assert head_of(text) == Head("focus_area", text=text)
    assert head_of(f"3.1 {text}") == Head("focus_area", text=text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Målgrupp: Barn och unga", "Barn och unga"),
        ("Målgrupper: Vuxna och äldre", "Vuxna och äldre"),
        ("Barn och unga", "Barn och unga"),
        ("2.3 Barn och ungdomar", "Barn och ungdomar"),
        ("Samtliga målgrupper", "Samtliga målgrupper"),
        ("Personer med samsjuklighet", "Personer med samsjuklighet"),
        ("Nyanlända", "Nyanlända"),
        ("Äldre över 65 år", "Äldre över 65 år"),
    ],
)
def test_a_target_group_is_given_without_its_label(text, group):
    assert head_of(text) == Head("target_group", text=group)


@pytest.mark.parametrize("text", ["Prioriterade områden", "Våra prioriterade områden", "3 Prioriterade insatsområden"])
def test_prioritised_areas(text):
    head = head_of(text)

    assert head is not None
    assert head.kind == "priority_areas"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Bakgrund",
        "Sammanfattning och slutsatser",
        "Uppföljning",
        "Målbild",
        "Mål och aktiviteter",
        "Mål och indikatorer",
        "Insats",
        "Satsning",
        "Satsningen",
        "och aktiviteter",
        "Aktiviteter och",
        "Långsiktiga",
        "Målgruppens behov",
        "Målområdets betydelse för länet",
        "Målen i korthet",
        "Aktiviteterna kostar mer än väntat",
        "Långsiktiga mål och kortsiktiga mål",
        "Barn och unga väntar längre än vuxna.",
        "2026 anställs fyra kuratorer",
        "Fokusera på det viktiga",
        "Mål " + "och mera mål " * 30,
    ],
)
def test_other_headings_open_nothing(text):
    assert head_of(text) is None


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        (
            "Kortsiktigt mål: Alla skolor har en kontaktväg.",
            Head("goal", horizon="short_term"),
            "Alla skolor har en kontaktväg.",
        ),
        ("Långaiktigt mål: Färre köar", Head("goal", horizon="long_term"), "Färre köar"),
        ("Mål: Ingen väntar över en vecka: varken ung eller äldre", Head("goal"), None),
        ("Indikator: Antal samtal per månad", Head("indicator"), "Antal samtal per månad"),
        ("Aktivitet: Starta en jourtelefon", Head("activity"), "Starta en jourtelefon"),
        ("Kostnad: 40 000 kr", Head("cost"), "40 000 kr"),
    ],
)
def test_a_run_in_head_parts_at_its_first_colon(text, head, rest):
    assert run_in_head(text) == (head, rest or text.partition(": ")[2])


@pytest.mark.parametrize(
    "text",
    [
        "Mål:",
        "Aktiviteter",
        "Ansvarig: Kommunen",
        "Prioriterade aktiviteter: sådant som får egna pengar.",
        "Löpande aktiviteter: sådant som ryms i det dagliga.",
        "Målgrupp: Barn och unga",
        "Mål och mening: en betraktelse",
        "Detta är ett kortsiktigt mål som många har skrivit om: Öka kunskapen",
    ],
)
def test_no_run_in_head(text):
    assert run_in_head(text) is None


@st.composite
def one_letter_off(draw: st.DrawFn) -> tuple[str, str]:
    """A head's long word with one letter changed, lost or doubled, and what it opens all the same."""
    word, rest, kind = draw(
        st.sampled_from(
            [
                ("aktiviteter", "", "activity unspecified"),
                ("långsiktiga", " mål", "goal long_term"),
                ("kortsiktiga", " mål", "goal short_term"),
                ("indikatorer", "", "indicator unspecified"),
                ("prioriterade", " aktiviteter", "activity priority"),
            ]
        )
    )
    at = draw(st.integers(1, len(word) - 2))
    instead = draw(st.sampled_from(["", word[at] * 2, draw(st.sampled_from(LETTERS))]))
    return word[:at] + instead + word[at + 1 :] + rest, kind


@given(one_letter_off(), st.sampled_from(["", "1 ", "2.3 ", "4. ", "c) "]), st.sampled_from(["", ":", " :"]))
def test_one_letter_off_opens_the_same(written, number, colon):
    text, kind = written

    head = head_of(f"{number}{text.capitalize()}{colon}")

    assert head is not None
    said = head.horizon if head.kind == "goal" else head.category
    assert f"{head.kind} {said}" == kind


@given(st.text(max_size=80))
def test_any_text_is_read_the_same_twice(text):
    assert head_of(text) == head_of(text)
    assert run_in_head(text) == run_in_head(text)


@pytest.mark.parametrize(
    ("text", "kind", "horizon", "years"),
    [
        ("Mål på längre sikt (5–10 år)", "goal", "long_term", None),
        ("Mål till 2026", "goal", "unspecified", (2026, 2026)),
        ("Aktiviteter under 2025", "activity", "unspecified", (2025, 2025)),
        ("Aktiviteter 2026 och framåt", "activity", "unspecified", (2026, 2026)),
        ("Kortsiktiga mål (2025–2026):", "goal", "short_term", (2025, 2026)),
    ],
)
def test_what_stands_after_a_heads_words(text, kind, horizon, years):
    assert head_of(text) == Head(kind, horizon=horizon, years=years)


@pytest.mark.parametrize("text", ["Så arbetar vi", "Vad vill unga själva?", "Hur mår barnen?", "Det här är vi"])
def test_other_questions_open_nothing(text):
    assert head_of(text) is None


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("Mål 2: Färre elever stannar hemma", Head("goal", number="2"), "Färre elever stannar hemma"),
        ("Delmål A1. Alla får svar", Head("goal", number="A1"), "Alla får svar"),
        ("Delmål 1.2.3 Alla får svar", Head("goal", number="1.2.3"), "Alla får svar"),
        ("Mål B – Alla får svar", Head("goal", number="B"), "Alla får svar"),
        ("2.1 Mål 1 – Fler får hjälp i tid", Head("goal", number="1"), "Fler får hjälp i tid"),
        ("3.2 Kortsiktigt mål: Ingen väntar", Head("goal", horizon="short_term"), "Ingen väntar"),
        ("Delmål 1.2 Alla får svar", Head("goal", number="1.2"), "Alla får svar"),
        ("Långsiktigt mål – ingen väntar", Head("goal", horizon="long_term"), "ingen väntar"),
    ],
)
def test_counted_and_dashed_run_in_heads(text, head, rest):
    assert run_in_head(text) == (head, rest)


@pytest.mark.parametrize(("text", "number"), [("Mål 1", "1"), ("Delmål A2.1", "A2.1"), ("Mål B:", "B")])
def test_a_counted_goal_may_leave_its_text_to_what_stands_below(text, number):
    assert head_of(text) == Head("goal", number=number)


@pytest.mark.parametrize(("text", "years"), [("Vad ska vi göra 2025?", (2025, 2025)), ("Mål för 2026", (2026, 2026))])
def test_a_head_with_years_after_a_preposition_or_in_a_question(text, years):
    head = head_of(text)

    assert head is not None
    assert head.years == years


@pytest.mark.parametrize(
    "text", ["Lokala satsningar – Exempelby", "Mål 2026", "Aktiviteter - bilaga", "Mål 3 av 4 nåddes"]
)
def test_names_and_counts_are_no_run_in_heads(text):
    assert run_in_head(text) is None


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("Långsiktigt mål (fem år):", "long_term"),
        ("Kortsiktiga mål, 1 år", "short_term"),
        ("Långsiktiga mål – fem år", "long_term"),
        ("Mål på ett års sikt", "short_term"),
        ("Mål inom 5–10 år", "long_term"),
        ("Mål (tre år)", "unspecified"),
        ("Det här vill vi uppnå på fem års sikt", "long_term"),
        ("Vad vill vi uppnå på ett års sikt?", "short_term"),
    ],
)
def test_a_horizon_can_be_told_in_years(text, horizon):
    assert head_of(text) == Head("goal", horizon=horizon)


def test_what_limits_a_run_in_head_stands_before_its_colon():
    assert run_in_head("Kortsiktigt mål (ett år): Ingen väntar") == (Head("goal", horizon="short_term"), "Ingen väntar")
    assert run_in_head("Aktiviteter (första året): Starta en grupp") == (Head("activity"), "Starta en grupp")


@pytest.mark.parametrize("text", ["Barn 6 år", "Ungdomar från 16 år", "fem år"])
def test_ages_are_no_horizons(text):
    assert head_of(text) is None


def test_a_head_of_what_is_done_always_stands_beside_heads_of_years():
    plan = read(
        heading("Aktiviteter"),
        heading("Varje år", 4),
        prose("Utbilda alla lärare i bemötande."),
        heading("2026", 4),
        prose("Ta fram en policy för mötesplatser."),
    )

    assert [(activity.text, activity.heading_years) for activity in plan.activities] == [
        ("Utbilda alla lärare i bemötande.", None),
        ("Ta fram en policy för mötesplatser.", (2026, 2026)),
    ]


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("Mål på fyra års sikt. Alla skolor har en plan.", "long_term"),
        ("Mål på ett års sikt. Två skolor har en plan.", "short_term"),
        ("Mål på tre års sikt. Fem skolor har en plan.", "unspecified"),
    ],
)
def test_a_goals_years_may_stand_in_a_run_in_head_that_is_a_sentence(text: str, horizon: str):
    found = run_in_head(text)

    assert found is not None
    assert (found[0].kind, found[0].horizon) == ("goal", horizon)
    assert found[1].endswith("har en plan.")
