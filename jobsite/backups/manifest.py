"""What a backup says of itself."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from jobsite.backups.refusal import BackupRefused

FORMAT = 1  # of the file: a later one may say what this version cannot read
Migration = str  # app.name


@dataclass(frozen=True)
class Manifest:
    made_at: datetime
    postgresql: str  # of the server
    pg_dump: str
    schema: str
    migrations: tuple[Migration, ...]
    tables: Mapping[str, int]  # rows of each

    @property
    def rows(self) -> int:
        return sum(self.tables.values())

    def unknown_to(self, known: Collection[Migration]) -> list[Migration]:
        """Return the migrations that the backup has and the code has not."""
        return sorted(set(self.migrations) - set(known))

    def to_json(self) -> bytes:
        told = {"format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(told, indent=2).encode() + b"\n"

    @classmethod
    def from_json(cls, written: bytes) -> "Manifest":
        """Refused: a newer form. What is no manifest at all is a ValueError."""
        told: dict[str, Any] = json.loads(written)
        if (form := told.pop("format")) != FORMAT:
            raise BackupRefused(
                f"The backup has form {form}, and this version of Jobsite reads form {FORMAT}. "
                "Use the version that made it, or a newer one."
            )
        return cls(
            **{
                **told,
                "made_at": datetime.fromisoformat(told["made_at"]),
                "migrations": tuple(told["migrations"]),
            }
        )


def major(version: str) -> int:
    """PostgreSQL's major version: 18 of “18.6 (Debian …)” and of “18beta1”."""
    digits = ""
    for character in version:
        if not character.isdigit():
            break
        digits += character
    return int(digits)
