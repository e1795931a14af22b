"""The one row of the index clock, in an epoch of its own."""

import uuid

from django.db import migrations


def start_clock(apps, schema_editor):
    apps.get_model("postings", "IndexClock").objects.get_or_create(id=1, defaults={"epoch": uuid.uuid4()})


class Migration(migrations.Migration):
    dependencies = [("postings", "0001_tables")]
    operations = [migrations.RunPython(start_clock, migrations.RunPython.noop)]
