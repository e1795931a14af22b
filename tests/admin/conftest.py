"""Somebody signed in to the administration, and a company that a posting names."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from postings.facts import Fact, Location, SkillUse
from postings.vocabulary import Strength


@pytest.fixture
def signed_in(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def staff_with(client: Client, db: None) -> Callable[..., Client]:
    """`staff_with("view_posting")`: a client whose user is staff and may do just that."""

    def sign_in(*codes: str) -> Client:
        user = User.objects.create_user("staff", password="a password of some length", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=codes))
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def naming(make_posting: Callable[..., Any]) -> Callable[..., Any]:
    """`naming("Acme", skill="Python", city="Berlin")`: a published posting that names these."""

    def make(company: str = "Acme", *, skill: str = "Python", city: str = "Berlin") -> Any:
        return make_posting(
            organization=Fact(company),
            skills=(SkillUse(skill.lower(), skill, Strength.REQUIRED),),
            locations=(Fact(Location(city, city=city, country="DE")),),
        )

    return make
