"""What a person gives us to read, and why something is erased."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator

MOST_CHARACTERS = 500_000  # below Django's limit for a form (2.5 MB), whatever the letters
MOST_BYTES = 5_000_000
LONGEST_NAME = 80


class PasteForm(forms.Form):
    """A pasted text or one file of text; after validation `content` and `file_name` are what to store."""

    text = forms.CharField(
        label="Text of the job description",
        required=False,
        max_length=MOST_CHARACTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "class": "paste-text"}),
        help_text=f"Paste it as it is, up to {MOST_CHARACTERS:,} characters.",
    )
    name = forms.CharField(
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="How you will find it again. Without a name it is called by its first line.",
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        validators=[FileExtensionValidator(["txt", "md"])],
        widget=forms.FileInput(attrs={"accept": ".txt,.md,text/plain,text/markdown"}),
        help_text=f"One .txt or .md file, up to {MOST_BYTES // 1_000_000} MB.",
    )

    content: bytes
    file_name: str

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"It has {file.size:,} bytes, and {MOST_BYTES:,} are the most. "
                "Split it, or paste the part that matters."
            )
        return file

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        file, text = given.get("file"), given.get("text", "")
        if self.errors:
            return given
        if file and text.strip():
            raise forms.ValidationError("Paste a text or choose a file: both at once would be two documents.")
        if not file and not text.strip():
            raise forms.ValidationError("There is nothing to read yet. Paste a text, or choose a file.")
        self.content = file.read() if file else text.replace("\r\n", "\n").encode()
        self.file_name = _one_line(given.get("name", "")) or (file.name if file else _first_line(text))
        return given


class EraseForm(forms.Form):
    reason = forms.CharField(
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Shown to whoever uploads the same file again.",
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _first_line(text: str) -> str:
    return _one_line(text.strip().splitlines()[0])[:LONGEST_NAME]
