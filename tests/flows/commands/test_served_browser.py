"""`plankoll serve` as a reviewer meets it: the address that is printed, a verdict, the file that it lands in."""

import re
import shutil
import signal
import subprocess
import sys

import pytest

from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.settings import Settings
from outputs.verdicts import read_verdicts
from tests.places import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt install chromium)"),
]


def test_a_verdict_given_in_the_browser_is_in_the_file_at_once(tmp_path):
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # a busy machine may take its time
    settings = Settings(out=tmp_path / "out", checks=None)
    run_plain([ROOT / "corpus" / "samples" / "pdf" / "lokal-plan.pdf"], settings, Silence())
    command = [sys.executable, "-m", "flows.cli", "serve", "--port", "0", "--out", str(settings.out)]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving,
        sync_playwright() as started,
    ):
        assert serving.stdout is not None
        try:
            lines = [serving.stdout.readline() for _ in range(2)]
            assert lines[1].startswith("http://127.0.0.1:")
            assert re.fullmatch(r".+:\d+/[\w-]{30,}/\n", lines[1])
            browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"{lines[1].strip()}findings.html")
            page.locator("#list tbody a").first.click()
            page.wait_for_url("**/findings/f-*.html")
            expect(page.locator("[data-verdict=open]")).to_have_attribute("aria-pressed", "true")
            with page.expect_response("**/verdicts"):
                page.get_by_role("button", name="Bekräfta").click()
            expect(page.locator("#answer")).to_have_text("Sparat: Bekräftat")
            page.reload()
            expect(page.locator("[data-verdict=confirmed]")).to_have_attribute("aria-pressed", "true")
            browser.close()
        finally:
            serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=60) in {0, 130, -signal.SIGINT}

    [verdict] = read_verdicts(settings.verdicts).values()
    assert (verdict.verdict, verdict.rule) == ("confirmed", "footing.column")
