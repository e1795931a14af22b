"""What a person gives us to read: files, or a pasted text."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from postings.ingest import Incoming
from postings.ingest.store import LIMITS

MOST_CHARACTERS = 500_000  # below Django's limit for a form (2.5 MB), whatever the letters
LONGEST_NAME = 80
FORMATS = (
    "PDF, Word (.docx), OpenDocument, RTF, HTML, Markdown, text; CSV, Excel and JSON with a posting a row"
)
ACCEPTED = ".pdf,.docx,.odt,.rtf,.html,.htm,.md,.txt,.csv,.tsv,.xlsx,.json,.jsonl,.zip"


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files; `clean` gives a list."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        given = data if isinstance(data, list | tuple) else [data]
        return [file for file in given if file]


class UploadForm(forms.Form):
    """Files or a pasted text; after validation one of the cleaned `chosen` and of `pasted` is there."""

    chosen = ManyFilesField(
        label="Files",
        required=False,
        widget=ManyFilesInput(attrs={"accept": ACCEPTED}),
        help_text=f"{FORMATS}. Also ZIPs of them. {LIMITS}",
    )
    text = forms.CharField(
        label="Or paste a text",
        required=False,
        max_length=MOST_CHARACTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "paste-text"}),
        help_text=f"One job description as it is, up to {MOST_CHARACTERS:,} characters.",
    )
    name = forms.CharField(
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="How you will find it again. Without one it is called by its first line or file.",
    )

    pasted: Incoming | None = None

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        files, text = given.get("chosen") or [], given.get("text", "")
        if self.errors:
            return given
        if files and text.strip():
            raise forms.ValidationError(
                "Paste a text or choose files: which of them the name is for cannot be told."
            )
        if not files and not text.strip():
            raise forms.ValidationError("There is nothing to read yet. Choose files, or paste a text.")
        if text.strip():
            name = given.get("name", "").strip() or text.strip().splitlines()[0][:LONGEST_NAME]
            self.pasted = Incoming(name, text.replace("\r\n", "\n").encode())
        return given


def incoming(file: "UploadedFile[bytes]", **more: Any) -> Incoming:
    return Incoming.of(file.name or "", file.size or 0, file.read, **more)
