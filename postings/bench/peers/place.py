"""Where the peers' indexes are kept: a folder for each content of the library, so none answers for another.

The name is made from which postings are published; that one of them was edited is not noticed, and changes
nothing that is measured. Folders of earlier contents are taken away when a new one is begun.
"""

import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection

CONTENT = """
SELECT count(*), coalesce(sum(hashtext(public_id)::bigint), 0) FROM postings_posting WHERE state = 'published'
"""
FORM = 1  # of what the peers store; another form, another folder


def peer_folder(name: str) -> Path:
    """Return the folder of one peer for today's content; it may not be there yet."""
    with connection.cursor() as cursor:
        cursor.execute(CONTENT)
        count, mark = cursor.fetchone()
    return Path(settings.BASE_DIR) / ".local" / "bench" / f"{name}-{FORM}-{count}-{int(mark) % 2**32:08x}"


def begin(folder: Path, name: str) -> Path:
    """Return an empty folder to build in; `finish` makes it the real one, so that half an index is none."""
    for other in folder.parent.glob(f"{name}-*"):
        shutil.rmtree(other)
    building = folder.with_name(f"{folder.name}.building")
    building.mkdir(parents=True)
    return building


def finish(building: Path, folder: Path) -> None:
    building.rename(folder)
