import django.contrib.postgres.fields
import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CODES = [f"{verb}_apitoken" for verb in ("view", "add", "change", "delete")]


def give_to_administrators(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are usually made when all migrations are done, which is too late for groups that have them."""
    config = apps.get_app_config("postings")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Administrator")
    permissions = apps.get_model("auth", "Permission").objects
    group.permissions.add(*permissions.filter(content_type__app_label="postings", codename__in=CODES))


class Migration(migrations.Migration):

    dependencies = [
        ('postings', '0004_search_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ApiToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('postings:read', 'Postings: lists, facts, comparisons, counts'), ('pay:read', 'What selections pay'), ('names:read', 'Names of companies and skills')], max_length=20), size=None)),
                ('sha256', models.BinaryField(max_length=32, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_on', models.DateField()),
                ('last_used_on', models.DateField(blank=True, editable=False, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='api_tokens', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'API token',
                'ordering': ('-id',),
                'constraints': [models.UniqueConstraint(fields=('owner', 'name'), name='apitoken_name_is_one_an_owner'), models.CheckConstraint(condition=models.Q(('scopes__contained_by', ['postings:read', 'pay:read', 'names:read']), ('scopes__len__gt', 0)), name='apitoken_scopes_are_terms')],
            },
        ),
        migrations.RunPython(give_to_administrators, migrations.RunPython.noop),
    ]
