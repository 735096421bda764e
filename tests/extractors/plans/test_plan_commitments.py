"""What a plan undertakes under no head: sentences of its own people, lists of acts; and what is none of them."""

import pytest

from extractors.plans.commitments import commits, list_of_acts, told_in
from extractors.plans.skeleton import read_skeleton
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def heading(text: str) -> Heading:
    return Heading(text=text, places=NOWHERE, level=2, size=12)


def prose(text: str) -> Paragraph:
    return Paragraph(text=text, places=NOWHERE, size=11)


def item(text: str) -> ListItem:
    return ListItem(text=text, places=NOWHERE, marker="•", level=1, size=11)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ska under 2025 starta en samtalsmottagning för unga vuxna i centrum.",
        "Vi kommer att utbilda tjugo fältarbetare i motiverande samtal under våren.",
        "Under 2025 ska kommunen starta en grupp för föräldrar till barn med adhd.",
        "Under hösten kommer vi att bjuda in till föräldraträffar på familjecentralen.",
        "Region Mellanbygden ska under 2025 ta fram en rutin för uppföljning efter suicidförsök.",
        "En ny mottagning för unga ska öppnas under 2026.",
        "Under våren 2025 utbildar elevhälsan samtliga mentorer i stresshantering.",
        "Kommunen anställer en kurator på halvtid från augusti 2025.",
        "Under hösten 2025 öppnar vi en gemensam telefonlinje för föräldrar.",
        "Kommunerna startar därför en kurs för anhöriga under våren 2026.",
        "Vi kommer därför att arrangera fyra kurser för personal under våren 2026.",
        "En referensgrupp med tidigare deltagare bildas under 2026.",
        "Regionen tar därför fram ett stöd för chefer till sommaren 2026.",
        "Därför tar elevhälsan under läsåret fram en rutin för hembesök.",
        "En gemensam rutin för utskrivning tas fram av mottagningarna.",
        "En ny träffpunkt för seniorer startar i oktober.",
        "Biblioteket bjuder in föreningarna till en öppen kväll där någon med egen erfarenhet berättar.",
        "Biståndshandläggarna börjar använda ett nytt samtalsstöd vid hembesök.",
        "Säkerhetssamordnaren får i uppdrag att före sommaren skriva en arbetsgång för samverkan.",
        "Under 2026 erbjuds alla som leder fler än tio personer en kurs i svåra samtal.",
        "Schemat i hemtjänsten läggs om så att färre möter varje äldre.",
    ],
)
def test_a_sentence_that_undertakes(text: str) -> None:
    assert commits(text)


@pytest.mark.parametrize(
    "text",
    [
        "Regeringen ska under 2025 starta en utredning.",
        "Socialstyrelsen börjar använda en ny statistik.",
        "Personalen börjar redan kl. 7 sedan 2021.",
        "Socialstyrelsen kommer att följa upp hur medlen används 2026.",
        "Kommunen ska enligt skollagen inrätta en elevhälsa 2025.",
        "Kommunen ska erbjuda alla barn god vård.",
        "Kommunen kommer att påverkas genom ökade kostnader under 2026.",
        "Kommunen ska minska sjukfrånvaron med två procent under 2026.",
        "Under 2023 genomförde vi en kartläggning av behoven.",
        "Vi ska vara en bra arbetsgivare.",
        "Vi ska nå fler unga.",
        "Kommunen driver sedan 2019 en mottagning för unga.",
        "Under 2024 har kommunen en samordnare på heltid.",
        "Kommunen utbildar all personal i bemötande.",
        "I enkäten 2024 svarar kommunen att stödet räcker.",
        "Under 2024 ansvarar regionen för samordningen.",
        "Alla unga ska 2026 ha någon att prata med.",
        "Väntetiderna ska kortas under 2026.",
        "Medlen ska användas under 2025.",
        "Planen ska revideras 2026.",
        "Planen revideras 2026.",
        "Socialstyrelsen betalar ut medlen under 2026.",
        "Skolornas arbete fortsätter under 2026.",
        "Under 2026 träffas gruppen fyra gånger.",
        "Gruppen har valt ut ett antal aktiviteter som ska genomföras under 2026.",
        "Handlingsplanen ska beslutas av kommunstyrelsen under våren 2025.",
        "Utredningen föreslår att kommunen ska starta en mottagning 2027.",
        "Vård inleds ofta för sent.",
        "Den presenteras på en konferens i mars och sprids till alla kommuner.",
        "Det är vanligt att en ny rutin tas fram utan att någon följer den.",
    ],
)
def test_a_sentence_that_undertakes_nothing(text: str) -> None:
    assert not commits(text)


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        (
            (
                "Skolorna ser att kön växer. Under 2025 öppnar vi en mottagning för unga. Den leds av en kurator. "
                "Liknande mottagningar finns i grannlänet."
            ),
            [("activity", "Under 2025 öppnar vi en mottagning för unga. Den leds av en kurator.")],
        ),
        (
            "Många väntar länge. Målet är att alla ska få hjälp inom en vecka. En ny mottagning öppnas under 2026.",
            [
                ("goal", "Målet är att alla ska få hjälp inom en vecka."),
                ("activity", "En ny mottagning öppnas under 2026."),
            ],
        ),
        (
            "Kommunen startar en kurs under 2026. Vi utbildar också tio ledare under 2026. Många har väntat länge.",
            [("activity", "Kommunen startar en kurs under 2026. Vi utbildar också tio ledare under 2026.")],
        ),
        (
            "Under 2026 öppnar vi en mottagning. Mottagningen tar emot utan remiss. Nämnden får en rapport i mars.",
            [("activity", "Under 2026 öppnar vi en mottagning. Mottagningen tar emot utan remiss.")],
        ),
        (
            "Kön är lång. På lång sikt ska ingen behöva vänta på ett samtal.",
            [("goal", "På lång sikt ska ingen behöva vänta på ett samtal.")],
        ),
        (
            "Det är viktigt. Alla unga ska 2026 ha någon att prata med.",
            [("goal", "Alla unga ska 2026 ha någon att prata med.")],
        ),
        (
            "Gården ska hålla öppet på lördagar senast 2026. En tjejgrupp startas i samråd med ungdomsrådet.",
            [
                (
                    "activity",
                    "Gården ska hålla öppet på lördagar senast 2026. En tjejgrupp startas i samråd med ungdomsrådet.",
                )
            ],
        ),
        (
            "Kommunen bjuder in föreningarna till en frukost. Första året hålls frukosten i Byxelkrok.",
            [("activity", "Kommunen bjuder in föreningarna till en frukost. Första året hålls frukosten i Byxelkrok.")],
        ),
        (
            "Det vi eftersträvar är att varje barn har en vuxen som lyssnar.",
            [("goal", "Det vi eftersträvar är att varje barn har en vuxen som lyssnar.")],
        ),
        ("Under våren 2026 presenteras den för föreningarna.", []),
        ("Samtliga aktiviteter ska vara genomförda i december 2026.", []),
        ("Området har aktiviteter som ska genomföras under 2026. Regeringen vill minska köerna.", []),
        (
            "Ambitionen är att alla elever ska få träffa en kurator.",
            [("goal", "Ambitionen är att alla elever ska få träffa en kurator.")],
        ),
        ("Målen är oförändrade sedan förra året, men ordningen är en annan.", []),
        ("Målet är uppnått i tre av fem skolor i kommunen.", []),
    ],
)
def test_sentences_of_a_paragraph_state_goals_and_activities(paragraph: str, told: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.text) for each in told_in(paragraph)] == told


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Starta en grupp för vuxna barn", "Utbilda två nya gruppledare under 2026"], True),
        (["Starta en grupp för vuxna barn"], False),
        (["Anhörig: den som ger stöd till en närstående", "Närstående: den som tar emot stöd"], False),
        (["Psykiska besvär hos unga vuxna", "Sociala faktorer i hemmet"], False),
        (["Öka kunskapen om psykisk hälsa hos unga", "Minska ensamheten bland äldre"], False),
        (["Alla elever har någon att tala med", "Flera skolor deltar"], False),
        (["Grupperna leds av en kurator", "Träffarna spelas in"], False),
    ],
)
def test_a_list_whose_items_say_what_is_to_be_done(texts: list[str], expected: bool) -> None:
    assert list_of_acts(texts) is expected


def test_what_is_undertaken_under_no_head_is_an_activity_by_its_words() -> None:
    plan = read_skeleton(
        [
            heading("Stöd i grupp"),
            item("Starta en grupp för vuxna barn till personer med schizofreni"),
            item("Utbilda två nya gruppledare under 2026"),
            heading("Unga vuxna i centrum"),
            prose("Många unga saknar stöd på kvällar."),
            prose("Kommunen ska under 2025 starta en samtalsmottagning för unga vuxna i centrum."),
        ]
    )

    assert [(a.text.split()[0], a.basis) for a in plan.activities] == [
        ("Starta", "text"),
        ("Utbilda", "text"),
        ("Kommunen", "text"),
    ]


def test_one_act_alone_is_listed_as_those_beside_it_are() -> None:
    acts = [item("Planera utbildning för nya chefer"), item("Skicka ut en enkät till föräldrar")]
    quarters: list[Block] = [
        heading("Januari–juni"),
        *acts,
        heading("Juli–december"),
        item("Genomföra utbildning för nya chefer"),
    ]

    assert len(read_skeleton(quarters).activities) == 3
    assert read_skeleton(quarters[3:]).activities == []


def test_the_year_of_its_heading_is_a_listed_acts_own() -> None:
    plan = read_skeleton([heading("Att göra 2026"), item("Ordna en minnesdag"), item("Följa upp med en enkät")])

    assert [activity.heading_years for activity in plan.activities] == [(2026, 2026)] * 2


def test_what_is_wanted_is_a_goal_by_its_words() -> None:
    plan = read_skeleton(
        [heading("Unga"), prose("Vi vill att fler unga vågar be om hjälp."), prose("Vi vill tacka alla.")]
    )

    assert [(goal.text, goal.basis) for goal in plan.goals] == [("Vi vill att fler unga vågar be om hjälp.", "text")]


@pytest.mark.parametrize(
    "blocks",
    [
        [heading("Bakgrund"), prose("Vi kommer att utbilda tjugo fältarbetare i motiverande samtal under våren.")],
        [heading("Den nationella strategin"), item("Starta en grupp"), item("Utbilda två nya gruppledare under 2026")],
        [heading("Unga"), prose("Rapporten föreslår:"), item("Starta en grupp"), item("Utbilda två nya gruppledare")],
    ],
)
def test_background_and_the_acts_of_others_are_none(blocks: list[Block]) -> None:
    assert read_skeleton(blocks).activities == []


def test_sentences_of_one_paragraph_stay_together_under_a_heading_of_activities() -> None:
    plan = read_skeleton([heading("Aktiviteter"), prose("Ta fram en rutin för hembesök. Utbilda alla chefer.")])

    assert [activity.text for activity in plan.activities] == ["Ta fram en rutin för hembesök. Utbilda alla chefer."]


@pytest.mark.parametrize(
    "told_of", ["Varför en plan?", "Hur planen kom till", "Vad händer sedan?", "Vad som inte ingår"]
)
def test_what_a_document_tells_of_itself_undertakes_nothing(told_of: str) -> None:
    text = "Under 2027 öppnar kommunen en ny mottagning för unga."

    assert [a.text for a in read_skeleton([heading("Unga"), prose(text)]).activities] == [text]
    assert read_skeleton([heading(told_of), prose(text)]).activities == []
