"""The index gets what it is searched by. It is derived, so the old entries go and `prepare` makes them anew."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('postings', '0003_roles'),
    ]

    operations = [
        migrations.DeleteModel(name='SearchDoc'),
        migrations.AddField(
            model_name='indexclock',
            name='generation',
            field=models.SmallIntegerField(default=0),
        ),
        migrations.RunSQL(
            "UPDATE postings_indexclock SET epoch = gen_random_uuid(), next_docno = 0, seq = seq + 1",
            migrations.RunSQL.noop,
        ),
        migrations.CreateModel(
            name='SearchGeneration',
            fields=[
                ('number', models.SmallIntegerField(primary_key=True, serialize=False)),
                ('common', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='SearchDoc',
            fields=[
                ('pk', models.CompositePrimaryKey('generation', 'docno', blank=True, editable=False, primary_key=True, serialize=False)),
                ('generation', models.SmallIntegerField()),
                ('docno', models.IntegerField()),
                ('posting_id', models.BigIntegerField()),
                ('born', models.BigIntegerField()),
                ('died', models.BigIntegerField(blank=True, null=True)),
                ('public_id', models.CharField(max_length=12)),
                ('published', models.BigIntegerField()),
                ('codes', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('years', models.SmallIntegerField()),
                ('posted', models.IntegerField()),
                ('closes', models.IntegerField()),
                ('bands', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('zones', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
            ],
            options={
                'indexes': [models.Index(fields=['generation', 'born'], name='searchdoc_born'), models.Index(condition=models.Q(('died__isnull', False)), fields=['generation', 'died'], name='searchdoc_died')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('died__isnull', True)), fields=('generation', 'posting_id'), name='searchdoc_one_live_entry'), models.CheckConstraint(condition=models.Q(('died__isnull', True), ('died__gt', models.F('born')), _connector='OR'), name='searchdoc_dies_after_it_is_born')],
            },
        ),
        migrations.CreateModel(
            name='SearchSegment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generation', models.SmallIntegerField()),
                ('first', models.IntegerField()),
                ('last', models.IntegerField()),
                ('packed', models.BinaryField()),
            ],
            options={
                'ordering': ('generation', 'first'),
                'constraints': [models.UniqueConstraint(fields=('generation', 'first'), name='searchsegment_begins_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('last'))), name='searchsegment_has_entries')],
            },
        ),
        migrations.CreateModel(
            name='SearchTerm',
            fields=[
                ('pk', models.CompositePrimaryKey('term', 'segment_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('term', models.TextField(db_collation='C')),
                ('count', models.IntegerField()),
                ('entries', models.BinaryField()),
                ('segment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='postings.searchsegment')),
            ],
        ),
        # Columns and bitmaps of numbers hardly get smaller, and unpacking them is most of a process's start.
        migrations.RunSQL(
            "ALTER TABLE postings_searchsegment ALTER COLUMN packed SET STORAGE EXTERNAL;"
            "ALTER TABLE postings_searchterm ALTER COLUMN entries SET STORAGE EXTERNAL",
            migrations.RunSQL.noop,
        ),
    ]
