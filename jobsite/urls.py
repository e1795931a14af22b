"""Addresses. What the postings answer is in postings.urls; here is what any site would have
(its health checks are in jobsite.middleware.health)."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from jobsite.views import errors, gallery

urlpatterns = [
    path("", include("postings.urls")),
    path("admin/", admin.site.urls),
    path(
        "sign-in/",
        LoginView.as_view(template_name="sign_in.html", redirect_authenticated_user=True),
        name="sign-in",
    ),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
]
if settings.DEVELOPMENT:
    urlpatterns.append(path("gallery/", gallery.gallery, name="gallery"))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
