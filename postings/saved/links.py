"""Short links: an address of this site, however long, under a few letters."""

import secrets
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from postings.models import ShortLink
from postings.models.saved import LONGEST_QUERY
from postings.saved.refusal import NotKept

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that looks like another
LENGTH = 7
ATTEMPTS = 5


def short_link(*, address: str, by: User) -> ShortLink:
    """Return the one short link of an address; `address` is a path of this site with its query."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        raise NotKept("Only addresses of this site can be shortened.")
    if len(address) > LONGEST_QUERY or not address.isprintable():
        raise NotKept("That address is too long to be kept, or has characters that addresses have not.")
    for _ in range(ATTEMPTS):
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        try:
            with transaction.atomic():
                found, _made = ShortLink.objects.get_or_create(
                    digest=sha256(address.encode()).digest(),
                    defaults={"address": address, "code": code, "made_by": by},
                )
        except IntegrityError:  # the code is another's
            continue
        return found
    raise NotKept("No short link could be made just now. Try again.")
