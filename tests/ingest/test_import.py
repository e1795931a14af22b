"""`manage.py import`: files, folders and archives from a shell, as one batch."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from postings.models import Batch, Document, Posting

pytestmark = pytest.mark.django_db

BAKER = "Baker\n\nRequirements\n- Two years of baking\n"
Run = Callable[..., tuple[str, str]]


@pytest.fixture
def run() -> Run:
    """`run(path, publish_clean=True)`: what the command says, and what it complains of."""

    def import_(*paths: Path | str, **options: object) -> tuple[str, str]:
        said, complained = StringIO(), StringIO()
        call_command("import", *map(str, paths), stdout=said, stderr=complained, no_color=True, **options)
        return said.getvalue(), complained.getvalue()

    return import_


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "jobs"
    (folder / "deep" / ".git").mkdir(parents=True)
    (folder / "baker.txt").write_text(BAKER)
    (folder / "deep" / "cook.txt").write_text(BAKER.replace("Baker", "Cook"))
    (folder / "deep" / "blank.txt").write_text("Gardener\n\nPay: [salary range]\n")
    (folder / "empty.txt").write_text(" ")
    (folder / ".hidden.txt").write_text("Smith\n")
    (folder / "deep" / ".git" / "config").write_text("Miller\n")
    return folder


def test_a_folder_is_one_batch_and_what_is_clean_is_published(folder: Path, run: Run) -> None:
    said, complained = run(folder, publish_clean=True)
    assert "2 published, 1 left for review." in said
    assert "empty.txt: empty.txt is empty." in complained
    assert "4 of 4 files" in complained
    assert Batch.objects.get().name == "jobs"
    assert set(Posting.objects.filter(state="published").values_list("title", flat=True)) == {"Baker", "Cook"}


def test_nothing_is_published_unless_asked_for(folder: Path, run: Run) -> None:
    said, _ = run(folder, name="Spring")
    assert "3  needs review" in said
    assert Batch.objects.get().name == "Spring"
    assert not Posting.objects.filter(state="published").exists()


def test_a_folder_is_found_by_a_way_with_dots_in_it(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "deep")
    run("..")
    assert Document.objects.count() == 3
    hidden = folder.parent / ".library"
    folder.rename(hidden)
    run(hidden / "baker.txt")
    run(hidden)
    assert Batch.objects.count() == 3
    assert Batch.objects.latest("pk").files.count() == 4


def test_tables_and_flat_json_are_imported_without_asking(run: Run, tmp_path: Path) -> None:
    (tmp_path / "jobs.csv").write_text("title,description\nBaker,Bake bread every day\nCook,Cook soup\n")
    (tmp_path / "jobs.jsonl").write_text(
        '{"title":"Smith","text":"Forge"}\n{"title":"Miller","text":"Mill"}\n'
    )
    said, _ = run(tmp_path)
    assert "4  needs review" in said
    assert set(Posting.objects.values_list("title", flat=True)) == {"Baker", "Cook", "Smith", "Miller"}


def test_what_is_not_there_stores_nothing(folder: Path, run: Run) -> None:
    with pytest.raises(CommandError, match=r"no such file or folder\. Nothing was stored"):
        run(folder / "baker.txt", folder / "nowhere")
    (folder / "none").mkdir()
    with pytest.raises(CommandError, match="There is no file in it"):
        run(folder / "none")
    assert not Batch.objects.exists()
