import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Company',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=220, unique=True)),
            ],
            options={
                'verbose_name_plural': 'companies',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='CompanyAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('key', models.CharField(editable=False, max_length=200, unique=True)),
            ],
            options={
                'verbose_name_plural': 'aliases',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='CompanyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(db_index=False, max_length=220)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=255)),
                ('sha256', models.BinaryField(max_length=32, unique=True)),
                ('size', models.PositiveIntegerField()),
                ('media_type', models.CharField(blank=True, max_length=100)),
                ('state', models.CharField(choices=[('queued', 'Queued'), ('reading', 'Reading'), ('needs_review', 'Needs review'), ('published', 'Published'), ('duplicate', 'Duplicate'), ('rejected', 'Rejected'), ('failed', 'Failed')], max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('attempts', models.SmallIntegerField(default=0)),
                ('lease', models.UUIDField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ('-created_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='DocumentStateReasonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('state', models.CharField(choices=[('queued', 'Queued'), ('reading', 'Reading'), ('needs_review', 'Needs review'), ('published', 'Published'), ('duplicate', 'Duplicate'), ('rejected', 'Rejected'), ('failed', 'Failed')], max_length=20)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExchangeRate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('day', models.DateField()),
                ('per_dollar', models.DecimalField(decimal_places=6, max_digits=18)),
            ],
            options={
                'ordering': ('currency', '-day'),
            },
        ),
        migrations.CreateModel(
            name='IndexClock',
            fields=[
                ('id', models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('epoch', models.UUIDField()),
                ('seq', models.BigIntegerField(default=0)),
                ('next_docno', models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='ParseRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('parser_version', models.CharField(max_length=40)),
                ('text', models.TextField()),
                ('facts', models.JSONField(default=list)),
                ('repairs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('milliseconds', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='PayBand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.SmallIntegerField()),
                ('min', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('max', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('open_top', models.BooleanField(default=False)),
                ('currency', models.CharField(max_length=3)),
                ('period', models.CharField(choices=[('hour', 'an hour'), ('day', 'a day'), ('week', 'a week'), ('biweek', 'every two weeks'), ('month', 'a month'), ('year', 'a year')], max_length=20)),
                ('basis', models.CharField(choices=[('base', 'Base'), ('ote', 'On-target earnings'), ('total', 'Total compensation'), ('contract', 'Contract rate'), ('market_estimate', 'Market estimate')], max_length=20)),
                ('scope', models.CharField(blank=True, max_length=200)),
                ('yearly_min', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('min'), '*', models.Case(models.When(period='hour', then=models.Value(2080)), models.When(period='day', then=models.Value(260)), models.When(period='week', then=models.Value(52)), models.When(period='biweek', then=models.Value(26)), models.When(period='month', then=models.Value(12)), models.When(period='year', then=models.Value(1)), output_field=models.IntegerField())), output_field=models.DecimalField(decimal_places=2, max_digits=18, null=True))),
                ('yearly_max', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('max'), '*', models.Case(models.When(period='hour', then=models.Value(2080)), models.When(period='day', then=models.Value(260)), models.When(period='week', then=models.Value(52)), models.When(period='biweek', then=models.Value(26)), models.When(period='month', then=models.Value(12)), models.When(period='year', then=models.Value(1)), output_field=models.IntegerField())), output_field=models.DecimalField(decimal_places=2, max_digits=18, null=True))),
            ],
            options={
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='PayBandEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('position', models.SmallIntegerField()),
                ('min', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('max', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('open_top', models.BooleanField(default=False)),
                ('currency', models.CharField(max_length=3)),
                ('period', models.CharField(choices=[('hour', 'an hour'), ('day', 'a day'), ('week', 'a week'), ('biweek', 'every two weeks'), ('month', 'a month'), ('year', 'a year')], max_length=20)),
                ('basis', models.CharField(choices=[('base', 'Base'), ('ote', 'On-target earnings'), ('total', 'Total compensation'), ('contract', 'Contract rate'), ('market_estimate', 'Market estimate')], max_length=20)),
                ('scope', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(blank=True, max_length=120)),
                ('region', models.CharField(blank=True, max_length=120)),
                ('country', models.CharField(help_text='ISO 3166 code, for example US', max_length=2)),
                ('slug', models.SlugField(max_length=250, unique=True)),
            ],
            options={
                'ordering': ('country', 'region', 'city'),
            },
        ),
        migrations.CreateModel(
            name='PlaceAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('key', models.CharField(editable=False, max_length=120, unique=True)),
            ],
            options={
                'verbose_name_plural': 'aliases',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('posting', 'Posting'), ('guide', 'Role guide'), ('other', 'Not a job description')], max_length=20)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('archived', 'Archived')], max_length=20)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('draft', models.JSONField(blank=True, null=True)),
                ('part', models.SmallIntegerField(default=1)),
                ('span_start', models.IntegerField(blank=True, null=True)),
                ('span_end', models.IntegerField(blank=True, null=True)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('organization', models.CharField(blank=True, max_length=200)),
                ('department', models.CharField(blank=True, max_length=200)),
                ('grade', models.CharField(blank=True, max_length=60)),
                ('job_family', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('level', models.CharField(blank=True, choices=[('intern', 'Intern'), ('entry', 'Entry'), ('mid', 'Mid'), ('senior', 'Senior'), ('lead', 'Lead'), ('principal', 'Principal'), ('manager', 'Manager'), ('head', 'Head'), ('director', 'Director'), ('vp', 'Vice president'), ('executive', 'Executive')], default='', max_length=20)),
                ('family', models.CharField(blank=True, choices=[('software', 'Software engineering'), ('data', 'Data and AI'), ('infrastructure', 'Infrastructure and IT'), ('security', 'Security'), ('hardware', 'Hardware and engineering'), ('science', 'Science and research'), ('product', 'Product and programmes'), ('design', 'Design'), ('marketing', 'Marketing and communications'), ('sales', 'Sales'), ('support', 'Customer support'), ('finance', 'Finance and accounting'), ('legal', 'Legal and compliance'), ('people', 'People and recruiting'), ('operations', 'Operations and supply chain'), ('administration', 'Administration'), ('health', 'Health care'), ('education', 'Education'), ('trades', 'Trades and manufacturing'), ('hospitality', 'Hospitality and retail')], default='', max_length=20)),
                ('work_mode', models.CharField(blank=True, choices=[('remote', 'Remote'), ('hybrid', 'Hybrid'), ('onsite', 'On site')], default='', max_length=20)),
                ('remote_scope', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None)),
                ('employment_types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('full_time', 'Full time'), ('part_time', 'Part time'), ('contract', 'Contract'), ('temporary', 'Temporary'), ('internship', 'Internship')], max_length=20), blank=True, default=list, size=None)),
                ('experience_min', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('experience_max', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('education', models.CharField(blank=True, choices=[('none', 'No degree needed'), ('high_school', 'High school'), ('associate', 'Associate'), ('bachelor', 'Bachelor’s'), ('master', 'Master’s'), ('doctorate', 'Doctorate')], default='', max_length=20)),
                ('visa_sponsorship', models.CharField(blank=True, choices=[('yes', 'Sponsors visas'), ('no', 'No sponsorship')], default='', max_length=20)),
                ('bonus', models.CharField(blank=True, max_length=300)),
                ('equity', models.CharField(blank=True, max_length=300)),
                ('apply_url', models.CharField(blank=True, max_length=1000)),
                ('posted_on', models.DateField(blank=True, null=True)),
                ('closes_on', models.DateField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('first_published_at', models.DateTimeField(blank=True, null=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ('-first_published_at', 'public_id'),
            },
        ),
        migrations.CreateModel(
            name='PostingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('public_id', models.CharField(max_length=12)),
                ('kind', models.CharField(choices=[('posting', 'Posting'), ('guide', 'Role guide'), ('other', 'Not a job description')], max_length=20)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('archived', 'Archived')], max_length=20)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('part', models.SmallIntegerField(default=1)),
                ('span_start', models.IntegerField(blank=True, null=True)),
                ('span_end', models.IntegerField(blank=True, null=True)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('organization', models.CharField(blank=True, max_length=200)),
                ('department', models.CharField(blank=True, max_length=200)),
                ('grade', models.CharField(blank=True, max_length=60)),
                ('job_family', models.CharField(blank=True, max_length=200)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('level', models.CharField(blank=True, choices=[('intern', 'Intern'), ('entry', 'Entry'), ('mid', 'Mid'), ('senior', 'Senior'), ('lead', 'Lead'), ('principal', 'Principal'), ('manager', 'Manager'), ('head', 'Head'), ('director', 'Director'), ('vp', 'Vice president'), ('executive', 'Executive')], default='', max_length=20)),
                ('family', models.CharField(blank=True, choices=[('software', 'Software engineering'), ('data', 'Data and AI'), ('infrastructure', 'Infrastructure and IT'), ('security', 'Security'), ('hardware', 'Hardware and engineering'), ('science', 'Science and research'), ('product', 'Product and programmes'), ('design', 'Design'), ('marketing', 'Marketing and communications'), ('sales', 'Sales'), ('support', 'Customer support'), ('finance', 'Finance and accounting'), ('legal', 'Legal and compliance'), ('people', 'People and recruiting'), ('operations', 'Operations and supply chain'), ('administration', 'Administration'), ('health', 'Health care'), ('education', 'Education'), ('trades', 'Trades and manufacturing'), ('hospitality', 'Hospitality and retail')], default='', max_length=20)),
                ('work_mode', models.CharField(blank=True, choices=[('remote', 'Remote'), ('hybrid', 'Hybrid'), ('onsite', 'On site')], default='', max_length=20)),
                ('remote_scope', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None)),
                ('employment_types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('full_time', 'Full time'), ('part_time', 'Part time'), ('contract', 'Contract'), ('temporary', 'Temporary'), ('internship', 'Internship')], max_length=20), blank=True, default=list, size=None)),
                ('experience_min', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('experience_max', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('education', models.CharField(blank=True, choices=[('none', 'No degree needed'), ('high_school', 'High school'), ('associate', 'Associate'), ('bachelor', 'Bachelor’s'), ('master', 'Master’s'), ('doctorate', 'Doctorate')], default='', max_length=20)),
                ('visa_sponsorship', models.CharField(blank=True, choices=[('yes', 'Sponsors visas'), ('no', 'No sponsorship')], default='', max_length=20)),
                ('bonus', models.CharField(blank=True, max_length=300)),
                ('equity', models.CharField(blank=True, max_length=300)),
                ('apply_url', models.CharField(blank=True, max_length=1000)),
                ('posted_on', models.DateField(blank=True, null=True)),
                ('closes_on', models.DateField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('first_published_at', models.DateTimeField(blank=True, null=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PostingRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('facts', models.JSONField()),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'ordering': ('-number',),
            },
        ),
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('query', models.CharField(blank=True, max_length=2048)),
                ('cadence', models.CharField(choices=[('never', 'Never'), ('daily', 'Daily'), ('weekly', 'Weekly')], max_length=20)),
                ('last_seen', models.BigIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name_plural': 'saved searches',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='SearchDoc',
            fields=[
                ('docno', models.IntegerField(primary_key=True, serialize=False)),
                ('posting_id', models.BigIntegerField()),
                ('born', models.BigIntegerField()),
                ('died', models.BigIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=80)),
                ('family', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='SkillAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('key', models.CharField(editable=False, max_length=80, unique=True)),
            ],
            options={
                'verbose_name_plural': 'aliases',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.BinaryField(max_length=32, unique=True)),
                ('reason', models.TextField()),
                ('erased_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'batches',
                'ordering': ('-created_at',),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='company',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_companyevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."slug" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c6ebe7a26ea19d216bb529e22478b41fc277ee62', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_dbea6', referencing='REFERENCING NEW TABLE AS new_values ', table='postings_company', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='company',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_companyevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."slug" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3da999301fec49090775a39f2d0509771b808860', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0dee3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='postings_company', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='company',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_companyevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."slug" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='83bd4d7bf60341520f8b781ef196f7758567c65e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_59ce6', referencing='REFERENCING OLD TABLE AS old_values ', table='postings_company', when='AFTER')),
        ),
        migrations.AddField(
            model_name='companyalias',
            name='company',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='postings.company'),
        ),
        migrations.AddField(
            model_name='companyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='postings.company'),
        ),
        migrations.CreateModel(
            name='DocumentBlob',
            fields=[
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='blob', serialize=False, to='postings.document')),
                ('content', models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name='document',
            name='batch',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='postings.batch'),
        ),
        migrations.AddField(
            model_name='document',
            name='created_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='document',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duplicates', to='postings.document'),
        ),
        migrations.AddField(
            model_name='documentstatereasonevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='postings.document'),
        ),
        migrations.AddConstraint(
            model_name='exchangerate',
            constraint=models.UniqueConstraint(fields=('currency', 'day'), name='exchangerate_is_one_a_day'),
        ),
        migrations.AddConstraint(
            model_name='exchangerate',
            constraint=models.CheckConstraint(condition=models.Q(('per_dollar__gt', 0)), name='exchangerate_is_positive'),
        ),
        migrations.AddConstraint(
            model_name='indexclock',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='there_is_one_clock'),
        ),
        migrations.AddField(
            model_name='parserun',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='postings.document'),
        ),
        migrations.AddField(
            model_name='paybandevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='postings.payband'),
        ),
        migrations.AddField(
            model_name='place',
            name='parent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='postings.place'),
        ),
        migrations.AddField(
            model_name='placealias',
            name='place',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='postings.place'),
        ),
        migrations.AddField(
            model_name='posting',
            name='company',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='postings.company'),
        ),
        migrations.AddField(
            model_name='posting',
            name='document',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='postings', to='postings.document'),
        ),
        migrations.AddField(
            model_name='posting',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='postings.parserun'),
        ),
        migrations.AddField(
            model_name='paybandevent',
            name='posting',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='postings.posting'),
        ),
        migrations.AddField(
            model_name='payband',
            name='posting',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='pay', to='postings.posting'),
        ),
        migrations.AddField(
            model_name='postingevent',
            name='company',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='postings.company'),
        ),
        migrations.AddField(
            model_name='postingevent',
            name='document',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='postings.document'),
        ),
        migrations.AddField(
            model_name='postingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='postings.posting'),
        ),
        migrations.AddField(
            model_name='postingevent',
            name='run',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='postings.parserun'),
        ),
        migrations.AddField(
            model_name='postingrevision',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='postingrevision',
            name='posting',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='postings.posting'),
        ),
        migrations.AddField(
            model_name='postingrevision',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='postings.parserun'),
        ),
        migrations.AddField(
            model_name='savedsearch',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_searches', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='savedsearch',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='saved_searches', to='auth.group'),
        ),
        migrations.AddIndex(
            model_name='searchdoc',
            index=models.Index(fields=['born'], name='searchdoc_born'),
        ),
        migrations.AddIndex(
            model_name='searchdoc',
            index=models.Index(condition=models.Q(('died__isnull', False)), fields=['died'], name='searchdoc_died'),
        ),
        migrations.AddConstraint(
            model_name='searchdoc',
            constraint=models.UniqueConstraint(condition=models.Q(('died__isnull', True)), fields=('posting_id',), name='searchdoc_one_live_entry'),
        ),
        migrations.AddConstraint(
            model_name='searchdoc',
            constraint=models.CheckConstraint(condition=models.Q(('died__isnull', True), ('died__gt', models.F('born')), _connector='OR'), name='searchdoc_dies_after_it_is_born'),
        ),
        migrations.AddField(
            model_name='skillalias',
            name='skill',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='postings.skill'),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='erased_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('state__in', ('queued', 'reading'))), fields=['id'], name='document_waiting'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['state', '-created_at'], name='document_by_state'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'reading', 'needs_review', 'published', 'duplicate', 'rejected', 'failed'])), name='document_state_is_a_term'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_documentstatereasonevent" ("pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") SELECT COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='74c0f42b5a1fd33e1bcabee29950d4a0c55b1710', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_775b5', referencing='REFERENCING NEW TABLE AS new_values ', table='postings_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_documentstatereasonevent" ("pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") SELECT COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."state" IS DISTINCT FROM (new_values."state")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e21264f1a96fda60573c8030f0546349c6427ae0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_08e1e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='postings_document', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(fields=('country', 'region', 'city'), name='place_is_unique'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.CheckConstraint(condition=models.Q(('country__regex', '^[A-Z]{2}$')), name='place_country_is_a_code'),
        ),
        migrations.AddIndex(
            model_name='posting',
            index=models.Index(condition=models.Q(('state', 'published')), fields=['-first_published_at', 'public_id'], name='posting_newest'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.UniqueConstraint(fields=('document', 'part'), name='posting_is_one_part_of_a_document'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), models.Q(('first_published_at__isnull', False), ('published_at__isnull', False), ('revision__gt', 0), models.Q(('title', ''), _negated=True)), _connector='OR'), name='posting_published_is_complete'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'archived'), _negated=True), ('archived_at__isnull', False), _connector='OR'), name='posting_archived_has_a_date'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('experience_min__isnull', True), ('experience_max__isnull', True), ('experience_min__lte', models.F('experience_max')), _connector='OR'), name='posting_experience_min_at_most_experience_max'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('span_start__isnull', True), ('span_end__isnull', True), ('span_start__lte', models.F('span_end')), _connector='OR'), name='posting_span_start_at_most_span_end'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['posting', 'guide', 'other'])), name='posting_kind_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'published', 'archived'])), name='posting_state_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['', 'intern', 'entry', 'mid', 'senior', 'lead', 'principal', 'manager', 'head', 'director', 'vp', 'executive'])), name='posting_level_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('family__in', ['', 'software', 'data', 'infrastructure', 'security', 'hardware', 'science', 'product', 'design', 'marketing', 'sales', 'support', 'finance', 'legal', 'people', 'operations', 'administration', 'health', 'education', 'trades', 'hospitality'])), name='posting_family_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('work_mode__in', ['', 'remote', 'hybrid', 'onsite'])), name='posting_work_mode_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('education__in', ['', 'none', 'high_school', 'associate', 'bachelor', 'master', 'doctorate'])), name='posting_education_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('visa_sponsorship__in', ['', 'yes', 'no'])), name='posting_visa_sponsorship_is_a_term'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='posting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_postingevent" ("apply_url", "archived_at", "bonus", "closes_on", "company_id", "created_at", "department", "document_id", "education", "employment_types", "equity", "experience_max", "experience_min", "family", "first_published_at", "grade", "id", "job_family", "kind", "language", "level", "organization", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posted_on", "public_id", "published_at", "remote_scope", "revision", "run_id", "span_end", "span_start", "state", "title", "visa_sponsorship", "work_mode") SELECT new_values."apply_url", new_values."archived_at", new_values."bonus", new_values."closes_on", new_values."company_id", new_values."created_at", new_values."department", new_values."document_id", new_values."education", new_values."employment_types", new_values."equity", new_values."experience_max", new_values."experience_min", new_values."family", new_values."first_published_at", new_values."grade", new_values."id", new_values."job_family", new_values."kind", new_values."language", new_values."level", new_values."organization", new_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."posted_on", new_values."public_id", new_values."published_at", new_values."remote_scope", new_values."revision", new_values."run_id", new_values."span_end", new_values."span_start", new_values."state", new_values."title", new_values."visa_sponsorship", new_values."work_mode" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='703f6ff44d7eeda4e651a8c323bd78c0199fde7b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8de67', referencing='REFERENCING NEW TABLE AS new_values ', table='postings_posting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='posting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_postingevent" ("apply_url", "archived_at", "bonus", "closes_on", "company_id", "created_at", "department", "document_id", "education", "employment_types", "equity", "experience_max", "experience_min", "family", "first_published_at", "grade", "id", "job_family", "kind", "language", "level", "organization", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posted_on", "public_id", "published_at", "remote_scope", "revision", "run_id", "span_end", "span_start", "state", "title", "visa_sponsorship", "work_mode") SELECT new_values."apply_url", new_values."archived_at", new_values."bonus", new_values."closes_on", new_values."company_id", new_values."created_at", new_values."department", new_values."document_id", new_values."education", new_values."employment_types", new_values."equity", new_values."experience_max", new_values."experience_min", new_values."family", new_values."first_published_at", new_values."grade", new_values."id", new_values."job_family", new_values."kind", new_values."language", new_values."level", new_values."organization", new_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."posted_on", new_values."public_id", new_values."published_at", new_values."remote_scope", new_values."revision", new_values."run_id", new_values."span_end", new_values."span_start", new_values."state", new_values."title", new_values."visa_sponsorship", new_values."work_mode" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."apply_url" IS DISTINCT FROM (new_values."apply_url") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."bonus" IS DISTINCT FROM (new_values."bonus") OR old_values."closes_on" IS DISTINCT FROM (new_values."closes_on") OR old_values."company_id" IS DISTINCT FROM (new_values."company_id") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."department" IS DISTINCT FROM (new_values."department") OR old_values."document_id" IS DISTINCT FROM (new_values."document_id") OR old_values."education" IS DISTINCT FROM (new_values."education") OR old_values."employment_types" IS DISTINCT FROM (new_values."employment_types") OR old_values."equity" IS DISTINCT FROM (new_values."equity") OR old_values."experience_max" IS DISTINCT FROM (new_values."experience_max") OR old_values."experience_min" IS DISTINCT FROM (new_values."experience_min") OR old_values."family" IS DISTINCT FROM (new_values."family") OR old_values."first_published_at" IS DISTINCT FROM (new_values."first_published_at") OR old_values."grade" IS DISTINCT FROM (new_values."grade") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."job_family" IS DISTINCT FROM (new_values."job_family") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."organization" IS DISTINCT FROM (new_values."organization") OR old_values."part" IS DISTINCT FROM (new_values."part") OR old_values."posted_on" IS DISTINCT FROM (new_values."posted_on") OR old_values."public_id" IS DISTINCT FROM (new_values."public_id") OR old_values."published_at" IS DISTINCT FROM (new_values."published_at") OR old_values."remote_scope" IS DISTINCT FROM (new_values."remote_scope") OR old_values."revision" IS DISTINCT FROM (new_values."revision") OR old_values."run_id" IS DISTINCT FROM (new_values."run_id") OR old_values."span_end" IS DISTINCT FROM (new_values."span_end") OR old_values."span_start" IS DISTINCT FROM (new_values."span_start") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."visa_sponsorship" IS DISTINCT FROM (new_values."visa_sponsorship") OR old_values."work_mode" IS DISTINCT FROM (new_values."work_mode")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d8eb7ab291f7eacc7f4148241155fada7f91d2a7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_429ed', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='postings_posting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='posting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_postingevent" ("apply_url", "archived_at", "bonus", "closes_on", "company_id", "created_at", "department", "document_id", "education", "employment_types", "equity", "experience_max", "experience_min", "family", "first_published_at", "grade", "id", "job_family", "kind", "language", "level", "organization", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posted_on", "public_id", "published_at", "remote_scope", "revision", "run_id", "span_end", "span_start", "state", "title", "visa_sponsorship", "work_mode") SELECT old_values."apply_url", old_values."archived_at", old_values."bonus", old_values."closes_on", old_values."company_id", old_values."created_at", old_values."department", old_values."document_id", old_values."education", old_values."employment_types", old_values."equity", old_values."experience_max", old_values."experience_min", old_values."family", old_values."first_published_at", old_values."grade", old_values."id", old_values."job_family", old_values."kind", old_values."language", old_values."level", old_values."organization", old_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."posted_on", old_values."public_id", old_values."published_at", old_values."remote_scope", old_values."revision", old_values."run_id", old_values."span_end", old_values."span_start", old_values."state", old_values."title", old_values."visa_sponsorship", old_values."work_mode" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4695f1aa0620c46de0f8352f455338b8681e77f1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2b57c', referencing='REFERENCING OLD TABLE AS old_values ', table='postings_posting', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.UniqueConstraint(fields=('posting', 'position'), name='payband_has_a_position'),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.CheckConstraint(condition=models.Q(('min__isnull', False), ('max__isnull', False), _connector='OR'), name='payband_has_an_amount'),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('min__isnull', True), ('min__gte', 0), _connector='OR'), models.Q(('max__isnull', True), ('max__gte', 0), _connector='OR')), name='payband_is_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.CheckConstraint(condition=models.Q(('currency__regex', '^[A-Z]{3}$')), name='payband_currency_is_a_code'),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.CheckConstraint(condition=models.Q(('min__isnull', True), ('max__isnull', True), ('min__lte', models.F('max')), _connector='OR'), name='payband_min_at_most_max'),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.CheckConstraint(condition=models.Q(('period__in', ['hour', 'day', 'week', 'biweek', 'month', 'year'])), name='payband_period_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='payband',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['base', 'ote', 'total', 'contract', 'market_estimate'])), name='payband_basis_is_a_term'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payband',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_paybandevent" ("basis", "currency", "id", "max", "min", "open_top", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "posting_id", "scope") SELECT new_values."basis", new_values."currency", new_values."id", new_values."max", new_values."min", new_values."open_top", new_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."posting_id", new_values."scope" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c839e6a5976ad756723a974a341e36c0ef136707', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_708de', referencing='REFERENCING NEW TABLE AS new_values ', table='postings_payband', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payband',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_paybandevent" ("basis", "currency", "id", "max", "min", "open_top", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "posting_id", "scope") SELECT new_values."basis", new_values."currency", new_values."id", new_values."max", new_values."min", new_values."open_top", new_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."posting_id", new_values."scope" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."basis" IS DISTINCT FROM (new_values."basis") OR old_values."currency" IS DISTINCT FROM (new_values."currency") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."max" IS DISTINCT FROM (new_values."max") OR old_values."min" IS DISTINCT FROM (new_values."min") OR old_values."open_top" IS DISTINCT FROM (new_values."open_top") OR old_values."period" IS DISTINCT FROM (new_values."period") OR old_values."position" IS DISTINCT FROM (new_values."position") OR old_values."posting_id" IS DISTINCT FROM (new_values."posting_id") OR old_values."scope" IS DISTINCT FROM (new_values."scope")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1d01b607796170f5f8070c8e4b9b0b08d6b415b8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_6e8d1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='postings_payband', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payband',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "postings_paybandevent" ("basis", "currency", "id", "max", "min", "open_top", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "posting_id", "scope") SELECT old_values."basis", old_values."currency", old_values."id", old_values."max", old_values."min", old_values."open_top", old_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."posting_id", old_values."scope" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1c35fc58e13559e0b756be3216a5a579729650c3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d8a57', referencing='REFERENCING OLD TABLE AS old_values ', table='postings_payband', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='postingrevision',
            constraint=models.UniqueConstraint(fields=('posting', 'number'), name='revision_is_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.UniqueConstraint(fields=('owner', 'name'), name='savedsearch_name_is_one_an_owner'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.CheckConstraint(condition=models.Q(('cadence__in', ['never', 'daily', 'weekly'])), name='savedsearch_cadence_is_a_term'),
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('pk', models.CompositePrimaryKey('posting_id', 'field', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('field', models.CharField(max_length=30)),
                ('position', models.SmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('stated', 'Stated'), ('placeholder', 'Placeholder'), ('conflicting', 'Conflicting'), ('edited', 'Edited')], max_length=20)),
                ('span_start', models.IntegerField(blank=True, null=True)),
                ('span_end', models.IntegerField(blank=True, null=True)),
                ('raw', models.TextField(blank=True)),
                ('editor', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('posting', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='postings.posting')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ('field', 'position'),
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('pk', models.CompositePrimaryKey('posting_id', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.SmallIntegerField()),
                ('rule', models.CharField(max_length=60)),
                ('severity', models.CharField(choices=[('error', 'Error'), ('warning', 'Warning'), ('info', 'Note')], max_length=20)),
                ('message', models.TextField()),
                ('span_start', models.IntegerField(blank=True, null=True)),
                ('span_end', models.IntegerField(blank=True, null=True)),
                ('raw', models.TextField(blank=True)),
                ('fix', models.TextField(blank=True)),
                ('posting', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='postings.posting')),
            ],
            options={
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='PostingPlace',
            fields=[
                ('pk', models.CompositePrimaryKey('posting_id', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.SmallIntegerField()),
                ('text', models.CharField(max_length=200)),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='postings.place')),
                ('posting', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='places', to='postings.posting')),
            ],
            options={
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='PostingSkill',
            fields=[
                ('pk', models.CompositePrimaryKey('posting_id', 'skill_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.SmallIntegerField()),
                ('strength', models.CharField(choices=[('required', 'Required'), ('preferred', 'Preferred'), ('mentioned', 'Mentioned')], max_length=20)),
                ('spans', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=None)),
                ('items', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(), default=list, size=None)),
                ('posting', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='skills', to='postings.posting')),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='postings.skill')),
            ],
            options={
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('pk', models.CompositePrimaryKey('posting_id', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.SmallIntegerField()),
                ('section', models.CharField(choices=[('responsibility', 'Responsibilities'), ('required', 'Required'), ('preferred', 'Preferred'), ('eligibility', 'Eligibility'), ('benefit', 'Benefits'), ('about', 'About'), ('process', 'How to apply'), ('other', 'Other')], max_length=20)),
                ('theme', models.CharField(blank=True, max_length=60)),
                ('text', models.TextField()),
                ('any_of', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('span_start', models.IntegerField()),
                ('span_end', models.IntegerField()),
                ('posting', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='postings.posting')),
            ],
            options={
                'ordering': ('position',),
            },
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(('span_start__isnull', True), ('span_end__isnull', True), ('span_start__lte', models.F('span_end')), _connector='OR'), name='finding_span_start_at_most_span_end'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(('severity__in', ['error', 'warning', 'info'])), name='finding_severity_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('span_start__isnull', True), ('span_end__isnull', True), ('span_start__lte', models.F('span_end')), _connector='OR'), name='evidence_span_start_at_most_span_end'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['stated', 'placeholder', 'conflicting', 'edited'])), name='evidence_state_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.CheckConstraint(condition=models.Q(('span_start__isnull', True), ('span_end__isnull', True), ('span_start__lte', models.F('span_end')), _connector='OR'), name='requirement_span_start_at_most_span_end'),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.CheckConstraint(condition=models.Q(('section__in', ['responsibility', 'required', 'preferred', 'eligibility', 'benefit', 'about', 'process', 'other'])), name='requirement_section_is_a_term'),
        ),
        migrations.AddConstraint(
            model_name='postingskill',
            constraint=models.CheckConstraint(condition=models.Q(('strength__in', ['required', 'preferred', 'mentioned'])), name='postingskill_strength_is_a_term'),
        ),
    ]
