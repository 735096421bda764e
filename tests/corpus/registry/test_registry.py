"""The registry of municipalities and counties."""

import pytest

from corpus.registry import load_registry


def test_the_registry_holds_every_municipality_and_county():
    registry = load_registry()

    assert len(registry.municipalities) == 290
    assert len(registry.counties) == 21


def test_codes_are_text_and_a_municipality_lies_in_its_county():
    registry = load_registry()

    assert all(len(code) == 4 and code.isdigit() for code in registry.municipalities)
    assert all(len(code) == 2 and code.isdigit() for code in registry.counties)
    assert {code[:2] for code in registry.municipalities} == set(registry.counties)


def test_names_are_whole_and_differ():
    registry = load_registry()

    for names in (list(registry.municipalities.values()), list(registry.counties.values())):
        assert all(name and name == name.strip() for name in names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("code", "name"),
    [("0127", "Botkyrka"), ("0114", "Upplands Väsby"), ("2584", "Kiruna"), ("0980", "Gotland")],
)
def test_a_code_gives_its_municipality(code, name):
    assert load_registry().municipalities[code] == name


@pytest.mark.parametrize(("code", "name"), [("01", "Stockholms län"), ("25", "Norrbottens län")])
def test_a_code_gives_its_county(code, name):
    assert load_registry().counties[code] == name


def test_the_registry_cannot_be_changed():
    with pytest.raises(TypeError):
        load_registry().counties["99"] = "Nytt län"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Stimulansmedel för riktade insatser inom området psykisk hälsa", "uppdrag-psykisk-halsa"),
        ("UPPDRAG PSYKISK HÄLSA", "uppdrag-psykisk-halsa"),
        ("statsbidrag till insatser för psykisk hälsa och suicidprevention", "psykisk-halsa-suicidprevention"),
        ("medel för verksamhet med personliga ombud", "personligt-ombud"),
        ("stärkt bemanning inom den sociala barn- och ungdomsvården", "bemanning-barn-unga"),
        ("Statsbidrag till fler elever på fritidshem", None),
        ("medel för psykisk hälsa", None),
        (None, None),
    ],
)
def test_a_grant_is_known_by_the_words_of_its_name(text, code):
    assert load_registry().grant_code(text) == code


def test_every_grant_has_one_name_and_words():
    grants = load_registry().grants

    assert all(grant.words for grant in grants)
    assert len({grant.code for grant in grants}) == len({grant.name for grant in grants})
