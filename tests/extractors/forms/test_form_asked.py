"""Which texts below a question are its answer, by how those of other questions that begin at its edge are set."""

from extractors.forms.fields import read_form
from models.blocks import Block, Paragraph
from models.place import Place

_FOLLOWED_UP = 3


def text(words: str, top: float, x0: float, *, bold: bool = False) -> Paragraph:
    return Paragraph(
        text=words,
        places=(Place(page=1, x0=x0, top=top, x1=x0 + 5.0 * len(words), bottom=top + 11),),
        size=9,
        bold=bold,
    )


def survey(*, follow_ups_at: float) -> list[Block]:
    """Numbered questions with their answers set in, some followed up by one whose answer begins to its left."""
    blocks: list[Block] = []
    for n, (question, answer) in enumerate(
        (
            ("Har ni ändrat planen under året?", "Ja"),
            ("Har ni anställt någon?", "Nej"),
            ("Finns en egen plan?", "Ja"),
            ("Har brukare deltagit?", "Nej"),
            ("Är medlen förbrukade?", "Ja"),
        )
    ):
        top = 100.0 + 60.0 * n
        blocks += [text(f"{n + 1}. {question}", top, 74.0, bold=True), text(answer, top + 13, 92.0)]
        if n < _FOLLOWED_UP:
            blocks += [text(f"{n + 1}a. Om ja, hur?", top + 26, follow_ups_at, bold=True)]
            blocks += [text(f"Med {n + 2} nya aktiviteter.", top + 39, follow_ups_at)]
    return blocks


def test_answers_below_follow_ups_at_an_edge_of_their_own_are_kept_though_others_are_set_in():
    fields = {field.number: field.value for field in read_form(survey(follow_ups_at=70.0))}

    assert fields["2"] == "Nej"
    assert [fields[number] for number in ("1a", "2a", "3a")] == [f"Med {n} nya aktiviteter." for n in (2, 3, 4)]


def test_an_answer_at_the_head_of_the_next_column_is_that_of_the_question_at_the_foot_of_the_one_before():
    blocks = [
        text("1. Har ni ändrat planen?", 100, 70, bold=True),
        text("Nej", 113, 80),
        text("2. Hur har ni arbetat?", 140, 70, bold=True),
        text("Med kurser.", 153, 80),
        text("3. På vilken nivå är den antagen?", 180, 70, bold=True),
        text("Annan nivå", 100, 310),
        text("4. Vem har deltagit?", 126, 300, bold=True),
        text("Alla skolor.", 139, 310),
    ]

    assert [(field.number, field.value) for field in read_form(blocks)] == [
        ("1", "Nej"),
        ("2", "Med kurser."),
        ("3", "Annan nivå"),
        ("4", "Alla skolor."),
    ]


def test_how_a_number_is_given_below_its_small_label_is_no_label_itself():
    def small(words: str, top: float) -> Paragraph:
        return text(words, top, 80).model_copy(update={"size": 8.0, "italic": True})

    blocks: list[Block] = []
    for label, number, top in (
        ("Hur många tjänster har beviljats?", "2,5", 100.0),
        ("Hur många är tillsatta?", "1,75", 170.0),
    ):
        blocks += [small(label, top), small("Anges med två decimaler, t.ex. en halvtid = 0,50", top + 16)]
        blocks += [text(number, top + 33, 80)]

    assert [(f.label, f.value) for f in read_form([*blocks, small("Namn", 240), text("By", 256, 80)])][:2] == [
        ("Hur många tjänster har beviljats?", "2,5"),
        ("Hur många är tillsatta?", "1,75"),
    ]


def test_answers_in_a_column_of_their_own_go_with_the_labels_they_stand_beside_though_read_after_the_last():
    hint = text("Får inte vara mer än ovan.", 133, 70).model_copy(update={"size": 8.0})
    blocks = [
        text("1.1 Hur stort är bidraget?", 100, 70),
        text("1.2 Hur mycket söks?", 120, 70),
        hint,
        text("1.3 Vad är er referens?", 150, 70),
        text("185 000 kr", 100, 250),
        text("184 000 kr", 120, 250),
        text("KS 7712", 150, 250),
    ]

    assert [(field.number, field.value) for field in read_form(blocks)] == [
        ("1.1", "185 000 kr"),
        ("1.2", "184 000 kr"),
        ("1.3", "KS 7712"),
    ]
