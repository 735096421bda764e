"""Prefect's embedded server forgets runs that are long over; a standing one is left to its owner."""

import logging
from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace

import httpx
import pytest
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.runs import prefect_history
from flows.runs.prefect_history import forget_old_runs

NOW = datetime(2026, 11, 22, 4, tzinfo=UTC)


class Server:
    """Answers as Prefect's client does; remembers what it was asked."""

    def __init__(self, *runs: str, lost: str = "", down: bool = False) -> None:
        self.runs, self.lost, self.down = runs, lost, down
        self.asked: dict = {}
        self.deleted: list[str] = []

    def read_flow_runs(self, **asked):
        if self.down:
            raise httpx.ConnectError("down")
        self.asked = asked
        return [SimpleNamespace(id=run) for run in self.runs]

    def delete_flow_run(self, run: str) -> None:
        if run == self.lost:
            raise ObjectNotFound(LookupError(run))
        self.deleted.append(run)


@pytest.fixture
def given(monkeypatch):
    def serve(server: Server) -> Server:
        @contextmanager
        def client(*, sync_client: bool):
            yield server

        monkeypatch.setattr(prefect_history, "get_client", client)
        return server

    with temporary_settings(restore_defaults={PREFECT_API_URL}):
        yield serve


def test_this_flows_runs_of_more_than_a_month_ago_are_forgotten(given):
    server = given(Server("a", "b", "c", lost="b"))

    assert forget_old_runs("plankoll", NOW) == 2

    assert server.deleted == ["a", "c"]
    assert server.asked["flow_filter"].name.any_ == ["plankoll"]
    assert server.asked["flow_run_filter"].expected_start_time.before_ == datetime(2026, 10, 23, 4, tzinfo=UTC)
    assert server.asked["sort"] == "EXPECTED_START_TIME_ASC"


def test_a_standing_servers_record_is_its_owners(given):
    server = given(Server("a"))

    with temporary_settings(updates={PREFECT_API_URL: "http://127.0.0.1:4200/api"}):
        assert forget_old_runs("plankoll", NOW) == 0
    assert server.deleted == []


def test_a_server_that_does_not_answer_is_logged(given, caplog):
    given(Server(down=True))

    with caplog.at_level(logging.WARNING, "plankoll"):
        assert forget_old_runs("plankoll", NOW) == 0
    assert "ConnectError: down" in caplog.text
