"""What keeping something says no to."""


class NotKept(Exception):
    """Nothing was written. The message says why, and what to do."""
