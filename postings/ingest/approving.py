"""Review comes to its end: what was read is published, unless something in it speaks against that."""

from django.contrib.auth.models import User

from postings.facts import PostingFacts
from postings.ingest.drafts import draft_of
from postings.ingest.publishing import publish
from postings.ingest.refusal import Refused
from postings.models import Posting
from postings.vocabulary import Kind, PostingState, Severity

PUT_AWAY: dict[str, str] = {
    PostingState.TRASHED: "Take it out of there first.",
    PostingState.ARCHIVED: "Restore it first.",
}


def publish_draft(
    *, posting: Posting, expected_revision: int, by: User | None = None, reason: str = ""
) -> Posting:
    """Publish what is under review; errors in it need a reason, which the history keeps."""
    if posting.state in PUT_AWAY:
        state = PostingState(posting.state).label.lower()
        raise Refused(f"“{posting}” is {state}. {PUT_AWAY[posting.state]}")
    if posting.draft is None:
        raise Refused(f"“{posting}” has no draft: what was read from it is published already.")
    facts = draft_of(posting)
    if facts.errors and not reason:
        found = "An error was found" if facts.errors == 1 else f"{facts.errors} errors were found"
        raise Refused(f"{found} in “{posting}”. Say why it should be published all the same.")
    return publish(posting=posting, facts=facts, expected_revision=expected_revision, by=by, reason=reason)


def is_clean(facts: PostingFacts) -> bool:
    """Whether nobody needs to look at it: a job description with a title, of which nothing is in doubt."""
    doubts = [finding for finding in facts.findings if finding.severity is not Severity.INFO]
    return facts.kind is not Kind.OTHER and facts.title is not None and not doubts
