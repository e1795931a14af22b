"""Index entries as rows of SearchDoc and back: `entry_from_row(*row_from_entry(entry)) == entry`."""

from typing import Any

from postings.bitmaps import Band, Entry, currency_code, currency_number

# What a row holds beside its generation and its life, in the order of both functions.
ENTRY_COLUMNS = (
    *("docno", "posting_id", "public_id", "published", "codes", "years", "posted", "closes", "bands"),
    "zones",
)
BAND = 4  # numbers a band


def row_from_entry(entry: Entry) -> tuple[Any, ...]:
    bands = [
        number
        for band in entry.bands
        for number in (currency_number(band.currency), band.low, band.high, int(band.open))
    ]
    return (
        *(entry.number, entry.posting, entry.public_id, entry.published, list(entry.codes)),
        *(entry.years, entry.posted, entry.closes, bands, list(entry.zones)),
    )


def entry_from_row(*values: Any) -> Entry:
    number, posting, public_id, published, codes, years, posted, closes, bands, zones = values
    return Entry(
        *(number, posting, public_id, published, tuple(codes), years, posted, closes),
        tuple(
            Band(currency_code(currency), low, high, bool(is_open))
            for currency, low, high, is_open in zip(*(bands[n::BAND] for n in range(BAND)), strict=True)
        ),
        tuple(zones),
    )
