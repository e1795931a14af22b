"""How much is read: checked before anything is unpacked, and again while it is."""

MEGABYTE = 1024 * 1024

UPLOAD_BYTES = 20 * MEGABYTE
UNPACKED_BYTES = 50 * MEGABYTE  # declared sizes of all parts together, and what really comes out
PARTS = 500  # of an office document, pages of a PDF
MEMBERS = 5_000  # documents in an archive: they are taken out one at a time, each with its own limits
RATIO = 100  # unpacked to packed; a text rarely packs better than 1:10
RATIO_FROM = MEGABYTE  # a short part of one letter repeated is no bomb

TEXT_BYTES = 5 * MEGABYTE  # of one document
BATCH_BYTES = 50 * MEGABYTE  # of all documents that one file gives

CHILD_MEMORY = 512 * MEGABYTE
CHILD_CPU_SECONDS = 20  # a file
CHILD_WALL_SECONDS = 40.0  # a file; the child may wait for a busy machine
CHILD_FILES = 100  # then a fresh child: what leaks is gone


def too_large() -> str:
    return f"It is larger than {UPLOAD_BYTES // MEGABYTE} MB. Split it, or upload only the text."
