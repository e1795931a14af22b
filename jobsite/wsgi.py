"""The application that gunicorn serves; its database connections give up on questions that take too long."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")


def limit_statements(connection: BaseDatabaseWrapper, **_: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(settings.STATEMENT_TIMEOUT)])


connection_created.connect(limit_statements)
application = get_wsgi_application()
