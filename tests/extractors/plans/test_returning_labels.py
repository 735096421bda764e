"""Short lines that come back word for word: labels that no type sets off."""

import pytest

from extractors.documents.plan_content import states_plan
from extractors.plans.returning_labels import returning_labels, with_returning_heads
from extractors.plans.skeleton import read_skeleton
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place

_PLACES = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)
_AREAS = {
    "En dörr in": ("Alla unga får svar samma dag.", "Öppna en jour på kvällarna"),
    "Ett hem att bo i": ("Ingen ska behöva sova utomhus.", "Bygga tio små lägenheter"),
    "En dag med mening": ("Fler ska ha något att göra om dagarna.", "Starta en snickarbod"),
}


def heading(text: str) -> Heading:
    return Heading(text=text, places=_PLACES, level=2, size=14)


def prose(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph(text=text, places=_PLACES, size=10, bold=bold)


def item(text: str, level: int = 1) -> ListItem:
    return ListItem(text=text, places=_PLACES, marker="•", level=level, size=10)


def areas(labels: tuple[str, str, str], n: int, *, bold: bool = False) -> list[Block]:
    flow: list[Block] = []
    for name, (goal, act) in list(_AREAS.items())[:n]:
        flow += [heading(name), prose(labels[0], bold=bold), prose("Många söker hjälp på fel ställe i dag.")]
        flow += [prose(labels[1], bold=bold), prose(goal), prose(labels[2], bold=bold), item(act)]
    return flow


@pytest.mark.parametrize("labels", [("Avstamp", "Hamn", "Årtag"), ("DAGSLÄGE", "VAD VILL VI UPPNÅ", "FÄRDVÄG")])
def test_labels_that_come_back_in_each_area_are_its_heads(labels):
    plan = read_skeleton(areas(labels, 3))

    assert [goal.text for goal in plan.goals] == [goal for goal, _ in _AREAS.values()]
    assert [act.text for act in plan.activities] == [act for _, act in _AREAS.values()]
    assert [act.initiative.title for act in plan.activities if act.initiative] == list(_AREAS)


@pytest.mark.parametrize(("bold", "n"), [(False, 0), (True, 6)], ids=["as-their-texts", "set-apart"])
def test_labels_of_two_areas_are_set_apart_from_their_texts(bold, n):
    assert len(returning_labels(areas(("Avstamp", "Hamn", "Årtag"), 2, bold=bold)).heads) == n


def test_a_label_of_each_item_ends_no_list():
    acts = [act for _, act in _AREAS.values()]
    flow: list[Block] = [heading("Aktiviteter")]
    for act in acts:
        flow += [item(act), prose("Närmare beskrivet"), prose("Vi provar oss fram under det första året.")]

    assert returning_labels(flow).of_items == {2, 5, 8}
    assert [act.text for act in read_skeleton(flow).activities] == acts


@pytest.mark.parametrize(
    "above",
    [[prose("Under året genomförs följande aktiviteter:")], [heading("Aktiviteter")]],
    ids=["lead-in", "head"],
)
def test_words_that_sort_a_list_are_no_heads(above):
    flow = [block for name in _AREAS for block in (heading(name), *above, prose("Kunskap"), item("Utbilda chefer"))]

    assert not returning_labels(flow).heads


def test_a_document_of_such_labels_over_goals_and_acts_is_a_plan():
    assert states_plan(areas(("Avstamp", "Hamn", "Årtag"), 3))
    assert not states_plan([block for block in areas(("Avstamp", "Hamn", "Årtag"), 3) if block.kind != "list_item"])


def test_items_that_come_back_above_nested_lists_are_heads_too():
    flow: list[Block] = []
    for name, (goal, act) in _AREAS.items():
        flow += [heading(name), item("Mål"), item(goal, 2), item("Så blir det av"), item(act, 2)]
    plan = read_skeleton(flow)

    assert [goal.text for goal in plan.goals] == [goal for goal, _ in _AREAS.values()]
    assert [act.text for act in plan.activities] == [act for _, act in _AREAS.values()]


def test_items_that_come_back_without_a_nested_list_are_items():
    assert returning_labels([block for name in _AREAS for block in (heading(name), item("Kurator"))]).heads == set()


@pytest.mark.parametrize(("size", "n_headings"), [(14, 4), (10, 3)])
def test_a_line_in_bold_with_the_words_and_the_type_of_headings_is_one(size: float, n_headings: int):
    lost = prose("Mål", bold=True).model_copy(update={"size": size})
    flow: list[Block] = [
        heading("Skola"),
        heading("Mål"),
        prose("Alla trivs."),
        heading("Hem"),
        lost,
        prose("Ingen är ensam."),
    ]

    assert sum(isinstance(block, Heading) for block in with_returning_heads(flow)) == n_headings
