"""What ingest says no to, each with the sentence that a person needs to put it right."""


class Refused(Exception):
    """Nothing was written. The message says why, and what to do."""


class FactsRefused(Refused):
    """Facts that cannot be true, or cannot be stored: `field` names the first of them."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class StaleDraft(Refused):
    """Somebody else has changed the draft in the meantime."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else has changed this draft since you opened it. Below are their facts beside yours; "
            "save again to keep yours."
        )


class StaleRevision(Refused):
    """Somebody else published in the meantime."""

    def __init__(self, *, expected: int, current: int) -> None:
        super().__init__(
            f"Somebody else has published this posting since you opened it: you saw revision {expected}, "
            f"it is now {current}. Reload to see theirs, then decide."
        )
        self.expected = expected
        self.current = current
