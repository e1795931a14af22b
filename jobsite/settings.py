"""Every setting of the site, and the only place that reads the environment.

Two surroundings: `development` (an embedded database, secrets made on the spot, the gallery) and
`production`, the default, which refuses to start until it is told its secret key, its host names and
its database. Faults name the variable: `jobsite.faults` turns them into one line.
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pghistory
import pgtrigger
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from jobsite.database import connection_settings
from jobsite.devdb import DevDB
from jobsite.local import PROJECT, kept_secret
from jobsite.mail import mail_settings

env = Env()

BASE_DIR: Path = PROJECT
ENVIRONMENT: str = env.str(
    "JOBSITE_ENV", "production", validate=validate.OneOf(["development", "production"])
)
DEVELOPMENT: bool = ENVIRONMENT == "development"

# --- Who may come in ---------------------------------------------------------------------------------

DEBUG: bool = env.bool("JOBSITE_DEBUG", False)
if DEBUG and not DEVELOPMENT:
    raise ImproperlyConfigured(
        "JOBSITE_DEBUG shows source code and settings to visitors, so it needs JOBSITE_ENV=development"
    )

SECRET_KEY: str = (
    env.str("JOBSITE_SECRET_KEY", "") or kept_secret("secret-key", entropy=48)
    if DEVELOPMENT
    else env.str("JOBSITE_SECRET_KEY", validate=validate.Length(min=50))
)
ALLOWED_HOSTS: list[str] = (
    env.list("JOBSITE_ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
    if DEVELOPMENT
    else env.list("JOBSITE_ALLOWED_HOSTS", validate=validate.Length(min=1))
)
PUBLIC: bool = env.bool("JOBSITE_PUBLIC", DEVELOPMENT)  # may anyone browse, or only who is signed in?

# --- Transport: HTTPS everywhere but on a developer's own machine -------------------------------------

HTTPS: bool = env.bool("JOBSITE_HTTPS", not DEVELOPMENT)
_proxy_header: str = env.str("JOBSITE_PROXY_HEADER", "")  # e.g. X-Forwarded-Proto, if a proxy sets it
if _proxy_header:
    SECURE_PROXY_SSL_HEADER = (f"HTTP_{_proxy_header.upper().replace('-', '_')}", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS: int = env.int("JOBSITE_HSTS_SECONDS", 31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "jobsite_session"
CSRF_COOKIE_NAME = "jobsite_csrf"
CSRF_TRUSTED_ORIGINS: list[str] = env.list("JOBSITE_TRUSTED_ORIGINS", [])
for origin in CSRF_TRUSTED_ORIGINS:
    if not origin.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"JOBSITE_TRUSTED_ORIGINS has {origin!r}, which needs https:// before it")
CSRF_FAILURE_VIEW = "jobsite.views.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # data: for the arrows inside our own style sheet
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}

# --- Application -------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "jobsite.apps.JobsiteAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_filters",
    "django_htmx",
    "axes",
    "csp",
    "pgtrigger",
    "pghistory",
    "postings",
]
MIDDLEWARE = [
    "jobsite.middleware.health.HealthChecks",
    "jobsite.middleware.request_log.RequestLog",  # every answer below has an id and a line in the log
    "jobsite.middleware.outage.RetryAfterOutage",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "jobsite.middleware.refusal.PoliteRefusal",
    "jobsite.middleware.uploads.NoLeftovers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jobsite.middleware.private.PrivateSite",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "jobsite.urls"
WSGI_APPLICATION = "jobsite.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILTERS_EMPTY_CHOICE_LABEL = "Any"
MAX_QUERY_STRING_BYTES = 2048
MOST_BODY_BYTES = 512 * 1024 * 1024  # of one request: a form with many files
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # in one form; with scripts each file is a request of its own

_loaders = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jobsite.context.site",
            ],
            # Uncached with --debug: an edited template is on the next page that is loaded.
            "loaders": _loaders if DEBUG else [("django.template.loaders.cached.Loader", _loaders)],
        },
    }
]

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {  # drawn for visitors: some 60 KB each, in each process
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,  # "posted 3 hours ago" says no more than the hour
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

# --- Database ----------------------------------------------------------------------------------------

EMBEDDED_DATABASE: bool = DEVELOPMENT and not os.environ.get("DATABASE_URL")
DATABASE_URL: str = DevDB(BASE_DIR).url if EMBEDDED_DATABASE else env.str("DATABASE_URL")
STATEMENT_TIMEOUT: int = env.int("JOBSITE_STATEMENT_TIMEOUT", 15_000)  # milliseconds, on web connections
DATABASES: dict[str, Any] = {
    "default": {
        **connection_settings(DATABASE_URL),
        "CONN_MAX_AGE": None,  # kept open: connecting costs more than most pages
        "CONN_HEALTH_CHECKS": True,
    }
}

# History is written by database triggers, a statement at a time, each row with who and why beside it.
PGHISTORY_LEVEL: Any = pgtrigger.Statement
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="history")

# --- People ------------------------------------------------------------------------------------------

LOGIN_URL = "sign-in"
API_TOKEN_PREFIX = "jobsite_"  # noqa: S105 - by which people, scanners and our own log know a token
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 8  # wrong passwords for one name from one address
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # else a stranger could lock anybody out
AXES_LOCKOUT_CALLABLE = "jobsite.views.errors.too_many_tries"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who signs in when is nobody's business here
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Words, numbers and dates ------------------------------------------------------------------------

LANGUAGE_CODE = "en"
TIME_ZONE: str = env.str("JOBSITE_TIME_ZONE", "UTC")
try:
    ZoneInfo(TIME_ZONE)
except (KeyError, ValueError, OSError):
    raise ImproperlyConfigured(f"JOBSITE_TIME_ZONE is {TIME_ZONE!r}, not a name like Europe/Berlin") from None
USE_I18N = True
USE_TZ = True

# --- Mail --------------------------------------------------------------------------------------------

globals().update(mail_settings(env.str("JOBSITE_MAIL", "") or "console:"))
DEFAULT_FROM_EMAIL: str = env.str("JOBSITE_MAIL_FROM", "") or "jobsite@localhost"
# What links in mails begin with: there is no request that would tell.
ADDRESS: str = (
    env.str("JOBSITE_ADDRESS", "")
    or ("http://localhost:8000" if DEVELOPMENT else f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
).rstrip("/")
if not ADDRESS.startswith(("https://", "http://")):
    raise ImproperlyConfigured(f"JOBSITE_ADDRESS is {ADDRESS!r}, which needs https:// before it")

# --- Static files ------------------------------------------------------------------------------------

STATIC_URL = "/static/"
# Never the empty path: that is the folder the server was started in, and all of it would be public.
STATIC_ROOT = Path(env.str("JOBSITE_STATIC_ROOT", "") or BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "jobsite.static_files.CollectedStaticFiles"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEVELOPMENT

# --- Log ---------------------------------------------------------------------------------------------

LOG_LEVEL: str = env.str(
    "JOBSITE_LOG_LEVEL", "INFO", validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"])
)
LOG_FORMAT: str = env.str(
    "JOBSITE_LOG_FORMAT", "text" if DEVELOPMENT else "json", validate=validate.OneOf(["text", "json"])
)
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "jobsite.logs.JsonLine"},
        "text": {"()": "jobsite.logs.TextLine"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django.request": {"level": "ERROR"},  # RequestLog has a line for every 4xx already
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # scanners; answered with 400
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
