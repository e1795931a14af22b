"""One field a file: a part comes in, the facts that its text states come out."""
