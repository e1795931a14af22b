"""Addresses of the library."""

from django.urls import include, path
from django.views.generic import RedirectView

from postings import feeds
from postings.api import addresses
from postings.views import (
    browse,
    compare,
    export,
    links,
    pay,
    posting,
    saved,
    search_help,
    shortlists,
    sitemap,
    suggest,
    unsubscribe,
)

urlpatterns = [
    path("", browse.browse, name="home"),
    path("search-help/", search_help.search_help, name="search-help"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("pay/", pay.pay, name="pay"),
    path("pay.<str:name>", pay.pay_file, name="pay-file"),
    path("export.<str:name>", export.export, name="export"),
    path("feed.atom", feeds.feed, name="feed"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", sitemap.sitemap_part, name="sitemap-part"),
    path("saved/", saved.saved, name="saved"),
    path("saved/<int:pk>/", saved.open_search, name="saved-search"),
    path("saved/<int:pk>/change/", saved.change_search, name="saved-search-change"),
    path("shortlists/", shortlists.pick, name="pick"),
    path("shortlists/<int:pk>/", shortlists.shortlist, name="shortlist"),
    path("shortlists/<int:pk>/<int:entry>/", shortlists.change_entry, name="shortlist-entry"),
    path("s/", links.shorten, name="shorten"),
    path("s/<str:code>/", links.follow_short, name="short"),
    path("unsubscribe/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
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
