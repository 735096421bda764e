"""The model of kinds: what it reads of a text, what it says, and how it is trained."""

import pytest

from corpus.generator.labelled_texts import LabelledText, labelled_texts, texts_of_many_hands
from corpus.truth import TrueDocument, TrueGoal, Truth
from extractors.drafts import ActivityDraft, GoalDraft, PlanDraft
from extractors.plans import kinds_model, second_opinion
from extractors.plans.kinds_model import KINDS, Reading, load, read_kinds
from extractors.plans.second_opinion import give_second_opinion
from extractors.plans.telling_words import shared_words, telling_words
from extractors.training import train
from flows.commands.kinds_card import is_held_out, kinds_card
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def test_words_that_tell_of_the_subject_are_known_by_their_endings():
    read = telling_words("Utbilda personalen i 3 metoder under 2025 för 20 000 kr.", {"i", "under", "för"})

    assert read[:10] == ["~lda", "~len", "i", "<figure>", "~der", "under", "<year>", "för", "<sum>", "<length 1>"]


def test_a_name_is_no_common_word():
    assert telling_words("I Leksand", {"i"})[:2] == ["i", "^and"]


def test_an_empty_text_is_told_by_its_length():
    assert telling_words("", frozenset()) == ["<length 0>", "<sentences 0>"]


def test_words_that_many_texts_have_are_shared():
    texts = [f"Kartlägga behovet i område {n}" for n in range(20)] + ["Simma"]

    assert {"kartlägga", "behovet"} < shared_words(texts)
    assert "simma" not in shared_words(texts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Utbilda skolans vaktmästare i hur man bemöter oroliga elever.", "activity"),
        ("Ta fram en rutin för överlämning mellan skola och mottagning.", "activity"),
        ("Andel elever som svarat att de trivs i skolan", "indicator"),
        ("Arbetet med mentorer beräknas kosta 340 000 kronor per år.", "cost"),
        ("Ökad trygghet bland elever som pendlar till en annan kommun", "goal"),
        (
            "Enligt socialtjänstlagen ska nämnden verka för goda miljöer. Lagen ändrades 2018. Vad det gett är oklart.",
            "background",
        ),
    ],
)
def test_the_shipped_model_tells_plain_cases(text, kind):
    reading = read_kinds([text])[0]

    assert reading.kind == kind
    assert sum(reading.likely.values()) == pytest.approx(1, abs=0.01)


def test_a_text_is_read_once_and_alike_whatever_it_is_read_with(monkeypatch):
    read: list[str] = []

    def noted(nlp, texts, shared, as_docs=kinds_model.as_docs):
        read.extend(texts)
        return as_docs(nlp, texts, shared)

    monkeypatch.setattr(kinds_model, "as_docs", noted)
    texts = [f"Starta {n} nya samtalsgrupper för föräldrar." for n in range(3)]

    together = read_kinds([*texts, texts[0]])
    alone = [read_kinds([text])[0] for text in texts]

    assert read == texts
    assert together == [*alone, alone[0]]
    assert [each.likely for each in alone] == [read_kinds([text], load())[0].likely for text in texts]


def test_a_row_says_how_likely_it_is_and_doubts_only_where_the_model_is_sure(monkeypatch):
    def likely(kind, share):
        return Reading(kind, {each: share if each == kind else (1 - share) / 4 for each in KINDS})

    monkeypatch.setattr(
        second_opinion,
        "read_kinds",
        lambda texts: [likely("background", 0.98) if "Enligt" in t else likely("activity", 0.9) for t in texts],
    )
    goals = [GoalDraft("Enligt lagen ska alla få vård.", NOWHERE, "unspecified")]
    activities = [ActivityDraft("Öppna en jour.", NOWHERE), ActivityDraft("Enligt planen öppnas en jour.", NOWHERE)]
    goals.append(GoalDraft("Starta en jour.", NOWHERE, "unspecified"))

    give_second_opinion(PlanDraft(goals=goals, activities=activities))

    assert [(goal.confidence, goal.doubt is None) for goal in goals] == [(0.01, False), (0.02, True)]
    assert [(each.confidence, each.doubt is None) for each in activities] == [(0.9, True), (0.01, False)]
    assert "bakgrund" in (goals[0].doubt or "")


def test_only_a_goal_that_no_head_stands_over_is_taken_away_where_the_model_is_sure(monkeypatch):
    sure = Reading("background", {kind: 0.98 if kind == "background" else 0.005 for kind in KINDS})
    monkeypatch.setattr(second_opinion, "read_kinds", lambda texts: [sure] * len(texts))
    headed = GoalDraft("Ingen lämnas ensam.", NOWHERE, "unspecified", basis="text", headed=True)
    plan = PlanDraft(goals=[headed, GoalDraft("Lagen gäller alla.", NOWHERE, "unspecified", basis="text")])

    give_second_opinion(plan)

    assert plan.goals == [headed]
    assert headed.doubt is not None


def test_made_documents_give_every_kind_and_the_same_seed_the_same():
    texts = labelled_texts(3, 6)

    assert {each.kind for each in texts} == set(KINDS)
    assert texts == labelled_texts(3, 6)
    assert all("{" not in each.text for each in texts)
    assert LabelledText("Ökad delaktighet", "goal") in texts or any(each.text.startswith("Ökad ") for each in texts)


def test_statements_of_many_hands_are_of_every_kind_and_stand_in_no_made_document():
    of_hands = texts_of_many_hands()

    assert {each.kind for each in of_hands} == set(KINDS)
    assert len({each.text for each in of_hands}) == len(of_hands)
    assert {each.text for each in of_hands}.isdisjoint(each.text for each in labelled_texts(3, 6))


def test_texts_that_begin_alike_are_held_out_together():
    assert is_held_out("Kartlägga behovet av stöd bland 12 anhöriga") == is_held_out(
        "Kartlägga behovet av stöd bland 70 anhöriga i länet."
    )


def test_the_same_texts_and_seed_train_the_same_model(tmp_path):
    learnt = [(each.text, each.kind) for each in labelled_texts(3, 4)[::12]]
    rounds: list[int] = []

    for name in ("first", "second"):
        train(learnt, tmp_path / name, seed=1, tell=lambda n, _loss: rounds.append(n))

    texts = ["Öppna en jour.", "Andel nöjda elever", "Det kostar 30 000 kr."]
    first, second = (read_kinds(texts, load(tmp_path / name)) for name in ("first", "second"))
    assert first == second
    assert rounds == [*range(1, 1 + len(rounds) // 2)] * 2


def test_the_card_measures_what_was_held_out_and_what_is_labelled(tmp_path):
    train([("Öppna en jour.", "activity"), ("Alla mår bra.", "goal")] * 4, tmp_path, seed=1, tell=lambda *_: None)
    facts = TrueDocument(
        doc_type="action_plan",
        title=None,
        period_start=None,
        period_end=None,
        reporting_year=None,
        grant_name=None,
        diary_number=None,
    )
    truth = Truth(
        document=facts,
        goals=(TrueGoal(text="Alla får svar.", horizon="unspecified"),),
        activities=(),
        indicators=(),
        amounts=(),
        fields=(),
        tables=(),
        findings=(),
    )

    card = kinds_card(tmp_path, 8, [("Starta en mottagning.", "activity")], [truth])

    assert "| activity | 1 |" in card
    assert "| goal | 1 |" in card
    assert "Measured on 1 labelled documents of other hands" in card


def test_a_final_full_stop_tells_nothing():
    assert telling_words("Starta en grupp.", {"en"}) == telling_words("Starta en grupp", {"en"})


def test_the_model_of_kinds_reads_no_rules_of_a_tokenizer(tmp_path):
    own = load().nlp
    own.to_disk(tmp_path)
    (tmp_path / "tokenizer").write_bytes(b"no rules")
    (tmp_path / "shared_words.txt").write_text("och\natt", encoding="utf-8")

    assert load(tmp_path).shared == {"och", "att"}


@pytest.mark.parametrize("code", ["A.1.2 ", "3.2 ", "M1. "])
def test_what_counts_a_text_is_no_part_of_it(code):
    said = "Skriva en gemensam handbok"

    assert telling_words(f"{code}{said}", ()) == telling_words(said, ())
