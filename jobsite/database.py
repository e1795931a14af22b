"""A libpq connection string in, Django's settings for it out."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


def connection_settings(url: str) -> dict[str, Any]:
    """Return the DATABASES entry for `url`: whatever libpq understands, sockets and options included."""
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as fault:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {str(fault).strip()}. {EXAMPLE}") from None
    if not parts.get("dbname"):
        raise ImproperlyConfigured(f"DATABASE_URL names no database. {EXAMPLE}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {"connect_timeout": 5, "application_name": "jobsite", **parts},
    }


EXAMPLE = "It should look like postgresql://user:password@host:5432/jobsite"
