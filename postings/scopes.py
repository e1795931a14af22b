"""From where remote work may be done: countries by their ISO codes, or anywhere."""

from postings.parsing.lexicon import load_countries

WORLDWIDE = "worldwide"
# What people read for each. A posting may name several; one that names none has no scope.
SCOPES = {WORLDWIDE: "Anywhere", **{code: country.name for code, country in load_countries().items()}}
