"""Mail about what is new in followed searches: made when due, sent once, tried again while that is safe."""

from postings.saved.alerts.deliver import send_waiting, try_again
from postings.saved.alerts.due import make_due
from postings.saved.alerts.unsubscribe import follower_of, unsubscribe_url

__all__ = ["follower_of", "make_due", "send_waiting", "try_again", "unsubscribe_url"]
