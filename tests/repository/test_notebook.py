"""The example notebook runs from its first cell to its last, and counts money once."""

import importlib.util

import pytest

from models.rows import Activity
from tests.places import ROOT
from tests.query_database import PLACE, amount, column, document, published

NOTEBOOK = ROOT / "examples" / "money.py"
# marimo hands cells' tables to a browser as it likes them, and tells its own deprecations
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def run(snapshot, monkeypatch) -> dict:
    """What the cells define, run without a browser."""
    monkeypatch.setenv("PLANKOLL_SNAPSHOT", str(snapshot))
    spec = importlib.util.spec_from_file_location("money_notebook", NOTEBOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, defined = module.app.run()
    return dict(defined)


@pytest.mark.slow
def test_the_notebook_draws_the_moneys_way_to_the_activities(tmp_path, monkeypatch):
    table, cells, amounts = column("plan", [("planned", 300, "body"), ("planned", 200, "body")])
    activity = Activity.model_validate(
        {"activity_id": "a1", "document_id": "plan", "ordinal": 1, "text": "Skolnärvaroteam", "category": "local"}
        | PLACE
    )
    amounts[0] = amounts[0].model_copy(update={"activity_id": "a1"})
    county = {"kommunkod": None, "lanskod": "20", "issuer_kind": "county"}
    documents = [document("plan", "action_plan"), document("lansplan", "action_plan", **county)]
    rows = [*table, *cells, *amounts, activity, amount("plan", 1, 1_000, "received")]
    rows.append(amount("lansplan", 1, 90_000, "granted"))
    snapshot = published(tmp_path / "dataset", documents, rows)

    defined = run(snapshot, monkeypatch)

    bands = {(source, target): kronor for _, source, target, kronor in defined["bands"].iter_rows()}
    grant = "Insatser inom psykisk hälsa och suicidprevention"
    assert bands == {
        ("Staten", grant): 1_000,
        (grant, "Falun"): 1_000,
        ("Falun", "Skolnärvaroteam"): 300,
        ("Falun", "Inte knutet till en aktivitet"): 700,
    }
    assert len(defined["chart"].to_dict()["layer"]) == 3


def test_the_notebook_opens_on_a_dataset_without_money(tmp_path, monkeypatch):
    defined = run(published(tmp_path / "dataset", [document("plan", "action_plan")], []), monkeypatch)

    assert defined["bands"] is None
    assert defined["chart"] is None
