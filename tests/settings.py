"""The settings of development with cheap passwords and a quiet log; what tests run with."""

import os

os.environ["JOBSITE_ENV"] = "development"

from jobsite.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING["root"]["level"] = "CRITICAL"  # noqa: F405
