"""Runs that nobody watches: the schedule, what their owner hears, and what is logged and measured."""

import io
import json
import pickle
import re
import shutil
from pathlib import Path
from typing import Any

import cloudpickle  # type: ignore[import-untyped]
import pytest
import yaml  # type: ignore[import-untyped]
from prefect.flows import Flow
from typer.testing import CliRunner

from flows.command_line import app
from flows.runs.aftermath import follow_up
from flows.runs.job import run_plain
from flows.runs.json_log import JsonLog
from flows.runs.news import news_of, told_if_it_fails
from flows.runs.opening import NothingToReadError
from flows.runs.progress import Silence
from flows.runs.publishing import RunResult
from flows.runs.run_flow import parameters_of, take_in
from flows.settings import Settings
from outputs.lock import DatasetLockedError
from tests.places import ROOT, SAMPLES


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> tuple[RunResult, RunResult]:
    """A first run with a finding and a failure, and one in which nothing is new."""
    folder = tmp_path_factory.mktemp("unattended")
    (folder / "inbox").mkdir()
    shutil.copy(SAMPLES / "lokal-plan.pdf", folder / "inbox")
    (folder / "inbox" / "tom.pdf").touch()
    settings = Settings(out=folder / "out", ocr="off", attempts=1)
    first, second = (run_plain([folder / "inbox"], settings, Silence()) for _ in range(2))
    return first, second


@pytest.fixture
def mailbox(monkeypatch) -> list[tuple[str, str]]:
    """What was sent: title and body."""
    sent: list[tuple[str, str]] = []

    def notify(_self, *, title: str, body: str) -> bool:
        sent.append((title, body))
        return True

    monkeypatch.setattr("apprise.Apprise.notify", notify)
    return sent


def test_news_say_what_was_read_what_failed_and_which_errors_are_new(runs):
    news = news_of(runs[0])

    assert news.title == "Plankoll: 1 lästa, 1 inte intagna, 1 nya fel"
    assert "- tom.pdf: empty_file\n" in news.body
    assert "- lokal-plan.pdf, footing.column: " in news.body
    assert news.is_news


def test_what_was_told_yesterday_is_no_news(runs):
    news = news_of(runs[1])

    assert news.title == "Plankoll: 0 lästa, 1 inte intagna, 0 nya fel"
    assert "footing.column" not in news.body
    assert "tom.pdf" not in news.body
    assert not news.is_news


@pytest.mark.parametrize(("when", "sent"), [("news", 1), ("always", 2)])
def test_news_are_sent_where_a_setting_says(runs, mailbox, when, sent):
    settings = Settings(notify="json://localhost", notify_when=when)

    for run in runs:
        follow_up(run, settings)

    assert len(mailbox) == sent
    assert mailbox[0][0].startswith("Plankoll: 1 lästa")


def test_without_an_address_nothing_is_sent(runs, mailbox):
    follow_up(runs[0], Settings())

    assert mailbox == []


def test_a_message_that_does_not_arrive_stops_nothing(runs, caplog):
    follow_up(runs[0], Settings(notify="no-such-service://x"))

    assert "PLANKOLL_NOTIFY" in caplog.text


def test_a_run_that_fails_is_told_of(mailbox):
    settings = Settings(notify="json://localhost")

    with pytest.raises(NothingToReadError), told_if_it_fails(settings):
        raise NothingToReadError

    ((title, body),) = mailbox
    assert "misslyckades" in title
    assert body.startswith(NothingToReadError.message_sv)


def test_the_address_is_no_parameter_of_the_flow():
    settings = Settings(notify="mailto://user:secret@example.test")

    assert "secret" not in json.dumps(parameters_of([Path("inbox")], settings))
    assert "secret" not in repr(settings)


def test_the_address_is_not_handed_to_the_processes_that_read():
    settings = Settings(notify="mailto://user:secret@example.test", seconds_per_file=7)

    handed_on = pickle.dumps(settings.handed_on)

    assert b"secret" not in handed_on
    assert pickle.loads(handed_on) == settings.model_copy(update={"notify": None})


# Logs and figures


def test_the_log_is_json_and_names_no_file(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(SAMPLES / "remissvar.pdf", inbox / "Anna Andersson.pdf")
    (inbox / "Bo Ek.pdf").touch()
    stream = io.StringIO()
    log = JsonLog(stream)

    result = run_plain([inbox], Settings(out=tmp_path / "out", ocr="off"), log)
    log.published(result.report)

    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["opened", "file", "file", "published"]
    assert lines[0]["reasons"] == {"new": 2}
    assert {line["error"] for line in lines[1:3]} == {None, "empty_file"}
    assert lines[3]["run_id"] == result.report.run_id
    assert "Anna" not in stream.getvalue()


def test_figures_are_written_for_prometheus(runs, tmp_path):
    path = tmp_path / "plankoll.prom"

    follow_up(runs[0], Settings(metrics=path))

    lines = path.read_text(encoding="utf-8").splitlines()
    figures = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    assert figures["plankoll_files_failed"] == "1"
    assert figures['plankoll_findings_open{severity="error"}'] == "1"
    assert float(figures["plankoll_last_run_timestamp_seconds"]) == runs[0].report.finished.timestamp()
    assert all(
        re.match(r"# (HELP|TYPE) plankoll_\w+ \S|plankoll_\w+(\{severity=\"\w+\"\})? \S+$", line) for line in lines
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["plankoll.prom"]


def test_figures_that_cannot_be_written_stop_nothing(runs, tmp_path, caplog):
    follow_up(runs[0], Settings(metrics=tmp_path / "borta" / "plankoll.prom"))

    assert "PLANKOLL_METRICS" in caplog.text


# The schedule


def test_a_schedule_is_served_with_its_times_and_folders(tmp_path, monkeypatch):
    served: dict[str, Any] = {}
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:4200/api")
    monkeypatch.setattr(Flow, "serve", lambda flow, **told: served.update(told, flow=flow))

    result = CliRunner().invoke(
        app, ["schedule", str(tmp_path), "--cron", "30 2 * * 1-5", "--out", str(tmp_path / "ut")]
    )

    assert result.exit_code == 0, result.output
    assert (served["schedule"].cron, served["schedule"].timezone) == ("30 2 * * 1-5", "Europe/Stockholm")
    assert served["parameters"]["paths"] == [str(tmp_path)]
    assert served["parameters"]["settings"]["out"] == str(tmp_path / "ut")
    assert (served["limit"], served["global_limit"]) == (1, 1)


def test_the_flow_can_be_handed_to_the_process_that_serves_it():
    assert cloudpickle.loads(cloudpickle.dumps(take_in)).name == "plankoll"


def test_a_schedule_without_a_server_is_said(monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)

    result = CliRunner().invoke(app, ["schedule", "inbox"])

    assert result.exit_code == 2
    assert "prefect server start" in result.output


def test_times_that_are_none_are_said(monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:4200/api")

    result = CliRunner().invoke(app, ["schedule", "inbox", "--cron", "varje natt"])

    assert result.exit_code == 2
    assert "--cron" in result.output


def test_the_deployment_names_the_flow_and_its_parameters():
    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    path, _, name = deployment["entrypoint"].partition(":")

    assert (ROOT / path).is_file()
    assert take_in.fn.__name__ == name
    assert set(deployment["parameters"]) <= set(take_in.parameters.properties)


def test_the_unit_runs_a_command_that_there_is():
    unit = (ROOT / "docs" / "systemd" / "plankoll.service").read_text(encoding="utf-8")
    (command,) = re.findall(r"^ExecStart=\S+/plankoll (.*)$", unit, re.MULTILINE)

    result = CliRunner().invoke(app, [*command.split()[:2], "--help"])

    assert result.exit_code == 0
    assert "SuccessExitStatus=3" in unit


def test_a_scheduled_run_that_meets_another_one_says_who_holds_the_dataset():
    assert "Wait until it has finished" in DatasetLockedError(Path("x"), {}).message_en
