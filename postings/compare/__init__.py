"""How alike two postings are, and how they differ. Pure."""

from postings.compare.likeness import ALGORITHM, bands_of, likeness, shingles_of, text_key

__all__ = ["ALGORITHM", "bands_of", "likeness", "shingles_of", "text_key"]
