"""What prose tells where headings tell it too is background."""

from extractors.drafts import ActivityDraft, GoalDraft, InitiativeDraft, PlanDraft
from extractors.plans.background import without_background
from models.place import Place
from models.rows import Basis

AT = (Place(page=1, x0=70, top=100, x1=500, bottom=112),)


def goal(text: str, initiative: InitiativeDraft | None, basis: Basis) -> GoalDraft:
    return GoalDraft(text, AT, "unspecified", initiative, basis=basis)


def test_prose_gives_way_where_headings_tell_the_same_kind_of_thing():
    first, second = InitiativeDraft("Unga", AT), InitiativeDraft("Äldre", AT)
    plan = PlanDraft()
    plan.goals = [
        goal("Köerna är kortare.", first, "heading"),
        goal("Målet är att fler mår bra.", first, "text"),
        goal("Målet är att fler möts.", second, "text"),
        goal("Målet är ett länk till.", None, "text"),
    ]
    plan.activities = [
        ActivityDraft("Kommunen ska starta en kurs.", AT, initiative=first, basis="text"),
        ActivityDraft("Starta en grupp.", AT, initiative=second, basis="table"),
        ActivityDraft("Kommunen ska bjuda in.", AT, initiative=second, basis="text"),
    ]

    without_background(plan)

    assert [one.text for one in plan.goals] == [
        "Köerna är kortare.",
        "Målet är att fler möts.",
        "Målet är ett länk till.",
    ]
    assert [one.text for one in plan.activities] == ["Kommunen ska starta en kurs.", "Starta en grupp."]
