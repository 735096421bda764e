"""The plan's skeleton walked from top to bottom: which text is a goal, an activity, an indicator, and whose."""

import pytest

from extractors.drafts import PlanDraft
from extractors.plans.skeleton import read_skeleton
from models.blocks import Block, Cell, ListItem, Note, Paragraph, Table
from models.place import Place
from tests.plan_builders import NOWHERE, activities, goals, heading, item, prose, read


def test_lists_under_each_head():
    plan = read(
        heading("Samtal på skoltid", level=2),
        heading("Långaiktiga mål"),
        item("Elever mår bättre."),
        item("Färre elever stannar hemma."),
        heading("Kortsiktigt mål:"),
        item("Varje skola har en samtalstid i veckan."),
        heading("Aktiviter"),
        item("Anställa två kuratorer."),
        heading("Indikatorer"),
        item("Andel elever som är nöjda."),
        heading("Kostnad"),
        prose("Arbetet kostar 300 000 kr."),
    )

    assert goals(plan) == [
        ("Elever mår bättre.", "long_term"),
        ("Färre elever stannar hemma.", "long_term"),
        ("Varje skola har en samtalstid i veckan.", "short_term"),
    ]
    assert activities(plan) == ["Anställa två kuratorer."]
    assert [indicator.text for indicator in plan.indicators] == ["Andel elever som är nöjda."]


def test_an_act_is_one_though_the_next_sentence_tells_what_it_costs():
    plan = read(
        heading("Insatser"),
        prose("Personalen utbildas i samtal. Kursen köps av länet och kostar 52 000 kronor."),
        prose("Sammanlagt kostar insatserna 80 000 kronor."),
    )

    assert activities(plan) == ["Personalen utbildas i samtal. Kursen köps av länet och kostar 52 000 kronor."]


def test_years_over_lists_of_what_is_to_be_done_open_acts():
    plan = read(
        heading("Mål 1. Färre unga saknar arbete", level=2),
        heading("Strategi 1.1 – Nå dem som ingen når", level=3),
        heading("2027", level=4),
        item("Två uppsökare anställs vid torget"),
        prose("2028–2029"),
        item("Torget håller öppet på kvällstid"),
        heading("Bakgrund", level=2),
        heading("2026", level=4),
        item("Två uppsökare anställs vid torget"),
    )

    assert activities(plan) == ["Två uppsökare anställs vid torget", "Torget håller öppet på kvällstid"]
    assert [activity.heading_years for activity in plan.activities] == [(2027, 2027), (2028, 2029)]


def test_a_number_alone_is_no_act():
    plan = read(heading("Aktiviteter"), prose("1.1"), prose("Anställa två kuratorer."))

    assert activities(plan) == ["Anställa två kuratorer."]


@pytest.mark.parametrize("head", [heading("Kortsiktiga mål"), prose("Kortsiktiga mål"), prose("Kortsiktiga mål:")])
def test_goals_as_paragraphs_under_a_head_of_any_kind(head):
    plan = read(head, prose("Alla får svar samma dag."), prose("Ingen hänvisas vidare två gånger."))

    assert goals(plan) == [
        ("Alla får svar samma dag.", "short_term"),
        ("Ingen hänvisas vidare två gånger.", "short_term"),
    ]


@pytest.mark.parametrize("kind", [heading, prose, item])
def test_run_in_heads_state_their_goal(kind):
    plan = read(kind("Långsiktigt mål: Länet har en väg in."), kind("Kortsiktigt mål: Vägen är ritad."))

    assert goals(plan) == [("Länet har en väg in.", "long_term"), ("Vägen är ritad.", "short_term")]


def test_several_goals_after_a_run_in_head():
    plan = read(prose("Kortsiktigt mål: Vägen är ritad."), prose("Alla har fått se den."))

    assert goals(plan) == [("Vägen är ritad.", "short_term"), ("Alla har fått se den.", "short_term")]


def test_a_lead_in_behind_a_head_belongs_to_its_items():
    plan = read(prose("Kortsiktigt mål: Vid årets slut ska"), item("vägen vara ritad."), item("alla ha sett den."))

    assert goals(plan) == [("vägen vara ritad.", "short_term"), ("alla ha sett den.", "short_term")]


def test_a_lead_in_behind_a_head_belongs_to_the_lists_below_headings_of_its_parts():
    plan = read(
        heading("Stöd i skolan", level=3),
        prose("Aktiviteter: Stödet har två delar:"),
        heading("Grunden", level=5),
        item("Anställa två kuratorer."),
        heading("Påbyggnaden", level=5),
        item("Öppna en mottagning på torget."),
        heading("Stöd i hemmet", level=3),
        item("Det finns redan i dag."),
    )

    assert activities(plan) == ["Anställa två kuratorer.", "Öppna en mottagning på torget."]


def test_a_lead_in_belongs_to_its_items():
    plan = read(heading("Mål"), prose("Syftet är att:"), item("korta köerna"), item("minska stressen"))

    assert goals(plan) == [("korta köerna", "unspecified"), ("minska stressen", "unspecified")]


def test_a_lead_in_between_two_lists_keeps_the_section_open():
    plan = read(
        heading("Aktiviteter"),
        item("Utse en samordnare."),
        prose("Därtill ska kommunerna:"),
        item("Bjuda in föreningar."),
    )

    assert activities(plan) == ["Utse en samordnare.", "Bjuda in föreningar."]


def test_prose_after_a_list_ends_it():
    plan = read(
        heading("Aktiviteter"),
        item("Utse en samordnare."),
        prose("Arbetet följer den gängse ordningen i länet."),
        prose("Styrgruppen möts varje månad."),
        item("En lös punkt som inte hör till listan."),
    )

    assert activities(plan) == ["Utse en samordnare."]


def test_a_table_ends_what_stands_above_it():
    cell = Cell(row=0, col=0, text="Kronor", place=NOWHERE[0])
    table = Table(text="", places=NOWHERE, method="ruled", n_rows=1, n_cols=1, cells=(cell,))

    plan = read(heading("Mål"), item("Korta köer."), table, prose("Tabellen visar fördelningen."))

    assert goals(plan) == [("Korta köer.", "unspecified")]


def test_notes_do_not_part_a_list():
    note = Note(text="Handlingsplan för exempellänet", places=NOWHERE, note="running_head")

    plan = read(heading("Mål"), item("Korta köer."), note, item("Lugna nätter."))

    assert goals(plan) == [("Korta köer.", "unspecified"), ("Lugna nätter.", "unspecified")]


def test_nothing_is_read_before_the_first_head():
    plan = read(heading("Bakgrund", level=1), prose("Länet har växt."), item("Köerna är långa."))

    assert plan == PlanDraft()


@pytest.mark.parametrize("text", ["Bakgrund", "Uppföljning", "Sammanfattning", "Organisation för arbetet"])
def test_a_chapter_ends_the_section_whatever_its_level(text):
    plan = read(heading("Mål", level=2), item("Korta köer."), heading(text, level=3), item("Här står något annat."))

    assert goals(plan) == [("Korta köer.", "unspecified")]


def test_a_heading_below_a_section_parts_it_without_ending_it():
    plan = read(heading("Mål", level=2), heading("För skolan", level=3), item("Elever får hjälp i tid."))

    assert goals(plan) == [("Elever får hjälp i tid.", "unspecified")]


def test_a_heading_after_which_the_same_heads_return_is_the_next_initiatives():
    plan = read(
        heading("Trygga nätter", level=5),
        heading("Kortsiktigt mål", level=4),
        prose("Färre ringer jouren."),
        heading("Långsiktigt mål", level=4),
        prose("Alla sover gott."),
        heading("Stöd på natten", level=5),
        prose("I kommunen arbetar många om natten, och få vet vart de ska vända sig."),
        heading("Kortsiktigt mål", level=4),
        prose("Varje arbetslag har en handledare."),
    )

    assert [(goal.text, goal.initiative and goal.initiative.title) for goal in plan.goals] == [
        ("Färre ringer jouren.", "Trygga nätter"),
        ("Alla sover gott.", "Trygga nätter"),
        ("Varje arbetslag har en handledare.", "Stöd på natten"),
    ]


def test_a_heading_right_over_a_list_sorts_it_though_the_heads_return():
    plan = read(
        heading("Mål", level=3),
        heading("Barn", level=4),
        item("Barn sover bättre."),
        heading("Mål", level=3),
        item("Vuxna sover bättre."),
    )

    assert [text for text, _ in goals(plan)] == ["Barn sover bättre.", "Vuxna sover bättre."]


def test_year_heads_hold_until_the_next():
    plan = read(
        heading("Aktiviteter"),
        heading("2025", level=4),
        item("Kartlägga behoven."),
        prose("2026–2027"),
        item("Pröva arbetssättet."),
        heading("Indikatorer"),
        item("Antal prövade arbetssätt."),
        heading("Aktiviteter"),
        item("Sprida det som fungerar."),
    )

    assert [(a.text, a.heading_years) for a in plan.activities] == [
        ("Kartlägga behoven.", (2025, 2025)),
        ("Pröva arbetssättet.", (2026, 2027)),
        ("Sprida det som fungerar.", None),
    ]


def test_a_year_head_reopens_a_list_that_prose_ended():
    plan = read(
        heading("Aktiviteter"),
        heading("2025", level=4),
        item("Kartlägga behoven."),
        prose("Kartläggningen görs gemensamt."),
        heading("2026", level=4),
        item("Pröva arbetssättet."),
    )

    assert activities(plan) == ["Kartlägga behoven.", "Pröva arbetssättet."]


@pytest.mark.parametrize(
    ("head", "category"),
    [
        ("Prioriterade aktiviteter", "priority"),
        ("Löpande aktiviteter", "ongoing"),
        ("Lokala satsningar", "local"),
        ("Aktiviteter", "unspecified"),
    ],
)
def test_the_head_gives_the_category(head, category):
    plan = read(heading(head), item("Hålla öppet hus."))

    assert [activity.category for activity in plan.activities] == [category]


def test_a_numbered_activity_has_its_steps_below_it():
    plan = read(
        heading("Prioriterade aktiviteter", level=2),
        heading("Aktivitet 3. Öppna en mottagning", level=3),
        prose("Mottagningen är länets första och ska ligga centralt."),
        item("Hyra en lokal."),
        item("Anställa två psykologer."),
        heading("Aktivitet 4. Utbilda ledare", level=3),
        item("Boka en kurs."),
    )

    opened, lease, hire, train, book = plan.activities
    assert [a.number for a in plan.activities] == ["3", None, None, "4", None]
    assert opened.text == "Öppna en mottagning"
    assert lease.parent is opened
    assert hire.parent is opened
    assert book.parent is train
    assert opened.parent is train.parent is None
    assert {a.category for a in plan.activities} == {"priority"}


def test_a_numbered_activity_without_a_name_keeps_its_head():
    plan = read(heading("Aktivitet 5"), item("Boka en kurs."))

    assert activities(plan) == ["Aktivitet 5", "Boka en kurs."]


def test_a_sentence_that_tells_of_an_activity_is_none():
    text = (
        "Aktivitet 3 och de steg som hör till den har diskuterats i styrgruppen vid flera möten "
        "under det gångna året utan beslut."
    )

    assert activities(read(heading("Bakgrund"), prose(text))) == []


def test_steps_by_the_lists_levels():
    plan = read(
        heading("Aktiviteter"),
        item("Bygga upp ett nätverk.", level=1),
        item("Bjuda in kommunerna.", level=2),
        item("Skriva en avsiktsförklaring.", level=3),
        item("Ordna en träff.", level=2),
        item("Följa upp.", level=1),
    )

    network, invite, write, meet, follow = plan.activities
    assert [a.parent for a in (network, invite, write, meet, follow)] == [None, network, invite, network, None]


def test_time_of_a_numbered_activity():
    plan = read(heading("Aktivitet 1. Utbilda ledare"), prose("Tid: 2025–2026"), item("Boka en kurs."))

    assert [(a.text, a.heading_years) for a in plan.activities] == [
        ("Utbilda ledare", (2025, 2026)),
        ("Boka en kurs.", None),
    ]


def test_what_stands_below_a_numbered_activity_describes_it():
    plan = read(heading("Aktivitet 1. Utbilda ledare"), prose("Kurserna hålls under 2026."), item("Boka en kurs."))

    assert [(a.text, a.description) for a in plan.activities] == [
        ("Utbilda ledare", ["Kurserna hålls under 2026."]),
        ("Boka en kurs.", []),
    ]


@pytest.mark.parametrize("label", ["Tid", "Tidplan", "Tidsplan", "Period", "När", "År"])
def test_labels_of_time(label):
    plan = read(heading("Aktivitet 1. Utbilda ledare"), prose(f"{label}: 2025."))

    assert [a.heading_years for a in plan.activities] == [(2025, 2025)]


@pytest.mark.parametrize("label", ["Ansvarig", "Ansvariga", "Ansvarig aktör", "Ansvar", "Ansvarig nämnd"])
def test_a_line_of_responsibility_belongs_to_the_activity_before_it(label):
    plan = read(
        heading("Aktiviteter"),
        item("Utse en samordnare."),
        item("Boka en kurs."),
        item(f"{label}: Socialnämnden."),
    )

    assert [(a.text, a.responsible) for a in plan.activities] == [
        ("Utse en samordnare.", None),
        ("Boka en kurs.", "Socialnämnden"),
    ]


def test_lines_of_responsibility_and_time_between_items_part_no_list():
    plan = read(
        heading("Aktiviteter"),
        item("Utse en samordnare."),
        prose("Ansvarig: Socialnämnden."),
        prose("Tid: 2025–2026"),
        item("Boka en kurs."),
        item("Tidplan: 2026"),
        prose("Ansvariga: Regionen"),
        item("Följa upp."),
    )

    assert [(a.text, a.responsible, a.heading_years) for a in plan.activities] == [
        ("Utse en samordnare.", "Socialnämnden", (2025, 2026)),
        ("Boka en kurs.", "Regionen", (2026, 2026)),
        ("Följa upp.", None, None),
    ]


@pytest.mark.parametrize(
    ("head", "years"),
    [
        ("Aktiviteter 2025", (2025, 2025)),
        ("Aktiviteter år 2025", (2025, 2025)),
        ("Planerade aktiviteter (2025–2026)", (2025, 2026)),
        ("Aktiviteter 2025-26:", (2025, 2026)),
    ],
)
@pytest.mark.parametrize("kind", [heading, prose])
def test_a_dated_head_gives_its_activities_their_years(kind, head, years):
    plan = read(kind(head), item("Boka en kurs."), heading("Aktiviteter"), item("Följa upp."))

    assert [(a.text, a.heading_years) for a in plan.activities] == [("Boka en kurs.", years), ("Följa upp.", None)]


def test_a_dated_head_of_goals_keeps_its_horizon():
    plan = read(heading("Kortsiktiga mål (2025–2026)"), item("Alla får svar samma dag."))

    assert goals(plan) == [("Alla får svar samma dag.", "short_term")]


@pytest.mark.parametrize("kind", [heading, prose])
@pytest.mark.parametrize("tags", [["Skola"], ["Skola", "Elevhälsa och fritid"]], ids=["one-tag", "two-tags"])
def test_tags_between_an_activity_and_its_list_head_nothing(kind, tags):
    plan = read(
        heading("Prioriterade aktiviteter", level=2),
        heading("Aktivitet 1. Utbilda ledare"),
        *(kind(tag) for tag in tags),
        item("Boka en kurs."),
    )

    train, book = plan.activities
    assert (train.text, book.text) == ("Utbilda ledare", "Boka en kurs.")
    assert book.parent is train
    assert {a.category for a in plan.activities} == {"priority"}


@pytest.mark.parametrize("kind", [heading, prose])
def test_a_tag_between_a_lead_in_and_its_list_heads_nothing(kind):
    plan = read(
        heading("Arbetet i år", level=1),
        prose("Följande aktiviteter planeras under året:"),
        kind("Skola och fritid"),
        item("Hålla öppet hus."),
    )

    assert activities(plan) == ["Hålla öppet hus."]
    assert [initiative.title for initiative in plan.initiatives] == ["Arbetet i år"]


def test_a_head_between_an_activity_and_a_list_is_no_tag():
    plan = read(heading("Aktivitet 1. Utbilda ledare"), heading("Indikatorer"), item("Antal kurser."))

    assert activities(plan) == ["Utbilda ledare"]
    assert [indicator.text for indicator in plan.indicators] == ["Antal kurser."]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param([item("Boka en kurs."), heading("Skola")], id="after-the-list"),
        pytest.param([heading("Skola"), prose("Skolan är länets största arbetsplats. " * 3)], id="over-prose"),
    ],
)
def test_a_heading_elsewhere_than_right_above_the_list_ends_the_activity(between):
    plan = read(heading("Aktivitet 1. Utbilda ledare"), *between, item("Här står något annat."))

    assert "Här står något annat." not in activities(plan)


@pytest.mark.parametrize(
    ("lead_in", "found"),
    [
        ("De övergripande målen för arbetet är:", True),
        ("Våra mål för perioden är följande:", True),
        ("Planen har tre övergripande mål:", True),
        ("Staten har fyra mål:", False),
        ("Målsättningen med arbetet är att:", True),
        ("Den nationella strategins mål är följande:", False),
        ("Överenskommelsens mål är att:", False),
        ("Målet i lagen är följande:", False),
        ("Regeringens mål för området är:", False),
        ("Myndighetens mål är att:", False),
        ("Mötet tog upp dessa frågor:", False),
    ],
)
def test_goals_that_a_lead_in_announces_and_those_of_others(lead_in, found):
    plan = read(heading("Bakgrund", level=1), prose(lead_in), item("Ingen ska behöva vänta."))

    assert [goal.text for goal in plan.goals] == (["Ingen ska behöva vänta."] if found else [])


@pytest.mark.parametrize(
    "lead_in",
    [
        "Följande aktiviteter planeras under året:",
        "Dessa insatser genomförs under året:",
        "Kommunernas åtgärder är följande:",
        "Socialnämnden åtar sig att",
        "Förvaltningen får i uppdrag att",
        "Uppdrag till kommunerna",
    ],
)
def test_activities_that_a_lead_in_announces(lead_in):
    plan = read(heading("Arbetet i år", level=1), prose(lead_in), item("Hålla öppet hus."), prose("Så går det till."))

    assert activities(plan) == ["Hålla öppet hus."]
    assert plan.goals == []


def test_an_indented_paragraph_says_what_the_name_above_it_means():
    def box(x0: float, top: float) -> tuple[Place, ...]:
        return (Place(page=1, x0=x0, top=top, x1=520, bottom=top + 12),)

    plan = read_skeleton(
        [
            heading("Arbetet i år", level=1),
            Paragraph(text="Följande aktiviteter planeras under året:", places=box(70, 80)),
            ListItem(text="Öppet hus", places=box(88, 100), marker="•"),
            Paragraph(text="Kommunen håller öppet en kväll i veckan.", places=box(88, 118)),
            ListItem(text="Ledarskola", places=box(88, 140), marker="•"),
            Paragraph(text="Så har kommunerna tänkt.", places=box(70, 158)),
        ]
    )

    open_house, evening, school = plan.activities
    assert [a.text for a in (open_house, school)] == ["Öppet hus", "Ledarskola"]
    assert evening.text == "Kommunen håller öppet en kväll i veckan."
    assert evening.parent is open_house


def test_prose_after_an_announced_list_is_prose():
    plan = read(
        heading("Vår väg framåt", level=1),
        prose("De övergripande målen för arbetet är:"),
        item("Ingen ska behöva vänta."),
        prose("Så har vi resonerat i styrgruppen."),
        item("En fråga för nästa möte."),
    )

    assert [goal.text for goal in plan.goals] == ["Ingen ska behöva vänta."]


def test_each_part_has_its_own_focus_area_target_group_and_initiative():
    plan = read(
        heading("Fokusområde 1: Tidiga insatser", level=1),
        heading("Målgrupp: Barn och unga", level=2),
        heading("Samtal på skoltid", level=3),
        heading("Mål", level=4),
        item("Elever mår bättre."),
        heading("Aktiviteter", level=4),
        item("Anställa två kuratorer."),
        heading("Trygg fritid", level=3),
        heading("Mål", level=4),
        item("Fler unga har en fritid."),
        heading("Målgrupp: Äldre över 65 år", level=2),
        heading("Mål", level=4),
        item("Färre äldre är ensamma."),
        heading("Fokusområde 2: Ledning", level=1),
        heading("Mål", level=4),
        item("Ledare har stöd."),
    )

    assert [
        (goal.text, goal.focus_area, goal.target_group, goal.initiative.title if goal.initiative else None)
        for goal in plan.goals
    ] == [
        ("Elever mår bättre.", "Fokusområde 1: Tidiga insatser", "Barn och unga", "Samtal på skoltid"),
        ("Fler unga har en fritid.", "Fokusområde 1: Tidiga insatser", "Barn och unga", "Trygg fritid"),
        (
            "Färre äldre är ensamma.",
            "Fokusområde 1: Tidiga insatser",
            "Äldre över 65 år",
            "Målgrupp: Äldre över 65 år",
        ),
        ("Ledare har stöd.", "Fokusområde 2: Ledning", None, "Fokusområde 2: Ledning"),
    ]
    assert plan.activities[0].initiative is plan.goals[0].initiative
    assert [i.target_group for i in plan.initiatives] == ["Barn och unga", "Barn och unga", "Äldre över 65 år", None]


def test_a_higher_heading_ends_focus_area_and_target_group():
    plan = read(
        heading("Fokusområde 1: Tidiga insatser", level=2),
        heading("Barn och unga", level=3),
        heading("Gemensamt arbete", level=1),
        heading("Mål", level=2),
        item("Alla drar åt samma håll."),
    )

    assert [(goal.focus_area, goal.target_group) for goal in plan.goals] == [(None, None)]


def test_a_heading_becomes_an_initiative_by_its_first_goal():
    plan = read(heading("Öppna dörrar", level=1), prose("En satsning."), heading("Mål"), item("Korta köer."))

    assert [initiative.title for initiative in plan.initiatives] == ["Öppna dörrar"]
    assert plan.goals[0].initiative is plan.initiatives[0]
    assert read(heading("Om planen", level=1), prose("Planen gäller hela länet.")).initiatives == []


def test_prioritised_areas_are_goals_below_a_focus_area():
    plan = read(
        heading("Fokusområde 1: Tidiga insatser", level=1),
        heading("Prioriterade områden", level=2),
        item("Stärka elevhälsan."),
    )

    assert goals(plan) == [("Stärka elevhälsan.", "unspecified")]


def test_prioritised_areas_as_a_chapter_are_no_goals():
    plan = read(
        heading("Fokusområde 1: Tidiga insatser", level=2),
        heading("Prioriterade områden", level=1),
        item("Stärka elevhälsan."),
    )

    assert plan.goals == []


def test_costs_are_neither_goals_nor_activities():
    plan = read(heading("Kostnad"), item("Lokal: 40 000 kr"), prose("Resten betalas ur ramen."))

    assert plan == PlanDraft()


def test_a_goal_that_goes_on_over_a_page_has_both_places():
    upper = Place(page=1, x0=88, top=780, x1=520, bottom=792)
    lower = Place(page=2, x0=88, top=60, x1=520, bottom=72)
    goal = ListItem(text="Alla får svar samma dag.", places=(upper, lower), marker="•")

    plan = read_skeleton([heading("Mål"), goal])

    assert [goal.places for goal in plan.goals] == [(upper, lower)]


@pytest.mark.parametrize(
    ("lead_in", "years"),
    [
        ("Under 2025 genomförs följande aktiviteter:", (2025, 2025)),
        ("Följande insatser planeras under 2025–2026:", (2025, 2026)),
        ("Följande insatser planeras:", None),
    ],
)
def test_a_lead_in_gives_its_list_the_years_that_it_names(lead_in, years):
    plan = read(heading("Arbetet i länet", level=1), prose(lead_in), item("Hålla öppet hus."))

    assert [(a.text, a.heading_years) for a in plan.activities] == [("Hålla öppet hus.", years)]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Varje område har aktiviteter som ska genomföras under 2025. Mer följer.", (2025, 2025)),
        ("Aktiviteterna genomförs under 2025–2026.", (2025, 2026)),
        ("Under 2025 genomfördes en enkät om aktiviteter.", None),
        ("Medel för alla insatser som genomförs ges av överenskommelsen om psykisk hälsa 2027.", None),
    ],
)
def test_a_sentence_may_give_all_activities_their_years(sentence, years):
    assert read(heading("Om planen", level=1), prose(sentence)).activities_during == years


@pytest.mark.parametrize("lead_in", ["Parterna har enats om dessa mål:", "Arbetet syftar till att"])
def test_a_lead_in_under_a_head_is_no_goal(lead_in):
    plan = read(heading("Mål"), prose(lead_in), prose("Alla får svar samma dag."))

    assert goals(plan) == [("Alla får svar samma dag.", "unspecified")]


@pytest.mark.parametrize("head", ["Mål", "Indikatorer", "Aktiviteter"])
def test_prose_about_money_is_no_goal_indicator_or_activity(head):
    plan = read(heading(head), prose("Arbetet beräknas kosta 300 000 kr per år."))

    assert (plan.goals, plan.indicators, plan.activities) == ([], [], [])


def test_insatser_over_headings_of_their_own_is_a_chapter():
    plan = read(
        heading("Länsgemensamma insatser", level=1),
        heading("Samtal på skoltid", level=2),
        prose("I länet finns 31 grundskolor."),
        heading("Mål", level=3),
        item("Elever mår bättre."),
    )

    assert activities(plan) == []
    assert [i.title for i in plan.initiatives] == ["Samtal på skoltid"]


def test_a_chapter_of_acts_under_headings_of_their_own():
    plan = read(
        heading("Insatser", level=1),
        prose("Kommunen och regionen har enats om två insatser."),
        heading("En väg in", level=2),
        prose("Regionen inför ett gemensamt telefonnummer till mottagningarna."),
        prose("Ansvarig: Regionen. Tidplan: 2025"),
        heading("Föräldrastöd", level=2),
        prose("Allt fler föräldrar mår dåligt."),
        prose("Utbilda tio kursledare. Starta kurser på kvällstid."),
        heading("Bakgrund", level=1),
        prose("Vårdcentralen startade en grupp för unga."),
    )

    assert [(a.text, a.responsible, a.heading_years) for a in plan.activities] == [
        ("Regionen inför ett gemensamt telefonnummer till mottagningarna.", "Regionen", (2025, 2025)),
        ("Utbilda tio kursledare. Starta kurser på kvällstid.", None, None),
    ]
    assert {a.basis for a in plan.activities} == {"text"}


def test_what_is_told_of_an_act_below_a_paragraph_makes_it_one():
    head, act = heading("Stöd på distans"), prose("Boendestödet erbjuds via video till unga vuxna.")

    assert activities(read(head, act, prose("Unga har frågat efter det."))) == []
    assert activities(read(head, act, prose("Ansvarig: Enhetschefen"))) == [act.text]


def test_prose_above_a_table_of_activities_introduces_it():
    rows = [["Aktivitet", "Ansvarig"], ["Hålla öppet hus", "Kommunen"]]
    cells = tuple(
        Cell(row=r, col=c, text=text, place=NOWHERE[0], role="header" if r == 0 else "body")
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    table = Table(text="", places=NOWHERE, method="ruled", n_rows=2, n_cols=2, cells=cells)

    assert activities(read(heading("Aktiviteter"), prose("Tabellen visar vad som görs."), table)) == []


def test_a_line_of_target_group_sorts_what_follows_and_is_no_goal():
    plan = read(
        heading("Samtal på skoltid", level=2),
        prose("Målgrupp: barn och unga"),
        heading("Mål"),
        item("Elever mår bättre."),
    )

    assert [(g.text, g.initiative.title if g.initiative else None) for g in plan.goals] == [
        ("Elever mår bättre.", "Samtal på skoltid")
    ]


def test_a_long_numbered_activity_is_one():
    text = "Aktivitet 12. " + "Starta ett socialt företag med cykelverkstad och kafé i varje kommundel. " * 2

    assert activities(read(heading("Arbete", level=2), prose(text.strip()))) == [text.strip()[len("Aktivitet 12. ") :]]


def test_numbered_activities_without_a_sign_before_their_text_and_what_is_told_behind_it():
    text = (
        "Rutinmässiga frågor om våld ställs i alla nya ärenden hos ekonomiskt bistånd och hos vuxenenheten i centrum."
    )
    plan = read(
        heading("Upptäcka våld", level=2),
        prose("Mål: Fler upptäcks tidigt."),
        prose(f"Åtgärd 1.1 {text} Ansvarig: Socialnämnden. Tidsram: 2026–2027."),
        prose(f"Åtgärd 1.2 {text} Ansvarig: Skolnämnden. Tidsram: 2028."),
    )

    assert [text for text, _ in goals(plan)] == ["Fler upptäcks tidigt."]
    assert [(a.number, a.text, a.responsible, a.heading_years) for a in plan.activities] == [
        ("1.1", text, "Socialnämnden", (2026, 2027)),
        ("1.2", text, "Skolnämnden", (2028, 2028)),
    ]


def test_a_code_that_counts_goals_and_activities_is_none_of_their_words():
    plan = read(heading("Mål"), prose("M1 Alla elever mår bra."), heading("Åtaganden"), item("Å2.1: Starta en jour."))

    assert goals(plan) == [("Alla elever mår bra.", "unspecified")]
    assert [(a.number, a.text) for a in plan.activities] == [("Å2.1", "Starta en jour.")]


@pytest.mark.parametrize("code", ["1.2.{}", "A.{}", "B2.{}"])
def test_codes_of_several_numbers_are_none_of_the_words_and_part_what_runs_together(code):
    first, second = code.format(1), code.format(2)
    plan = read(heading("Aktiviteter"), prose(f"{first} Starta en jour {second} Utbilda tio kursledare"))

    assert [(a.number, a.text) for a in plan.activities] == [
        (first, "Starta en jour"),
        (second, "Utbilda tio kursledare"),
    ]


@pytest.mark.parametrize("kind", [heading, prose])
def test_counted_goals_and_indicators(kind):
    plan = read(
        heading("Stöd i skolan", level=2),
        kind("Mål 1: Alla elever mår bra."),
        kind("Mål 2. Fler elever går i skolan."),
        kind("Indikator 1: Antal elever som mår bra"),
    )

    assert [text for text, _ in goals(plan)] == ["Alla elever mår bra.", "Fler elever går i skolan."]
    assert [indicator.text for indicator in plan.indicators] == ["Antal elever som mår bra"]


def test_prose_below_a_counted_goals_heading_is_no_goal():
    plan = read(
        heading("Mål 1. Alla elever mår bra"),
        prose("Så är det inte i dag, visar enkäten."),
        heading("Aktiviteter", level=4),
        item("Anställ kuratorer."),
        heading("Mål 2. Fler elever går i skolan"),
    )

    assert [text for text, _ in goals(plan)] == ["Alla elever mår bra", "Fler elever går i skolan"]
    assert activities(plan) == ["Anställ kuratorer."]


def test_heads_that_ask():
    plan = read(
        heading("Stöd i skolan", level=2),
        heading("Vad vill vi uppnå?"),
        item("Fler elever går i skolan."),
        heading("Så här gör vi"),
        item("Anställa kuratorer."),
        heading("Hur mäter vi?"),
        item("Antal elever."),
    )

    assert [text for text, _ in goals(plan)] == ["Fler elever går i skolan."]
    assert activities(plan) == ["Anställa kuratorer."]
    assert [indicator.text for indicator in plan.indicators] == ["Antal elever."]


def test_a_line_that_says_the_head_again_keeps_its_horizon():
    plan = read(heading("Långsiktigt mål"), prose("Det här vill vi uppnå:"), item("Alla elever mår bra."))

    assert goals(plan) == [("Alla elever mår bra.", "long_term")]


def test_a_new_lead_in_ends_the_goals_that_another_announced():
    plan = read(
        heading("Stöd i skolan", level=2),
        prose("Målen för arbetet är:"),
        item("att elever mår bra"),
        prose("För att nå målen ska vi:"),
        item("anställa kuratorer"),
    )

    assert [text for text, _ in goals(plan)] == ["att elever mår bra"]
    assert activities(plan) == ["anställa kuratorer"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Målet är att alla elever ska våga söka hjälp.", "unspecified"),
        ("Det långsiktiga målet med stödet är att färre elever slutar skolan.", "long_term"),
        ("Det kortsiktiga målet för kommunens arbete är fler samtal i veckan.", "short_term"),
        ("Målet för den statliga politiken är en god hälsa i hela landet.", None),
        ("Målet med överenskommelsen är att huvudmännen samverkar mer.", None),
        ("Målet nåddes inte, eftersom pengarna kom sent på året.", None),
        ("Vi har länge haft som mål att alla ska våga söka hjälp.", None),
    ],
)
def test_a_goal_that_prose_tells_in_so_many_words(text, found):
    plan = read(heading("Stöd i skolan", level=2), prose("Många unga söker inte hjälp."), prose(text))

    assert [(goal.horizon, goal.basis) for goal in plan.goals] == ([(found, "text")] if found else [])


@pytest.mark.parametrize("above", ["Bakgrund", "Syfte", "Sammanfattning"])
def test_background_tells_no_goals_of_the_plans_own(above):
    plan = read(heading(above, level=2), prose("Målet är att alla elever ska våga söka hjälp."))

    assert plan.goals == []


def test_what_is_said_of_costs_is_kept_where_no_sum_is_named():
    plan = read(
        heading("Stöd i skolan", level=2),
        heading("Aktiviteter"),
        item("Anställa kuratorer."),
        heading("Kostnad"),
        prose("Ingår i rektorernas uppdrag."),
        prose("Lokaler lånas ut."),
        heading("Stöd på fritiden", level=2),
        prose("Aktiviteter: Öppet hus."),
        prose("Kostnad: 20 000 kr per termin."),
    )

    assert [(initiative.title, initiative.cost) for initiative in plan.initiatives] == [
        ("Stöd i skolan", "Ingår i rektorernas uppdrag. Lokaler lånas ut."),
        ("Stöd på fritiden", "20 000 kr per termin."),
    ]


def test_costs_below_a_numbered_activity_are_its():
    plan = read(heading("Aktivitet 2. Öppna en jour"), prose("Kostnad: ryms i budget"), heading("Nästa del", level=1))

    assert [activity.cost for activity in plan.activities] == ["ryms i budget"]


def test_lines_below_a_whole_list_are_about_all_of_it():
    plan = read(
        heading("Aktiviteter"),
        item("Öppna en mötesplats."),
        item("Anställa en samordnare under 2025."),
        prose("Ansvarig: Socialförvaltningen"),
        prose("Tidplan: 2025–2026"),
    )

    assert [activity.responsible for activity in plan.activities] == ["Socialförvaltningen"] * 2
    assert [activity.heading_years for activity in plan.activities] == [(2025, 2026), None]


def test_a_line_below_one_item_of_a_list_is_that_items():
    plan = read(
        heading("Aktiviteter"),
        item("Öppna en mötesplats."),
        prose("Ansvarig: Kulturförvaltningen"),
        prose("Tid: 2025"),
        item("Anställa en samordnare."),
        prose("Ansvarig: Socialförvaltningen"),
        prose("Tid: 2026"),
    )

    assert [(activity.responsible, activity.heading_years) for activity in plan.activities] == [
        ("Kulturförvaltningen", (2025, 2025)),
        ("Socialförvaltningen", (2026, 2026)),
    ]


def test_heads_that_run_in_within_one_paragraph() -> None:
    plan = read(
        heading("Stöd till familjer"),
        prose(
            "Effektmål. Föräldrar får stöd i tid. Åtgärd. Två socionomer gör hembesök. Förväntad effekt. Mindre oro. "
            "Mått. Antal hembesök."
        ),
    )

    assert [g.text for g in plan.goals] == ["Föräldrar får stöd i tid."]
    assert [a.text for a in plan.activities] == ["Två socionomer gör hembesök."]
    assert [i.text for i in plan.indicators] == ["Antal hembesök."]


@pytest.mark.parametrize(
    "line",
    [
        "Klart: 2026",
        "Deadline: juni 2026",
        "Start- och slutdatum: mars 2026 – maj 2026",
        "När ska det göras: vt 26",
    ],
)
def test_a_line_of_time_gives_years_and_is_no_activity(line: str) -> None:
    plan = read(heading("Aktiviteter"), prose("Öppna en jour på kvällar."), prose(line))

    assert [(a.text, a.heading_years) for a in plan.activities] == [("Öppna en jour på kvällar.", (2026, 2026))]


@pytest.mark.parametrize(
    "line", ["Klart: löpande", "Status: Pågår", "Syfte: Att korta köerna.", "Risk: Få söker tjänsten."]
)
def test_a_line_beside_an_activity_is_none(line: str) -> None:
    plan = read(heading("Aktiviteter"), prose("Öppna en jour på kvällar."), prose(line))

    assert [a.text for a in plan.activities] == ["Öppna en jour på kvällar."]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("Vad vill vi uppnå?", "goal"),
        ("Vart vill vi?", "goal"),
        ("Hur gör vi det?", "activity"),
        ("Hur når vi dit?", "activity"),
        ("Det här planerar vi", "activity"),
        ("Hur vet vi att vi är på väg?", "indicator"),
    ],
)
def test_a_question_heads_what_answers_it(asked: str, kinds: str) -> None:
    plan = read(heading("Unga"), heading(asked, level=3), item("Alla elever har någon att tala med"))

    found = {"goal": plan.goals, "activity": plan.activities, "indicator": plan.indicators}
    assert {kind for kind, rows in found.items() if rows} == {kinds}


def test_goals_that_are_set_as_headings() -> None:
    plan = read(
        heading("Målområde 1", level=2),
        heading("Mål", level=3),
        heading("Fler elever trivs i skolan", level=4),
        heading("Färre elever är frånvarande", level=4),
        heading("Aktiviteter", level=3),
        item("Öppna en jour på kvällar"),
    )

    assert [g.text for g in plan.goals] == ["Fler elever trivs i skolan", "Färre elever är frånvarande"]
    assert [a.text for a in plan.activities] == ["Öppna en jour på kvällar"]


def test_a_heading_below_what_a_section_says_is_no_goal() -> None:
    plan = read(
        heading("Mål", level=3),
        prose("Fler elever trivs i skolan."),
        heading("Stöd till anhöriga", level=4),
        heading("Aktiviteter", level=3),
        item("Öppna en jour på kvällar"),
    )

    assert [g.text for g in plan.goals] == ["Fler elever trivs i skolan."]


def test_a_sentence_on_all_activities_gives_years_wherever_it_stands() -> None:
    plan = read(
        item("Alla aktiviteter genomförs under 2026."), heading("Aktiviteter"), item("Öppna en jour på kvällar")
    )

    assert plan.activities_during == (2026, 2026)


@pytest.mark.parametrize(("text_is_bold", "goals"), [(True, ["Stärkt stöd vid suicid"]), (False, [])])
def test_few_words_in_bold_in_a_frame_are_its_name_unless_all_text_is_bold(
    text_is_bold: bool, goals: list[str]
) -> None:
    plan = read(
        prose("Arbetet leds av en styrgrupp med företrädare för båda huvudmännen. " * 3, bold=text_is_bold),
        heading("Mål"),
        prose("Stärkt stöd vid suicid", bold=True, framed=True),
    )

    assert [g.text for g in plan.goals] == goals


@pytest.mark.parametrize(
    ("level", "area"), [(2, "Fokusområde 2: Trygg uppväxt"), (3, "Fokusområde 2:")], ids=["its name", "an initiative"]
)
def test_an_area_has_its_name_from_a_heading_like_its_own_below_it(level: int, area: str) -> None:
    plan = read(
        heading("Fokusområde 2:", level=2),
        heading("Trygg uppväxt", level=level),
        heading("Mål"),
        item("Färre skolkar."),
    )

    assert [goal.focus_area for goal in plan.goals] == [area]
    assert [initiative.title for initiative in plan.initiatives] == ["Trygg uppväxt"]


def test_who_does_it_behind_an_activitys_full_stop_is_none_of_its_words() -> None:
    plan = read(heading("Åtgärder"), item("Starta en grupp på kvällstid. Ansvar: Elevhälsan"), item("Ordna en resa."))

    assert [(a.text, a.responsible) for a in plan.activities] == [
        ("Starta en grupp på kvällstid.", "Elevhälsan"),
        ("Ordna en resa.", None),
    ]


@pytest.mark.parametrize("lead_in", ["Arbetet följs med dessa nyckeltal:", "Följande indikatorer används:"])
def test_indicators_that_a_lead_in_announces(lead_in: str) -> None:
    plan = read(heading("Uppföljning", level=1), prose(lead_in), item("Antal deltagare"), item("Väntetid i dagar"))

    assert [indicator.text for indicator in plan.indicators] == ["Antal deltagare", "Väntetid i dagar"]


def test_a_question_before_what_answers_it_on_its_line_is_no_head_alone() -> None:
    plan = read(heading("Stöd", level=2), prose("Så mäter vi: Antal samtal per termin"))

    assert [indicator.text for indicator in plan.indicators] == ["Antal samtal per termin"]


def test_for_whom_an_activity_is_stays_among_its_words() -> None:
    plan = read(heading("Aktiviteter"), item("Utbilda chefer. Målgrupp: alla förvaltningar."), item("Ordna en resa."))

    assert activities(plan) == ["Utbilda chefer. Målgrupp: alla förvaltningar.", "Ordna en resa."]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Utbilda chefer (ansvarig: HR, klart: juni 2026)", "HR"),
        ("Starta en grupp. Ansvarig: HR. Tidsram: 2026.", "HR"),
        ("Starta en grupp. Ansvarig: Anhörigkonsulenten.", "Anhörigkonsulenten"),
        ("Ta fram en rutin för ansvarig chef", None),
    ],
)
def test_an_activity_can_name_who_does_it(text: str, who: str | None) -> None:
    plan = read(heading("Aktiviteter"), item(text), item("Ordna en minnesdag."))

    assert [activity.responsible for activity in plan.activities] == [who, None]


def test_areas_given_priority_are_goals_where_the_plan_states_nothing_else():
    areas: list[Block] = [
        heading("Prioriterade områden", level=2),
        item("Barns skolnärvaro"),
        item("Stöd till anhöriga"),
    ]

    alone = read(heading("Målbild 2030", level=2), prose("Alla får stöd i tid."), *areas)
    with_goals = read(*areas, heading("Barns skolnärvaro", level=2), heading("Mål"), item("Fler barn är i skolan."))

    assert [goal.text for goal in alone.goals] == ["Barns skolnärvaro", "Stöd till anhöriga"]
    assert [goal.text for goal in with_goals.goals] == ["Fler barn är i skolan."]


@pytest.mark.parametrize("over", ["Målområden", "4 Prioriterade områden", "Planens fokusområden"])
def test_headings_below_that_of_the_areas_name_one_each(over):
    plan = read(
        heading(over, level=2),
        heading("Digitala insatser", level=3),
        heading("Mål", level=4),
        item("Fler får hjälp hemifrån."),
        heading("Skolan som arena", level=3),
        heading("Mål", level=4),
        item("Fler trivs."),
        heading("Uppföljning", level=3),
        heading("Mål", level=4),
        item("Allt följs upp."),
    )

    assert [g.focus_area for g in plan.goals] == ["Digitala insatser", "Skolan som arena", None]


def test_the_only_heading_below_each_counted_area_names_it():
    plan = read(
        heading("Insatsområde 1", level=2),
        heading("Tillgängligt stöd", level=3),
        prose("Mål: Alla får hjälp."),
        heading("Insatsområde 2", level=2),
        heading("Kunskap", level=3),
        prose("Mål: Alla kan mer."),
    )

    assert [g.focus_area for g in plan.goals] == ["Insatsområde 1 Tillgängligt stöd", "Insatsområde 2 Kunskap"]


def test_several_headings_below_a_counted_area_are_its_initiatives():
    plan = read(
        heading("Insatsområde 1", level=2),
        heading("Öppet hus", level=3),
        prose("Mål: Alla får hjälp."),
        heading("Läxhjälp", level=3),
        prose("Mål: Alla kan mer."),
    )

    assert [(g.focus_area, g.initiative and g.initiative.title) for g in plan.goals] == [
        ("Insatsområde 1", "Öppet hus"),
        ("Insatsområde 1", "Läxhjälp"),
    ]


def test_what_who_and_when_as_headings_below_an_act_give_the_act_and_what_is_told_of_it():
    plan = read(
        heading("Insatser", level=1),
        heading("Utbildning för boendestödjare", level=2),
        heading("Varför", level=3),
        prose("Hälften av de anställda är nya."),
        heading("Vad", level=3),
        prose("Alla boendestödjare går en utbildning i återhämtning."),
        heading("Vem", level=3),
        prose("Enhetschefer boendestöd"),
        heading("När", level=3),
        prose("Hösten 2025"),
    )

    assert activities(plan) == ["Alla boendestödjare går en utbildning i återhämtning."]
    assert plan.activities[0].responsible == "Enhetschefer boendestöd"


@pytest.mark.parametrize("kind", [heading, prose])
def test_lists_of_acts_below_goals_that_heads_of_their_own_state(kind):
    plan = read(
        kind("Delmål 1.1 Fler får hjälp tidigt"),
        item("Utbilda fältare i tidiga samtal"),
        item("Öppna en mottagning i centrum"),
        kind("Delmål 1.2 Ingen lämnas ensam"),
        item("Starta en väntjänst för äldre"),
    )

    assert [text for text, _ in goals(plan)] == ["Fler får hjälp tidigt", "Ingen lämnas ensam"]
    assert activities(plan) == [
        "Utbilda fältare i tidiga samtal",
        "Öppna en mottagning i centrum",
        "Starta en väntjänst för äldre",
    ]


def test_parts_of_a_goal_in_a_list_below_it_stay_goals():
    plan = read(
        prose("Mål 1: Invånarna mår bättre"),
        item("Öka kunskapen om psykisk hälsa"),
        item("Minska stigmat kring psykisk ohälsa"),
    )

    assert len(goals(plan)) == 3
    assert activities(plan) == []


def test_a_goals_head_behind_other_prose_states_it():
    plan = read(
        heading("Närvaro", level=2),
        prose("Frånvaron har ökat sedan 2021. Mål: Alla elever går till skolan varje dag."),
        heading("Regler", level=2),
        prose("Regeringen antog en strategi 2024. Mål: Ingen ska ta sitt liv."),
    )

    assert goals(plan) == [("Alla elever går till skolan varje dag.", "unspecified")]


def test_a_goal_set_large_in_a_frame_stands_above_the_others():
    framed = heading("Fler unga sover gott om natten.").model_copy(update={"framed": True})
    plan = read(heading("Dit ska vi", level=2), framed, prose("Alla vuxna orkar lyssna."))

    assert [text for text, _ in goals(plan)] == ["Fler unga sover gott om natten.", "Alla vuxna orkar lyssna."]


def test_prose_ends_the_list_of_a_part_and_the_next_part_goes_on_with_the_section():
    parts = [
        ("Skolnämnden", "elever får samtal"),
        ("Socialnämnden", "äldre får besök"),
        ("Fritidsnämnden", "unga får kurs"),
    ]
    flow: list[Block] = [heading("Åtgärder", 2)]
    for name, act in parts:
        flow += [heading(name, 3), prose(f"{name} ansvarar för att:"), item(act)]
    flow.insert(4, prose("Planen togs fram på våren av en grupp från flera nämnder."))

    assert activities(read(*flow)) == [act for _, act in parts]


def test_prose_below_a_goal_on_its_heads_line_tells_more_of_it():
    plan = read(
        heading("Fokusområde 1. Skola", 2),
        prose("Mål 1.1: Alla elever trivs i skolan."),
        prose("I granskningen som gjordes 2021 saknades uppgifter från fyra av tio skolor."),
        heading("Indikatorer"),
        item("Andel elever som trivs"),
    )

    assert [text for text, _ in goals(plan)] == ["Alla elever trivs i skolan."]


def test_lists_below_goals_set_as_headings_are_acts_by_their_items_together():
    plan = read(
        heading("A. Hem och skola", 2),
        heading("Varje barn i kommunen har en vuxen som bryr sig.", 3),
        item("Samtal om mående en gång per termin"),
        item("Föräldragrupper på familjecentralen"),
        item("Utbilda personalen i bemötande"),
        heading("B. Fritid", 2),
        heading("Alla äldre i kommunen har en plats att höra till.", 3),
        item("Utlåning av cyklar på biblioteket"),
        item("Starta samtalsgrupper för anhöriga"),
    )

    assert len(plan.goals) == 2
    assert len(plan.activities) == 5


def test_what_becomes_of_the_plan_is_no_indicator_and_no_act():
    plan = read(
        heading("Indikatorer"),
        item("Antal besök per vecka"),
        heading("Uppföljning", 2),
        prose("Inriktningen ska revideras senast under hösten 2030."),
        prose("Handlingsplanen följs upp av kommunstyrelsen i januari 2028."),
    )

    assert [indicator.text for indicator in plan.indicators] == ["Antal besök per vecka"]
    assert activities(plan) == []


def test_all_that_stands_below_a_head_of_indicators_is_one_also_how_the_plan_itself_fares():
    plan = read(
        heading("Indikatorer"),
        prose("Handlingsplanen ses över och följs upp varje höst till och med 2027."),
        prose("Målet är nått om det vid årets slut finns en plan för elevhälsan. Mått för längre sikt tas fram."),
    )

    assert len(plan.indicators) == 2


def test_goals_go_on_below_a_head_in_the_plural_on_the_line_of_the_first_of_them():
    plan = read(
        heading("Vård i rätt tid", 2),
        prose("Kortsiktiga mål: Klara vårdgarantin på alla mottagningar."),
        prose("Länets kommuner skall klara sina utredningstider för barn."),
        prose("Långsiktigt mål: Ingen väntar på vård."),
        prose("Det har länge saknats psykologer i länets norra delar."),
    )

    assert [(text[:14], horizon) for text, horizon in goals(plan)] == [
        ("Klara vårdgara", "short_term"),
        ("Länets kommune", "short_term"),
        ("Ingen väntar p", "long_term"),
    ]


def test_goals_worded_as_acts_go_on_below_a_head_in_the_singular_on_the_line_of_the_first():
    plan = read(
        heading("Suicidprevention", 2),
        prose("Kortsiktigt mål: Färre unga i länet försöker ta sitt liv."),
        prose("Främja arbetet mot suicid genom att samordna kommunernas insatser."),
        prose("Det har länge saknats psykologer i länets norra delar."),
    )

    assert [text[:7] for text, _ in goals(plan)] == ["Färre u", "Främja "]
