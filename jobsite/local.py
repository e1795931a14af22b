"""What one checkout keeps to itself in `.local/`: made once, readable by its owner only, never in git."""

import os
import secrets
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOCAL = PROJECT / ".local"


def kept_secret(name: str, *, entropy: int, folder: Path = LOCAL) -> str:
    """Return the random secret called `name`, making it of `entropy` bytes on first use.

    Two processes that ask at once get the same one: the file appears whole, by a hard link that
    fails for whoever comes second.
    """
    path = folder / name
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f"{name}.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(entropy))
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
