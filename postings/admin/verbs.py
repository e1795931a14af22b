"""What a person may do with a posting, in which of its states, and how it is said afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

from postings.ingest import archive, discard, publish_draft, restore, retrieve, unpublish
from postings.models import Posting
from postings.vocabulary import PostingState


@dataclass(frozen=True, slots=True)
class Verb:
    name: str
    label: str
    done: str
    what: str  # what it will mean for readers, said beside the button
    do: Callable[..., Posting]
    is_main: bool = False


PUBLISH = Verb(
    "publish", "Publish", "is published", "Everybody who may browse sees it.", publish_draft, is_main=True
)
ARCHIVE = Verb("archive", "Archive", "is archived", "Its page says since when; no list shows it.", archive)
RESTORE = Verb("restore", "Restore", "is back in the library", "Undoes archiving.", restore, is_main=True)
UNPUBLISH = Verb(
    "unpublish",
    "Unpublish",
    "is a draft again",
    "Its page is gone for readers, and its facts are a draft.",
    unpublish,
)
DISCARD = Verb(
    "discard", "Put into the trash", "is in the trash", "It waits there, and can come back.", discard
)
RETRIEVE = Verb("retrieve", "Take out of the trash", "is a draft again", "Undoes it.", retrieve, is_main=True)
VERBS = {verb.name: verb for verb in (PUBLISH, ARCHIVE, RESTORE, UNPUBLISH, DISCARD, RETRIEVE)}


def verbs_for(posting: Posting) -> list[Verb]:
    match PostingState(posting.state):
        case PostingState.DRAFT:
            return [PUBLISH, DISCARD]
        case PostingState.TRASHED:
            return [RETRIEVE]
        case PostingState.ARCHIVED:
            return [RESTORE, UNPUBLISH]
    return [*([PUBLISH] if posting.draft is not None else []), ARCHIVE, UNPUBLISH]
