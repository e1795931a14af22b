"""Engines that others use, given the same postings and asked for the same page.

Each has an index of its own below `.local/bench/`, built once from what the library holds. They are asked
as their own users would: their totals are near ours, not equal, since a skill's other names mean nothing to
them and they know one stem a word.
"""

from postings.bench.peers.fts5 import Fts5
from postings.bench.peers.place import peer_folder
from postings.bench.peers.tantivy import Tantivy, has_tantivy

__all__ = ["Fts5", "Tantivy", "has_tantivy", "peer_folder"]
