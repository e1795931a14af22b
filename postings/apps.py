from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PostingsConfig(AppConfig):
    name = "postings"
    verbose_name = "Library"

    def ready(self) -> None:
        from postings.roles import make_roles

        post_migrate.connect(make_roles, sender=self)  # the permissions of all apps are there by then
