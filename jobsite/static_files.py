"""Static files in production: hashed names, compressed, and the style sheet in one piece.

The style sheet is written as one file a component and joined by `@import`. A browser would fetch each of
them in turn, so collecting puts their contents where the imports stand, in the same layers.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE_SHEET = "css/site.css"
IMPORT = re.compile(
    r"""@import\ url\("(?P<file>[^"]+)"\)\ layer\((?P<layer>\w+)\)(?P<media>[ ]\w+)?;""", re.VERBOSE
)


class CollectedStaticFiles(CompressedManifestStaticFilesStorage):
    @cache  # noqa: B019 - there is one, as long as the process, and the manifest is read once
    def url(self, name: str | None, force: bool = False) -> str:
        found: str = super().url(name, force)
        return found

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if STYLE_SHEET in paths and not dry_run:
            sheet = Path(self.path(STYLE_SHEET))
            sheet.write_text(joined(sheet))
            paths = {**paths, STYLE_SHEET: (self, STYLE_SHEET)}  # the collected copy, not its source
        yield from super().post_process(paths, dry_run, **options)


def joined(sheet: Path) -> str:
    """Return the style sheet with the files that it imports in their places."""

    def contents(found: re.Match[str]) -> str:
        css = (sheet.parent / found["file"]).read_text().strip()
        if "url(" in css:  # would be looked for beside the sheet, not beside the file
            raise ValueError(f"{found['file']} refers to a file by url(), which joining would break")
        layered = f"@layer {found['layer']} {{\n{css}\n}}"
        return f"@media{found['media']} {{\n{layered}\n}}" if found["media"] else layered

    return IMPORT.sub(contents, sheet.read_text())
