"""Everything that changes what a page may show goes through here, and nothing else writes facts.

Each function is one transaction, takes its arguments by name, and either does all of it or refuses with
a sentence (`Refused`). The last statement of a change is the index clock's, so that readers see changes
in the order in which they were committed.
"""

from postings.ingest.aliases import (
    add_alias,
    merge_companies,
    merge_places,
    merge_skills,
    move_to_family,
    rename,
)
from postings.ingest.approving import publish_draft
from postings.ingest.assigning import assign
from postings.ingest.batches import publish_batch, unpublish_batch
from postings.ingest.bulk import load_library
from postings.ingest.columns import say_columns, table_of
from postings.ingest.drafts import draft_of, draft_version, save_draft, store_reading
from postings.ingest.duplicates import Alike, alike, merge_postings, tell_apart
from postings.ingest.editing import edited
from postings.ingest.lifecycle import archive, discard, restore, retrieve, unpublish
from postings.ingest.lookups import skill_slugs
from postings.ingest.parting import Beginning, beginnings, split_document
from postings.ingest.publishing import publish
from postings.ingest.purging import purge
from postings.ingest.queueing import retry
from postings.ingest.rates import forget_rates, keep_rate
from postings.ingest.refusal import FactsRefused, Refused, StaleDraft, StaleRevision
from postings.ingest.reindexing import index_is_whole, reindex
from postings.ingest.reparsing import Reread, read_again, rereadings, store_rereading
from postings.ingest.sealing import seal
from postings.ingest.store import Incoming, in_portions, receive, store_document
from postings.stored import facts_of

__all__ = [
    "Alike",
    "Beginning",
    "FactsRefused",
    "Incoming",
    "Refused",
    "Reread",
    "StaleDraft",
    "StaleRevision",
    "add_alias",
    "alike",
    "archive",
    "assign",
    "beginnings",
    "discard",
    "draft_of",
    "draft_version",
    "edited",
    "facts_of",
    "forget_rates",
    "in_portions",
    "index_is_whole",
    "keep_rate",
    "load_library",
    "merge_companies",
    "merge_places",
    "merge_postings",
    "merge_skills",
    "move_to_family",
    "publish",
    "publish_batch",
    "publish_draft",
    "purge",
    "read_again",
    "receive",
    "reindex",
    "rename",
    "rereadings",
    "restore",
    "retrieve",
    "retry",
    "save_draft",
    "say_columns",
    "seal",
    "skill_slugs",
    "split_document",
    "store_document",
    "store_reading",
    "store_rereading",
    "table_of",
    "tell_apart",
    "unpublish",
    "unpublish_batch",
]
