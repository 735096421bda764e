"""The report in a real browser: Chromium opens it from the disk, axe looks at it, keys and verdicts work."""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from models.rows import TABLES
from outputs.audit_report.report import Report
from outputs.audit_report.sheets import PageKey
from outputs.audit_report.write import Drawn, write_report
from outputs.verdicts import read_verdicts
from tests.report_rows import PLAN, PLAN_FILE, REPORT_FILE, finding, many_findings, material

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt install chromium)"),
]
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 700}
PAGES = (
    "index.html",
    "findings.html",
    "documents.html",
    "run.html",
    "findings/f-sum.html",
    "findings/f-tie.html",
    "findings/f-odd.html",
    f"documents/{PLAN}.html",
    f"pages/{PLAN_FILE[:16]}-1.html",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
MANY = 2_000


@pytest.fixture(scope="module")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The small report on the disk, its pages white."""
    white = tmp_path_factory.mktemp("white") / "white.png"
    Image.new("RGB", (595, 842), "white").save(white)
    keys = [PageKey(PLAN_FILE, 1), PageKey(REPORT_FILE, 2)]
    drawn = Drawn(dict.fromkeys(keys, white.read_bytes()), {})
    return write_report(Report(material()), drawn, tmp_path_factory.mktemp("report") / "report").parent


@pytest.fixture
def page(browser) -> Iterator:
    """A window in which nothing may go wrong: no error of a script, nothing that the policy stops, no lost file."""
    context = browser.new_context(viewport=DESKTOP, accept_downloads=True)
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("requestfailed", lambda request: troubles.append(request.url))
    yield opened
    context.close()
    assert troubles == []


def address(folder: Path, path: str) -> str:
    return f"{(folder / 'index.html').as_uri().removesuffix('index.html')}{path}"


def violations(page, folder: Path, paths: tuple[str, ...], rules: list[str]) -> list[tuple[str, str, str]]:
    """What axe finds wrong: page, rule, element."""
    from axe_playwright_python.sync_playwright import Axe

    wrong = []
    for path in paths:
        page.goto(address(folder, path))
        found = Axe().run(page, options={"runOnly": rules}).response["violations"]
        wrong += [(path, each["id"], node["html"][:160]) for each in found for node in each["nodes"]]
    return wrong


def test_axe_finds_nothing_wrong(page, folder):
    assert violations(page, folder, PAGES, RULES) == []


def test_axe_finds_nothing_wrong_where_there_is_nothing_to_show_and_in_english(page, tmp_path):
    nothing = material("en", **dict.fromkeys((table.table_name for table in TABLES), ()))
    empty = write_report(Report(nothing), Drawn({}, {}), tmp_path / "empty").parent
    undrawn = write_report(Report(material("en")), Drawn({}, {}), tmp_path / "undrawn").parent

    assert violations(page, empty, PAGES[:4], RULES) == []
    assert violations(page, undrawn, ("findings/f-sum.html",), RULES) == []


def test_a_dark_page_has_contrast_enough(page, folder):
    page.emulate_media(color_scheme="dark")

    assert violations(page, folder, PAGES, ["color-contrast"]) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_need_not_scroll_sideways(page, folder, path):
    page.set_viewport_size(PHONE)
    page.goto(address(folder, path))

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_phone_shows_whose_document_a_finding_is_about(page, folder):
    page.set_viewport_size(PHONE)
    page.goto(address(folder, "findings.html"))

    assert page.locator("#f-sum").get_by_text("Rättvik").is_visible()


def test_pictures_are_shown_from_the_disk_and_cut_to_the_evidence(page, folder):
    page.goto(address(folder, "findings/f-sum.html"))
    box = page.locator("svg.sheet").bounding_box()

    left, top, width, height = map(float, page.locator("svg.sheet").get_attribute("viewBox").split())
    assert box["width"] / box["height"] == pytest.approx(width / height, rel=0.05)
    assert (left, top) > (0, 0)
    assert height < 842 / 2
    assert page.locator("svg.sheet .mark").count() == 3


def test_the_list_is_chosen_from_and_the_choice_is_in_the_address(page, folder):
    page.goto(address(folder, "findings.html"))
    page.keyboard.press("/")
    page.keyboard.type("beviljat")
    page.wait_for_url("**/findings.html#q=beviljat")
    assert page.locator("#list tbody tr:not([hidden])").count() == 1
    assert page.locator("#shown").inner_text() == "1 av 3 fynd visas"

    page.goto(address(folder, "index.html"))
    page.goto(address(folder, "findings.html#severity=note"))
    assert page.locator("#list tbody tr:visible").count() == 1
    assert page.locator("#severity").input_value() == "note"


@pytest.mark.parametrize(
    "written", ["1 566 312", "1566312", "1\N{NO-BREAK SPACE}566\N{NO-BREAK SPACE}312", "54 000", "54000"]
)
def test_a_number_is_found_however_its_thousands_are_set_apart(page, tmp_path, written):
    large = finding("f-large", actual=Decimal(1_566_312), expected=Decimal(1_512_312), difference=Decimal(54_000))
    report = Report(material(findings=(large, finding("f-small")), evidence=()))
    (tmp_path / "findings.html").write_text(report.html("findings.html", Drawn({}, {})), encoding="utf-8")
    page.goto(address(tmp_path, "findings.html"))
    page.locator("#q").fill(written)
    page.wait_for_url("**/findings.html#q=*")

    assert [row.get_attribute("id") for row in page.locator("#list tbody tr:visible").all()] == ["f-large"]


def test_headers_sort_and_say_so(page, folder):
    page.goto(address(folder, "findings.html"))
    page.get_by_role("button", name="Skillnad").click()

    order = page.locator("#list tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    assert order == ["f-tie", "f-sum", "f-odd"]
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Skillnad")


def test_keys_walk_through_the_findings_and_judge_them(page, folder, tmp_path):
    page.goto(address(folder, "findings.html"))
    page.keyboard.press("j")
    page.keyboard.press("c")
    assert page.locator("#f-sum .status").inner_text() == "Bekräftat"

    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.type('Gäller; "hela" perioden')
    page.get_by_role("button", name="Avfärda", exact=True).click()
    assert page.locator("#f-tie .status").inner_text() == "Avfärdat"

    page.locator("#f-tie a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/findings/f-tie.html")
    assert page.locator("[data-verdict=dismissed]").get_attribute("aria-pressed") == "true"
    assert page.locator("#reason").input_value() == 'Gäller; "hela" perioden'
    page.keyboard.press("k")
    page.wait_for_url("**/findings/f-sum.html")
    page.keyboard.press("u")
    page.wait_for_url("**/findings.html*")
    assert page.locator("#f-sum .status").inner_text() == "Bekräftat"

    with page.expect_download() as download:
        page.locator("#download").click()
    download.value.save_as(tmp_path / "omdomen.csv")
    kept = read_verdicts(tmp_path / "omdomen.csv")
    assert {key: (each.verdict, each.reason, each.figures) for key, each in kept.items()} == {
        "f-sum": ("confirmed", "", "310 / 300"),
        "f-tie": ("dismissed", 'Gäller; "hela" perioden', "500 / 480"),
    }


def test_the_way_through_the_findings_is_that_of_the_chosen_list(page, folder):
    page.goto(address(folder, "findings.html#severity=note"))
    page.locator("#list tbody tr:visible a").click()
    page.wait_for_url("**/findings/f-odd.html")

    assert page.locator("#at").inner_text() == "Fynd 1 av 1"
    assert page.locator("#before").is_hidden()
    assert page.locator("#up").get_attribute("href") == "../findings.html#severity=note"


def test_a_dismissal_needs_a_reason(page, folder):
    page.goto(address(folder, "findings/f-sum.html"))
    page.keyboard.press("d")

    assert page.locator("#answer").inner_text() == "Ange ett skäl för att avfärda."
    assert page.locator("[data-verdict=open]").get_attribute("aria-pressed") == "true"


def test_a_number_of_the_sum_lights_its_mark(page, folder):
    page.goto(address(folder, "findings/f-sum.html"))
    page.locator("tr.addend").first.hover()

    assert page.locator("#mark-1.lit").count() == 1


def test_print_shows_the_sum_and_the_picture_and_no_buttons(page, folder):
    page.goto(address(folder, "findings/f-sum.html"))
    page.emulate_media(media="print")

    assert page.locator("svg.sheet").is_visible()
    assert page.get_by_role("heading", name="Uträkningen").is_visible()
    assert not page.get_by_role("button").filter(visible=True).count()


def test_the_list_stays_quick_with_thousands_of_findings(page, tmp_path):
    (tmp_path / "findings.html").write_text(
        Report(many_findings(MANY)).html("findings.html", Drawn({}, {})), encoding="utf-8"
    )
    page.goto(address(tmp_path, "findings.html"))
    page.evaluate("document.querySelector('#q').value = 'tabell 19'")
    choosing = """() => { const begun = performance.now();
        const said = new Promise(done => new MutationObserver(() => done(performance.now() - begun))
            .observe(document.querySelector('#shown'), {childList: true}));
        document.querySelector('#choose').dispatchEvent(new Event('input'));
        return said; }"""
    sorting = """() => { const begun = performance.now();
        document.querySelector('[data-column="2"]').click();
        document.body.offsetHeight;
        return performance.now() - begun; }"""

    # A person waits for neither; with a machine that is busy with other tests there is room to spare.
    assert page.evaluate(choosing) < 1_000
    assert page.evaluate(sorting) < 2_000
    shown = page.locator("#list tbody tr:not([hidden])").count()
    assert 0 < shown < MANY
    assert page.locator("#shown").inner_text() == f"{shown} av {MANY} fynd visas"
