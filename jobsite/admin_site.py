"""Django's admin under the site's name, with the site's own sign-in page instead of a second one."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class JobsiteAdminSite(admin.AdminSite):
    site_header = "Jobsite administration"
    site_title = "Jobsite"
    index_title = "Library"

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if request.user.is_authenticated and not self.has_permission(request):
            messages.error(request, "Your account may not open the administration. Ask an administrator.")
            return redirect("home")
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), reverse("sign-in"))
