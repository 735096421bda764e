"""Which documents a corpus holds: the same for a seed, of every kind, agreeing with each other."""

from collections import Counter
from functools import cache
from typing import get_args

from corpus.generator.content import DocumentKind, figures_of
from corpus.generator.docs import PAGE, corpus_page
from corpus.generator.judging import judge
from corpus.generator.labels import findings_of
from corpus.generator.looks.catalogue import LOOKS
from corpus.generator.looks.look import Family
from corpus.generator.programme import PlannedDocument, plan_corpus
from corpus.generator.seeding.catalogue import SEEDINGS


@cache
def planned(n: int = 300, seed: int = 3) -> tuple[PlannedDocument, ...]:
    return tuple(plan_corpus(seed, n, LOOKS))


def test_the_same_seed_plans_the_same_and_a_longer_corpus_begins_with_the_shorter():
    assert tuple(plan_corpus(3, 40, LOOKS)) == planned()[:40]
    assert tuple(plan_corpus(4, 40, LOOKS)) != planned()[:40]


def test_documents_of_some_kinds_are_the_same_as_among_all_the_others():
    kinds: list[DocumentKind] = ["memo", "application"]

    some = tuple(plan_corpus(3, 30, LOOKS, kinds))

    assert some == tuple(each for each in planned() if each.content.kind in kinds)[:30]
    assert {each.content.kind for each in some} == set(kinds)


def test_three_hundred_documents_hold_every_kind_family_and_error():
    kinds = Counter(each.content.kind for each in planned())
    families = Counter(each.look.family for each in planned())
    errors = Counter(error for each in planned() for error in each.content.errors)

    assert set(kinds) == set(get_args(DocumentKind))
    assert set(families) == set(get_args(Family))
    assert {seeding.name for seeding in SEEDINGS} == set(errors)
    assert min(errors.values()) >= 2


def test_clean_documents_scans_and_traps_are_among_them():
    clean = [each for each in planned() if not each.content.errors]
    traps = Counter(
        finding.seeded for each in planned() for finding in each.content.planted if finding.grade == "trap-not-error"
    )

    assert 90 <= len(clean) <= 200
    assert sum(each.scanned for each in planned()) == 12
    assert len(traps) >= 10


def test_names_are_unique_and_looks_fit():
    names = [each.content.name for each in planned()]

    assert len(set(names)) == len(names)
    assert all(each.content.kind in each.look.fits for each in planned())


def test_documents_agree_with_what_the_others_print():
    by_name = {each.content.name: each.content for each in planned()}
    compared = 0
    for each in planned():
        for relation in each.content.relations:
            if relation.other in by_name:
                printed = figures_of(by_name[relation.other])
                for figure in each.content.elsewhere:
                    _, _, key = figure.key.partition(":")
                    if any(figure.key in term.keys for term in relation.terms):
                        assert figure.value == printed[key].value
                        compared += 1
    assert compared > 100


def test_an_error_in_one_document_is_found_in_the_one_that_is_compared_with_it():
    told = [
        finding
        for each in planned()
        if not each.content.errors and any(not judged.holds for judged in judge(each.content))
        for finding in findings_of(each.content)
        if finding["grade"] == "material"
    ]

    assert told
    assert all(finding["other"] is not None and finding["rule"].startswith("tie.") for finding in told)


def test_the_page_of_made_documents_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == corpus_page()
