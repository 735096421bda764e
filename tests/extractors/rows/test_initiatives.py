"""Every initiative that something is said of has a row."""

from extractors.drafts import GoalDraft, InitiativeDraft, PlanDraft
from models.place import Place

PLACE = Place(page=1, x0=70, top=100, x1=500, bottom=112)


def test_an_initiative_that_is_named_and_not_listed_comes_behind_those_that_are():
    listed, named = (InitiativeDraft(title=title, places=(PLACE,)) for title in ("Skola", "Arbete"))
    goals = [
        GoalDraft(text="Fler får stöd.", places=(PLACE,), horizon="unspecified", initiative=of)
        for of in (named, listed)
    ]

    assert PlanDraft(initiatives=[listed], goals=goals).all_initiatives == [listed, named]
