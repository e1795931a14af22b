"""A URL that says where mail goes in, Django's settings for it out."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

EXAMPLE = (
    "It should be console:, file:/a/folder, or smtp://user:password@mail.example:587 (smtps:// where all of "
    "the connection is encrypted, usually port 465; smtp+plain:// for a server beside this one)"
)
SECONDS = 20  # that a mail server may take for an answer
BACKENDS = "django.core.mail.backends"


def mail_settings(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(f"JOBSITE_MAIL cannot be read. {EXAMPLE}") from None
    match parts.scheme:
        case "console":
            return {"EMAIL_BACKEND": f"{BACKENDS}.console.EmailBackend"}
        case "file" if parts.path:
            return {"EMAIL_BACKEND": f"{BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": parts.path}
        case "smtp" | "smtps" | "smtp+plain" if parts.hostname:
            return {
                "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
                "EMAIL_HOST": parts.hostname,
                "EMAIL_PORT": port or {"smtp": 587, "smtps": 465, "smtp+plain": 25}[parts.scheme],
                "EMAIL_HOST_USER": unquote(parts.username or ""),
                "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
                "EMAIL_USE_TLS": parts.scheme == "smtp",
                "EMAIL_USE_SSL": parts.scheme == "smtps",
                "EMAIL_TIMEOUT": SECONDS,
            }
    raise ImproperlyConfigured(f"JOBSITE_MAIL cannot be read. {EXAMPLE}")
