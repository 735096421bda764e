"""`plankoll serve`: what is shown, what is kept, and to whom nothing is given."""

import shutil
import socket
import warnings

import pytest
from typer.testing import CliRunner

from flows.command_line import app
from flows.commands.served_report import ServedReport, app_of
from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.settings import Settings
from outputs.verdicts import read_verdicts
from tests.places import SAMPLES

with warnings.catch_warnings():
    # Starlette would have its client on a successor of httpx that is not out yet.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

TOKEN = "nyckel-som-ingen-vet"
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The settings of a dataset with one finding in it."""
    folder = tmp_path_factory.mktemp("served")
    settings = Settings(out=folder / "out", checks=None)
    shutil.copy(SAMPLES / "lokal-plan.pdf", folder)
    run_plain([folder / "lokal-plan.pdf"], settings, Silence())
    return settings


@pytest.fixture
def settings(published):
    published.verdicts.unlink(missing_ok=True)
    return published


@pytest.fixture
def client(settings):
    return TestClient(app_of(ServedReport(settings, (), "sv"), TOKEN), base_url="http://127.0.0.1:8765")


@pytest.fixture
def finding_id(client):
    page = client.get(f"/{TOKEN}/findings.html").text
    return page.partition('<tr id="')[2].partition('"')[0]


def test_pages_and_pictures_are_made_as_they_are_asked_for(client, finding_id):
    page = client.get(f"/{TOKEN}/findings/{finding_id}.html")
    picture = page.text.partition('<image href="../')[2].partition('"')[0]

    assert client.get(f"/{TOKEN}/").url.path == f"/{TOKEN}/index.html"
    assert page.status_code == 200
    assert "data-served" in page.text
    assert client.get(f"/{TOKEN}/{picture}").content.startswith(b"\x89PNG")
    assert client.get(f"/{TOKEN}/findings/annat.html").status_code == 404
    assert client.get(f"/{TOKEN}/pages/annat.png").status_code == 404
    assert client.get(f"/{TOKEN}/../../etc/passwd").status_code == 404


def test_a_verdict_is_kept_at_once_and_told_again(client, settings, finding_id):
    said = {"finding_id": finding_id, "verdict": "dismissed", "reason": "Gäller hela perioden"}

    assert client.post(f"/{TOKEN}/verdicts", json=said).status_code == 204
    assert client.get(f"/{TOKEN}/verdicts").json() == {finding_id: said}
    kept = read_verdicts(settings.verdicts)[finding_id]
    assert (kept.verdict, kept.reason, kept.figures) == ("dismissed", "Gäller hela perioden", "1566312 / 1512312")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"verdict": "dismissed", "reason": " "}, 422),
        ({"verdict": "deleted"}, 422),
        ({"verdict": "open", "more": 1}, 422),
        ({"verdict": "open", "finding_id": "f-annat"}, 404),
    ],
)
def test_what_is_no_verdict_is_not_kept(client, settings, finding_id, said, status):
    assert client.post(f"/{TOKEN}/verdicts", json={"finding_id": finding_id} | said).status_code == status
    assert not settings.verdicts.exists()


@pytest.mark.parametrize("path", ["/", "/index.html", "/fel-nyckel/index.html", "/fel-nyckel/verdicts"])
def test_without_the_token_nothing_is_shown(client, path):
    answer = client.get(path)

    assert answer.status_code in {200, 404}
    assert "Rättvik" not in answer.text


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        ("fel-nyckel", JSON, 404),
        (TOKEN, JSON | {"Host": "evil.test"}, 400),
        (TOKEN, JSON | {"Origin": "http://evil.test"}, 403),
        (TOKEN, JSON | {"Origin": "http://127.0.0.1:9999"}, 403),
        (TOKEN, JSON | {"Sec-Fetch-Site": "cross-site"}, 403),
        (TOKEN, {"Content-Type": "text/plain"}, 415),
    ],
    ids=["token", "host", "origin", "port", "site", "form"],
)
def test_nobody_else_can_write(client, settings, finding_id, token, headers, status):
    body = f'{{"finding_id": "{finding_id}", "verdict": "confirmed"}}'

    assert client.post(f"/{token}/verdicts", content=body, headers=headers).status_code == status
    assert not settings.verdicts.exists()


def test_what_is_served_is_not_kept_by_others(client):
    headers = client.get(f"/{TOKEN}/index.html").headers

    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_run_that_publishes_is_seen_at_once(settings, client):
    before = client.get(f"/{TOKEN}/run.html").text
    run_plain([SAMPLES / "remissvar.pdf"], settings, Silence())

    assert client.get(f"/{TOKEN}/run.html").text != before
    assert "remissvar.pdf" in client.get(f"/{TOKEN}/documents.html").text


def test_a_port_that_is_taken_is_said(settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(app, ["serve", "--out", str(settings.out), "--port", port])

    assert result.exit_code == 1
    assert f"Port {port} är upptagen" in result.stderr
