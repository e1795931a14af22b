"""Addresses of the library."""

from django.urls import include, path
from django.views.generic import RedirectView

from postings.api import addresses
from postings.views import browse, compare, pay, posting, search_help, suggest

urlpatterns = [
    path("", browse.browse, name="home"),
    path("search-help/", search_help.search_help, name="search-help"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("pay/", pay.pay, name="pay"),
    path("pay.<str:name>", pay.pay_file, name="pay-file"),
    path("guides/", RedirectView.as_view(url="/?kind=guide"), name="guides"),
    path("compare/", compare.compare, name="compare"),
    path("compare.<str:name>", compare.compare_file, name="compare-file"),
    path("postings/<str:public_id>.json", posting.as_json, name="posting-json"),
    path("postings/<str:public_id>.md", posting.as_text, name="posting-text"),
    path("postings/<str:public_id>/", posting.show, name="posting-by-id"),
    path("postings/<str:public_id>/<slug:slug>/", posting.show, name="posting"),
    path("api/v1/docs", addresses.docs, name="api-docs"),
    path("api/v1/openapi.json", addresses.openapi, name="api-openapi"),
    path("api/v1/", include(addresses.of_operations())),
    path("api/<path:other>", addresses.nothing_here),
]
