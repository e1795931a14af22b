"""Where a mail is called off: an address that works without signing in, for one follower alone."""

from django.core import signing
from django.urls import reverse

from postings.models import Follower

SALT = "postings.saved.unsubscribe"


def unsubscribe_url(follower: Follower, site: str) -> str:
    return f"{site}{reverse('unsubscribe', args=[signing.dumps(follower.pk, salt=SALT)])}"


def follower_of(token: str) -> Follower | None:
    """Return whose mail a token calls off; none for what is not one of ours, or whose search is gone."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Follower.objects.select_related("search", "user").filter(pk=number).first()
