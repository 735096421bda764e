"""Heads of goals set larger than the names of the initiatives whose goals they head."""

from tests.plan_builders import activities, goals, heading, item, prose, read

_TEAMS = "Mobila team med beredskap om natten är en självklar del av vården."
_NIGHT = "Nattlig telefonjour finns."
_HOME = "Alla som vårdas hemma har en fast kontakt."


def _initiative(name, short_term, long_term):
    return (
        heading(name, level=5),
        heading("Kortsiktigt mål", level=4),
        prose(short_term),
        heading("Långsiktigt mål", level=4),
        prose(long_term),
    )


def test_the_last_goal_above_the_next_initiatives_name_is_no_introduction_to_it() -> None:
    plan = read(
        heading("Vuxna", level=3),
        *_initiative("Mobila team", "Fler får vård hemma.", _TEAMS),
        *_initiative("Jour", _NIGHT, _HOME),
    )
    assert goals(plan) == [
        ("Fler får vård hemma.", "short_term"),
        (_TEAMS, "long_term"),
        (_NIGHT, "short_term"),
        (_HOME, "long_term"),
    ]


def test_an_initiatives_name_that_says_what_shall_be_is_no_goal_where_heads_of_goals_follow() -> None:
    plan = read(
        heading("Vuxna", level=3),
        *_initiative("Anhöriga ska vara delaktiga i vården", "Fler får vård hemma.", _TEAMS),
        *_initiative("Äldre ska få rätt stöd i tid", _NIGHT, _HOME),
    )
    assert [text for text, _ in goals(plan)] == ["Fler får vård hemma.", _TEAMS, _NIGHT, _HOME]


def test_headings_that_state_goals_above_a_chapter_of_other_goals_stay_goals() -> None:
    stated = ["Anhöriga ska vara delaktiga i vården", "Äldre ska få rätt stöd i tid", "Barn ska bli lyssnade på"]
    plan = read(
        *(block for text in stated for block in (heading(text, level=5), prose("Läget är blandat i länet."))),
        heading("Långsiktigt mål", level=4),
        prose(_HOME),
    )
    assert [text for text, _ in goals(plan)] == [*stated, _HOME]


def test_who_is_responsible_at_the_end_of_a_list_does_the_activities_above_its_indicators() -> None:
    plan = read(
        heading("Mobila team"),
        heading("Aktiviteter", level=4),
        item("Starta ett mobilt team."),
        item("Utbilda teamets personal."),
        item("Indikatorer: Antal besök i hemmet."),
        item("Ansvarig: Psykiatrinämnden."),
    )
    assert activities(plan) == ["Starta ett mobilt team.", "Utbilda teamets personal."]
    assert {activity.responsible for activity in plan.activities} == {"Psykiatrinämnden"}
