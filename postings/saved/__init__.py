"""What people keep: searches that they follow, shortlists, short links, and mail about what is new."""

from postings.saved.alerts import follower_of, make_due, send_waiting, try_again, unsubscribe_url
from postings.saved.links import short_link
from postings.saved.owned import rename, share, teams_of
from postings.saved.refusal import NotKept
from postings.saved.searches import follow, look, save_search, searches_of, unfollow
from postings.saved.shortlists import make_shortlist, note, put_on, take_off

__all__ = [
    "NotKept",
    "follow",
    "follower_of",
    "look",
    "make_due",
    "make_shortlist",
    "note",
    "put_on",
    "rename",
    "save_search",
    "searches_of",
    "send_waiting",
    "share",
    "short_link",
    "take_off",
    "teams_of",
    "try_again",
    "unfollow",
    "unsubscribe_url",
]
