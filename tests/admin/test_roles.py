"""What the four roles may do, as a fresh database has them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

from postings.ingest import store_document
from postings.models import Posting
from postings.roles import ROLES as PERMISSIONS

ROLES = tuple(PERMISSIONS)
UPLOAD = "/admin/postings/batch/add/"


@pytest.fixture
def member(client: Client, db: None) -> Callable[[str], Client]:
    """`member("Editor")`: somebody of the staff in this role, signed in."""

    def sign_in(role: str) -> Client:
        user = User.objects.create_user("somebody", password="a password of some length", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.django_db(transaction=True)
def test_a_database_that_was_emptied_has_the_same_roles_again() -> None:
    def roles() -> dict[str, set[str]]:
        return {
            group.name: {f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()}
            for group in Group.objects.all()
        }

    before = roles()
    call_command("flush", interactive=False, verbosity=0)
    assert roles() == before == {name: set(codes) for name, codes in PERMISSIONS.items()}


@pytest.mark.parametrize("role", ROLES)
def test_every_role_sees_documents_and_postings(
    member: Callable[[str], Client], role: str, make_posting: Any
) -> None:
    posting = make_posting()
    client = member(role)
    for address in (
        "/admin/",
        "/admin/postings/document/",
        f"/admin/postings/posting/{posting.pk}/change/",
        f"/admin/postings/document/{posting.document_id}/original/",
    ):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("role", ROLES)
def test_uploading_begins_with_the_editor(member: Callable[[str], Client], role: str) -> None:
    assert member(role).get(UPLOAD).status_code == (403 if role == "Viewer" else 200)


@pytest.mark.parametrize("role", ROLES)
def test_publishing_begins_with_the_publisher(
    member: Callable[[str], Client], role: str, make_posting: Any
) -> None:
    posting = make_posting(published=False)
    client = member(role)
    page = client.get(f"/admin/postings/posting/{posting.pk}/change/").text
    answer = client.post(
        f"/admin/postings/posting/{posting.pk}/act/", {"verb": "publish", "expected_revision": "0"}
    )
    may = role in ("Publisher", "Administrator")
    assert ('value="publish"' in page, answer.status_code) == ((True, 302) if may else (False, 403))
    assert Posting.objects.get().state == ("published" if may else "draft")


@pytest.mark.parametrize("role", ROLES)
def test_erasing_and_accounts_are_for_administrators(member: Callable[[str], Client], role: str) -> None:
    document = store_document(content=b"Baker", file_name="baker.txt").document
    client = member(role)
    expected = 200 if role == "Administrator" else 403
    assert client.get(f"/admin/postings/document/{document.pk}/erase/").status_code == expected
    assert client.get("/admin/auth/user/").status_code == expected


def test_a_draft_is_404_for_readers_and_leads_staff_to_its_review(
    client: Client, member: Callable[[str], Client], make_posting: Any, settings: Any
) -> None:
    settings.PUBLIC = True
    posting = make_posting(published=False)
    address = f"/postings/{posting.public_id}/"
    reader = Client()
    reader.force_login(User.objects.create_user("reader"))
    assert reader.get(address).status_code == 404
    assert member("Viewer").get(address).status_code == 302
