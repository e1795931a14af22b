"""What a ZIP holds: one office document, or an archive of documents that are read one by one.

In: an opened package. Out: the Kind of the office document, or the members worth reading, in order.
Refused: other packages (slides, spreadsheets of OpenDocument, e-books, Pages) by name, an empty archive.
"""

from postings.readers.kinds import DOCUMENT, Kind
from postings.readers.office import Package
from postings.readers.source import Unreadable

FOLDERS = (("word/", Kind.DOCX), ("xl/", Kind.XLSX))
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OTHER_PACKAGES = {
    "spreadsheet": "an OpenDocument spreadsheet. Save it as .xlsx or CSV.",
    "presentation": f"a presentation. {DOCUMENT}",
    "epub": f"an e-book. {DOCUMENT}",
}
SYSTEM_FILES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def office_kind(package: Package) -> Kind | None:
    """Return which document a package is, None for an archive."""
    names = package.names
    if "[Content_Types].xml" in package:
        for folder, kind in FOLDERS:
            if any(name.startswith(folder) for name in names):
                return kind
        if any(name.startswith("ppt/") for name in names):
            raise Unreadable("unsupported", f"It is {OTHER_PACKAGES['presentation']}")
    if "mimetype" in package and package.size("mimetype") < 200:
        kind_of = package.read("mimetype").decode("latin-1").strip()
        if kind_of.startswith(f"{OPEN_DOCUMENT}text"):
            return Kind.ODT
        for word, told in OTHER_PACKAGES.items():
            if word in kind_of:
                raise Unreadable("unsupported", f"It is {told}")
    if any(name.endswith(".iwa") for name in names):
        raise Unreadable("unsupported", f"It is an Apple iWork document. {DOCUMENT}")
    return None


def members(package: Package) -> list[str]:
    found = [name for name in package.names if not _is_system_file(name)]
    if not found:
        raise Unreadable("empty", "There is no document in this ZIP.")
    return found


def _is_system_file(name: str) -> bool:
    return name.startswith(SYSTEM_FILES) or name.rpartition("/")[2].startswith((".", *SYSTEM_FILES, "~$"))
