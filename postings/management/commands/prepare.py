"""Make a fresh installation usable: migrations, the first administrator, the demo library.

Each part is done only if it has not been done before, so that every start of a site may call this.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from jobsite.local import kept_secret
from postings.models import Document


class Command(BaseCommand):
    help = "Migrate, make the first administrator and load the demo library, if not done yet."
    requires_system_checks = ()  # `migrate` makes them, when there is something to migrate

    def handle(self, **options: Any) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("migrations")
            call_command("migrate", verbosity=0, interactive=False)
        self._make_administrator()
        self._load_demonstration()

    def _make_administrator(self) -> None:
        users = get_user_model()._default_manager
        if not users.filter(is_superuser=True).exists():
            self.stdout.write("administrator")
            users.create_superuser("admin", password=kept_secret("admin-password", entropy=12))

    def _load_demonstration(self) -> None:
        """Load it into an empty library only: whoever has taken it out does not want it back."""
        if Document.objects.exists() or Document.pgh_event_model.objects.exists():  # type: ignore[attr-defined]
            return
        from postings.ingest import load_library  # these know a thousand sentences, and are needed once
        from postings.library import demo_library

        for done in load_library(demo_library(today=timezone.localdate()), originals=True):
            self.stdout.write(f"demo library, {done} documents")
