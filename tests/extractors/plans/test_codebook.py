"""Codes beside the document's own words: what the codebook knows, and what plans' words name."""

import pytest

from corpus.registry import load_codebook, load_registry
from extractors.drafts import ActivityDraft, GoalDraft, InitiativeDraft, PlanDraft
from extractors.plans.coding import give_codes
from models.codebook import Codebook, Coded
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


@pytest.mark.parametrize(
    ("kind", "words", "codes"),
    [
        ("focus_area", "Fokusområde 3. Tillgängliga och tidiga insatser", "early_access"),
        ("focus_area", "Förebyggande och tidiga insatser", "prevention;early_access"),
        ("focus_area", "Enskildas delaktighet och rättigheter", "participation"),
        ("focus_area", "Specialiserade insatser – utsatta grupper", "vulnerable_groups"),
        ("focus_area", "Ledning, styrning och organisation", "leadership"),
        ("focus_area", "Det goda livet", None),
        ("target_group", "Barn och unga med npf", "children_young;neurodevelopmental"),
        ("target_group", "Unga vuxna", "young_adults"),
        ("target_group", "Barn, unga och vuxna", "children_young;adults"),
        ("target_group", "Personer över 65 år", "older_people"),
        ("target_group", "Äldre", "older_people"),
        ("target_group", "Äldre elever", "children_young"),
        ("target_group", "Ensamma och isolerade", "lonely"),
        ("target_group", "Ensamstående föräldrar", "parents"),
        ("target_group", "Patienter i primärvården", "patients"),
        ("target_group", "Samtliga målgrupper", "all"),
        ("target_group", None, None),
        ("actor", "Kommunförbundet", "county_association"),
        ("actor", "Leksands kommun och Region Dalarna", "region;municipality"),
        ("actor", "Stockholms läns landsting", "region"),
        ("actor", "Elevhälsan", "school"),
        ("actor", "Vuxenpsykiatriska kliniken", "psychiatry"),
        ("actor", "Familjecentralen", "family_centre"),
        ("actor", "Anhörigkonsulenten", "relatives_support"),
        ("actor", "Ungdomsmottagningen", "youth_clinic"),
        ("actor", "Nämndsekreterare", "management"),
        ("actor", "Månadsvis", None),
    ],
)
def test_what_words_name(kind, words, codes):
    assert load_codebook().codes(kind, words) == codes


def test_a_name_inside_a_longer_one_is_none():
    book = Codebook(
        [
            Coded("target_group", "young", "Unga", "Young", (("unga",),)),
            Coded("target_group", "young_adults", "Unga vuxna", "Young adults", (("unga", "vuxna"),)),
        ]
    )

    assert book.codes("target_group", "Unga vuxna") == "young_adults"
    assert book.codes("target_group", "Unga, även unga vuxna") == "young;young_adults"


def test_every_code_has_both_names_and_is_of_plain_letters():
    entries = load_codebook().entries

    assert all(entry.name_sv and entry.name_en for entry in entries)
    assert all(entry.code.isascii() and entry.code == entry.code.lower() and ";" not in entry.code for entry in entries)


def test_a_plans_rows_get_codes_beside_their_words():
    initiative = InitiativeDraft("Samtal på skoltid", NOWHERE, "Tidiga insatser", "Elever")
    goal = GoalDraft("Alla får svar.", NOWHERE, "long_term", initiative, "Tidiga insatser", "Elever")
    activity = ActivityDraft("Öppna en jour.", NOWHERE, responsible="Elevhälsan i Leksands kommun, Region Dalarna")
    silent = ActivityDraft("Öppna en jour till.", NOWHERE)

    give_codes(PlanDraft(initiatives=[initiative], goals=[goal], activities=[activity, silent]), load_registry())

    assert (initiative.focus_area_code, initiative.target_group_code) == ("early_access", "children_young")
    assert (goal.focus_area_code, goal.target_group_code) == ("early_access", "children_young")
    assert activity.responsible_code == "region;municipality;school"
    assert (activity.responsible_kommunkod, activity.responsible_lanskod) == ("2029", "20")
    assert (silent.responsible_code, silent.responsible_kommunkod, silent.responsible_lanskod) == (None, None, None)


@pytest.mark.parametrize("name", ["Landstinget Dalarna", "Region Dalarna"])
def test_a_region_has_its_code_under_every_name_it_has_had(name):
    activity = ActivityDraft("Öppna en jour.", NOWHERE, responsible=f"Psykiatrin i {name}")

    give_codes(PlanDraft(activities=[activity]), load_registry())

    assert activity.responsible_lanskod == "20"


def test_two_municipalities_have_no_one_code():
    activity = ActivityDraft("Öppna en jour.", NOWHERE, responsible="Leksands kommun och Rättviks kommun")

    give_codes(PlanDraft(activities=[activity]), load_registry())

    assert activity.responsible_kommunkod is None
