"""Make an installation usable: migrations, the first administrator, the demo library, the search index.

Each part is done only if it has not been done before, so that every start of a site may call this.
"""

from itertools import accumulate
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from jobsite.local import kept_secret
from postings.ingest import index_is_whole, reindex, seal
from postings.models import Document


class Command(BaseCommand):
    help = "Migrate, make the first administrator, the demo library and the search index, if not done yet."
    requires_system_checks = ()  # `migrate` makes them, when there is something to migrate

    def handle(self, **options: Any) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("migrations")
            call_command("migrate", verbosity=0, interactive=False)
        self._make_administrator()
        self._load_demonstration()
        self._make_index()

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

        loaded = load_library(demo_library(today=timezone.localdate()), originals=True)
        for done in accumulate(loaded):
            self.stdout.write(f"demo library, {done} documents")

    def _make_index(self) -> None:
        """A version that indexes more than the last one did takes the old index away."""
        if not index_is_whole():
            self.stdout.write("search index")
            reindex()
        seal()
