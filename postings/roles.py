"""What people of the staff may do: roles that migrations made, and that an emptied database gets again."""

from typing import Any

from django.contrib.auth.models import Group, Permission

SEEN = ("batch", "company", "document", "exchangerate", "place", "posting", "skill")
VIEWER = [f"postings.view_{name}" for name in SEEN]
EDITOR = [*VIEWER, "postings.add_batch", "postings.add_document", "postings.change_posting"]
PUBLISHER = [*EDITOR, "postings.publish_posting"]
ADMINISTRATOR = [
    *PUBLISHER,
    "postings.erase_document",
    *(f"postings.{verb}_{name}" for verb in ("change", "delete") for name in ("company", "place", "skill")),
    *(f"postings.{verb}_exchangerate" for verb in ("add", "change", "delete")),
    *(f"postings.{verb}_apitoken" for verb in ("view", "add", "change", "delete")),
    *(f"auth.{verb}_{name}" for verb in ("view", "add", "change", "delete") for name in ("user", "group")),
]
ROLES = {"Viewer": VIEWER, "Editor": EDITOR, "Publisher": PUBLISHER, "Administrator": ADMINISTRATOR}


def make_roles(**_: Any) -> None:
    """Make the roles where there is no group at all: after `flush`, which empties their table too."""
    if Group.objects.exists():
        return
    permissions = Permission.objects.select_related("content_type")
    known = {f"{one.content_type.app_label}.{one.codename}": one for one in permissions}
    for role, codes in ROLES.items():
        Group.objects.create(name=role).permissions.set([known[code] for code in codes])
