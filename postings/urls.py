"""Addresses of the library."""

from django.urls import path

from postings.views import browse, compare, posting

urlpatterns = [
    path("", browse.browse, name="home"),
    path("compare/", compare.compare, name="compare"),
    path("postings/<str:public_id>/", posting.show, name="posting-by-id"),
    path("postings/<str:public_id>/<slug:slug>/", posting.show, name="posting"),
]
