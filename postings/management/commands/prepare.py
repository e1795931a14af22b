"""Make a fresh installation usable: migrations, the first administrator, the demo library.

Each part is done only if it has not been done before, so that every start of a site may call this.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from jobsite.local import kept_secret


class Command(BaseCommand):
    help = "Migrate, make the first administrator and load the demo library, if not done yet."

    def handle(self, **options: Any) -> None:
        self.stdout.write("migrations")
        call_command("migrate", verbosity=0, interactive=False)
        self._make_administrator()

    def _make_administrator(self) -> None:
        users = get_user_model()._default_manager
        if not users.filter(is_superuser=True).exists():
            self.stdout.write("administrator")
            users.create_superuser("admin", password=kept_secret("admin-password", entropy=12))
