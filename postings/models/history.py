"""Which tables remember every change, by triggers that no code path can forget."""

from collections.abc import Callable
from typing import Any

import pghistory
from django.db import models


def keeps_history(**options: Any) -> Callable[[type[models.Model]], type[models.Model]]:
    """Track inserts, updates and deletes. The trackers are made anew for each model: they remember it."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options
    )
