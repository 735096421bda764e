"""Where a dataset's files lie is known on the machine that read them, and nowhere in the dataset."""

import os
from pathlib import Path

from flows.inboxes.inbox import folder_id
from flows.inboxes.whereabouts import folders_of, keep_folders


def test_folders_are_known_again_beside_those_of_earlier_runs(tmp_path):
    keep_folders(tmp_path, [tmp_path / "inkorg"])
    keep_folders(tmp_path, [tmp_path / "arkiv å"])

    assert folders_of(tmp_path) == {
        folder_id(tmp_path / "inkorg"): tmp_path / "inkorg",
        folder_id(tmp_path / "arkiv å"): tmp_path / "arkiv å",
    }


def test_a_folder_whose_name_is_no_text_is_found_again(tmp_path):
    folder = tmp_path / os.fsdecode(b"inkorg-\xe5")
    keep_folders(tmp_path, [folder])

    assert list(folders_of(tmp_path).values()) == [folder]


def test_a_record_that_is_lost_or_damaged_tells_nothing(tmp_path: Path):
    assert folders_of(tmp_path) == {}
    (tmp_path / ".folders.json").write_text("[", encoding="utf-8")
    assert folders_of(tmp_path) == {}
