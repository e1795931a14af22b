"""The whole database as one file, and back.

In: a `Database` and a path. Out: a file that holds a dump of pg_dump and says what it ought to be, or a
database that is as the file says. Refused, each with a `BackupRefused` of one sentence: a file that is
damaged, cut short or of something else; a database that is not empty, unless it may be replaced; a
PostgreSQL, or migrations, that are newer than what is here; programs that are missing; no room.

database.py knows what is asked of PostgreSQL, programs.py finds pg_dump and its like, placing.py lets a file
appear whole, sealed.py is the form of the file, manifest.py what it says of itself. What has to happen to
the rows after a restore is the caller's to say: nothing here knows a table by name.
"""

from jobsite.backups.database import Database
from jobsite.backups.dumping import back_up
from jobsite.backups.manifest import Manifest
from jobsite.backups.refusal import BackupRefused
from jobsite.backups.restoring import put_back
from jobsite.backups.sealed import checked

__all__ = ["BackupRefused", "Database", "Manifest", "back_up", "checked", "put_back"]
