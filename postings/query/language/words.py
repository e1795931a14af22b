"""Words as they are searched: “full-stack” is two that follow each other, “c++” is one."""

from postings.query.language.faults import Reading
from postings.query.plan import Phrase, Word, Zone
from postings.query.tokenise import WORD, stems_in_all_languages


def words_in(text: str, zone: Zone = Zone.ANY) -> Word | Phrase | None:
    """Return one word or a phrase; nothing for what has no letter and no digit in it."""
    words = tuple(Word(stems_in_all_languages(typed), typed, zone) for typed in WORD.findall(text))
    return Phrase(words, zone) if len(words) > 1 else words[0] if words else None


def read_words(text: str, zone: Zone) -> Reading:
    node = words_in(text, zone)
    return Reading(node, "" if node else f"“{text}” has no word in it to search for.")
