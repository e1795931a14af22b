from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SEEN = ("batch", "company", "document", "exchangerate", "place", "posting", "skill")
VIEWER = [f"postings.view_{name}" for name in SEEN]
EDITOR = [*VIEWER, "postings.add_batch", "postings.add_document", "postings.change_posting"]
PUBLISHER = [*EDITOR, "postings.publish_posting"]
ADMINISTRATOR = [
    *PUBLISHER,
    "postings.erase_document",
    *(f"postings.{verb}_{name}" for verb in ("change", "delete") for name in ("company", "place", "skill")),
    *(f"postings.{verb}_exchangerate" for verb in ("add", "change", "delete")),
    *(f"auth.{verb}_{name}" for verb in ("view", "add", "change", "delete") for name in ("user", "group")),
]
ROLES = {"Viewer": VIEWER, "Editor": EDITOR, "Publisher": PUBLISHER, "Administrator": ADMINISTRATOR}


def make_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are usually made when all migrations are done, which is too late for groups that have them."""
    for label in ("auth", "postings"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.select_related("content_type")
    known = {f"{one.content_type.app_label}.{one.codename}": one for one in permissions}
    for role, codes in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(*(known[code] for code in codes))


def remove_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('postings', '0002_batch_files'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
