"""Why something is erased."""

from django import forms


class EraseForm(forms.Form):
    reason = forms.CharField(
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Shown to whoever uploads the same file again.",
    )
