"""The countries that a name stands for, for the question where a remote hire may live."""

from functools import cache

from postings.parsing.gazetteer.meanings import key_of
from postings.parsing.lexicon import load_areas, load_countries

WORLDWIDE = ("worldwide",)


def countries_of(name: str) -> tuple[str, ...]:
    """ISO codes of a country or an area, sorted; ("worldwide",) for everywhere, () for what is unknown."""
    key = key_of(name)
    return _by_key().get(key) or _by_key().get(key.removeprefix("the "), ())


@cache
def _by_key() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for area in load_areas().values():
        if area.kind != "metro":
            countries = WORLDWIDE if area.kind == "world" else area.countries
            known.update(dict.fromkeys(map(key_of, (area.name, *area.aliases)), countries))
    for country in load_countries().values():
        for spelling in (country.name, *country.aliases, country.code):
            known.setdefault(key_of(spelling), (country.code,))
    known["georgia"] = ("GE",)  # asked for a country, it is one
    return known
