"""The admin application, told to use our admin site; apart because applications load before models."""

from django.contrib.admin.apps import AdminConfig


class JobsiteAdminConfig(AdminConfig):
    default_site = "jobsite.admin_site.JobsiteAdminSite"
