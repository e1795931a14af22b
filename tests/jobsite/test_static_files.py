"""What production serves is what was written, in one piece."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from jobsite.static_files import joined

SHEET = Path(settings.BASE_DIR) / "static" / "css" / "site.css"


def test_the_style_sheet_is_joined_in_its_layers() -> None:
    css = joined(SHEET)
    assert "@import" not in css
    assert css.count("@layer components {") == SHEET.read_text().count("layer(components)")
    assert "@media print {\n@layer print {" in css
    for part in SHEET.parent.glob("components/*.css"):
        if f'"components/{part.name}"' in SHEET.read_text():
            assert part.read_text().strip() in css


def test_a_file_that_joining_would_break_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text('@import url("part.css") layer(components);\n')
    (tmp_path / "part.css").write_text("a { background: url(arrow.svg) }\n")
    with pytest.raises(ValueError, match=r"part\.css refers to a file by url\(\)"):
        joined(tmp_path / "site.css")


def test_collecting_hashes_compresses_and_joins(tmp_path: Path) -> None:
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "jobsite.static_files.CollectedStaticFiles"}}
    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
        name = staticfiles_storage.url("css/site.css").removeprefix(settings.STATIC_URL)
    assert name != "css/site.css"
    assert "@import" not in (tmp_path / name).read_text()
    assert (tmp_path / f"{name}.gz").stat().st_size < 12_000
