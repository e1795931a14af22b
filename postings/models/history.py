"""Which tables remember every change, by triggers that no code path can forget."""

from collections.abc import Callable
from typing import Any

import pghistory
from django.db import models

Tracked = Callable[[type[models.Model]], type[models.Model]]


def keeps_history(**options: Any) -> Tracked:
    """Track inserts, updates and deletes. The trackers are made anew for each model: they remember it."""
    trackers = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    tracked: Tracked = pghistory.track(*trackers, **options)
    return tracked
