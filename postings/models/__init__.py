"""Tables, constraints and QuerySets. Nothing here decides or writes: that is what postings.ingest is for."""

from postings.models.company import Company, CompanyAlias
from postings.models.document import (
    Batch,
    BatchFile,
    ColumnMapping,
    Document,
    DocumentBlob,
    ParseRun,
    Tombstone,
)
from postings.models.evidence import Evidence, Finding
from postings.models.likeness import Fingerprint, NotTheSame
from postings.models.pay import ExchangeRate, PayBand
from postings.models.place import Place, PlaceAlias
from postings.models.posting import Posting, PostingPlace, PostingRevision
from postings.models.requirement import Requirement
from postings.models.saved import (
    AlertMail,
    Follower,
    SavedSearch,
    ShortLink,
    Shortlist,
    ShortlistEntry,
)
from postings.models.search_index import (
    IndexClock,
    SearchDoc,
    SearchGeneration,
    SearchSegment,
    SearchTerm,
)
from postings.models.skill import PostingSkill, Skill, SkillAlias
from postings.models.token import ApiToken

__all__ = [
    "AlertMail",
    "ApiToken",
    "Batch",
    "BatchFile",
    "ColumnMapping",
    "Company",
    "CompanyAlias",
    "Document",
    "DocumentBlob",
    "Evidence",
    "ExchangeRate",
    "Finding",
    "Fingerprint",
    "Follower",
    "IndexClock",
    "NotTheSame",
    "ParseRun",
    "PayBand",
    "Place",
    "PlaceAlias",
    "Posting",
    "PostingPlace",
    "PostingRevision",
    "PostingSkill",
    "Requirement",
    "SavedSearch",
    "SearchDoc",
    "SearchGeneration",
    "SearchSegment",
    "SearchTerm",
    "ShortLink",
    "Shortlist",
    "ShortlistEntry",
    "Skill",
    "SkillAlias",
    "Tombstone",
]
