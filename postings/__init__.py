"""Job descriptions: read, published, searched, compared. docs/architecture.md has the map."""
