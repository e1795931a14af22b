"""The page on which a person says which column of a table is what, with its first rows beside."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from postings.admin.pages import OwnPages, person
from postings.ingest import Refused, say_columns, table_of
from postings.ingest.columns import Columns, Preview, field_labels, guess
from postings.models import Document

ITSELF = "Whatever its name says"  # a column without a field is still read, as a section under its name


class ColumnsForm(forms.Form):
    """A choice for each column; after validation `columns` has the column of each field that was chosen."""

    columns: Columns

    def __init__(self, header: tuple[str, ...], data: Any = None) -> None:
        super().__init__(data)
        self._header = header
        guessed = {name: field for field, name in guess(header).items()}
        choices = [("", ITSELF), *field_labels().items()]
        for place, name in enumerate(header):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=name or f"Column {place + 1}",
                label_suffix="",
                required=False,
                choices=choices,
                initial=guessed.get(name, ""),
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        chosen: dict[str, str] = {}
        for place, name in enumerate(self._header):
            field = given.get(f"column-{place}", "")
            if field and field in chosen:
                self.add_error(f"column-{place}", f"“{chosen[field]}” is that already.")
            elif field:
                chosen[field] = name
        if not self.errors and not {"title", "description"} & chosen.keys():
            raise forms.ValidationError("Say which column is the title or the description.")
        self.columns = chosen
        return given


class ColumnsPage(OwnPages):
    """`columns_view` of a document that is a table."""

    def columns_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        document: Document = self.found(request, pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            preview = table_of(document)
            form = ColumnsForm(preview.header, request.POST if request.method == "POST" else None)
            if form.is_valid():
                say_columns(
                    document=document, header=preview.header, columns=form.columns, by=person(request)
                )
                messages.success(request, "It is being read so, as will be every table with the same header.")
                return self._back(document)
        except Refused as fault:
            messages.error(request, str(fault))
            return self._back(document)
        return self.page(
            request,
            "columns.html",
            title="Which column is what?",
            original=document,
            preview=preview,
            form=form,
            rows=_aligned(preview),
        )

    def _back(self, document: Document) -> HttpResponse:
        if document.batch_id:
            return redirect("admin:postings_batch_change", document.batch_id)
        return redirect("admin:postings_document_change", document.pk)


def _aligned(preview: Preview) -> list[list[str]]:
    """Return each row with as many cells as there are columns."""
    width = len(preview.header)
    return [[*row, *[""] * width][:width] for row in preview.rows]
