"""Learn again which words of job descriptions mean nearly the same, from this library's requirements."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from postings.compare.align import ALIGNED
from postings.compare.words import TABLE, learn
from postings.models import Posting, Requirement
from postings.query import stems_of

FEWEST = 20_000  # requirements: fewer say too little of any word


class Command(BaseCommand):
    help = "Learn words for comparing postings from this library's English requirements and duties."

    def handle(self, **options: Any) -> None:
        english = Posting.objects.published().filter(language="en")
        known = Requirement.objects.filter(posting__in=english, section__in=ALIGNED).order_by("pk")
        sentences = [stems_of(text, "en") for text in known.values_list("text", flat=True).iterator()]
        if len(sentences) < FEWEST:
            raise CommandError(
                f"{len(sentences):,} requirements are too few to learn from; {FEWEST:,} are needed."
            )
        words = learn(sentences)
        words.save(TABLE)
        self.stdout.write(f"{len(words.numbers):,} words of {words.sentences:,} sentences, in {TABLE.name}")
