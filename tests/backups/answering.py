"""What the pages of a library answer, as a program of its own: DATABASE_URL in, JSON out."""

import json
import re

ADDRESSES = (
    "/",
    "/?q=python",
    "/?q=title%3Aengineer+OR+nurse",
    "/?q=%22years+of+experience%22&sort=pay_high",
    "/?mode=remote&level=senior",
    "/guides/?q=manager",
)


def answers() -> dict[str, list[str]]:
    """Return which postings are on each page, in its order, and how many are said to be found."""
    from django.test import Client

    pages = {one: Client().get(one, follow=True, headers={"host": "localhost"}) for one in ADDRESSES}
    assert {page.status_code for page in pages.values()} == {200}
    return {
        one: [
            *re.findall(r'href="/postings/([^/"]+)/', page.content.decode()),
            *re.findall(r"[\d,]+ (?:postings?|guides?)", page.content.decode()),
        ]
        for one, page in pages.items()
    }


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(answers()))
