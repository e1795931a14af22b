"""The administration of the library: upload, review, publish, and the names that facts refer to.

Nothing here writes a fact or a name: what a person asks for goes to `postings.ingest`, and what that
refuses is shown in its own words. Importing this package is what registers the pages.
"""

from django.contrib import admin

from postings.admin.alert_mail import AlertMailAdmin
from postings.admin.api_token import ApiTokenAdmin
from postings.admin.batch import BatchAdmin
from postings.admin.company import CompanyAdmin
from postings.admin.document import DocumentAdmin
from postings.admin.exchange_rate import ExchangeRateAdmin
from postings.admin.place import PlaceAdmin
from postings.admin.posting import PostingAdmin
from postings.admin.saved_search import SavedSearchAdmin, ShortLinkAdmin, ShortlistAdmin
from postings.admin.skill import SkillAdmin

__all__ = [
    "AlertMailAdmin",
    "ApiTokenAdmin",
    "BatchAdmin",
    "CompanyAdmin",
    "DocumentAdmin",
    "ExchangeRateAdmin",
    "PlaceAdmin",
    "PostingAdmin",
    "SavedSearchAdmin",
    "ShortLinkAdmin",
    "ShortlistAdmin",
    "SkillAdmin",
]

admin.site.index_template = "admin/postings/index.html"  # what people come for, above the list of tables
