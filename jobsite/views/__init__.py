"""Pages that belong to the site rather than to its postings."""
