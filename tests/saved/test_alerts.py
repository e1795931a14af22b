"""Mail about what is new: once, whatever breaks; ended by one press; nothing where nothing is new."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

from postings.models import AlertMail, Posting, SavedSearch
from postings.saved import follow, look, make_due, save_search, send_waiting, share, try_again
from postings.saved.alerts import deliver
from postings.saved.alerts.due import LAG, due_day
from postings.vocabulary import Cadence, MailState
from tests.factories import FIRST
from tests.saved.conftest import NOW
from tests.saved.mail_server import MailServer

MakePosting = Callable[..., Posting]
DAY = timedelta(days=1)


@pytest.fixture
def followed(ada: User, make_posting: MakePosting) -> None:
    """A search that was saved before the third posting was published."""
    make_posting("Nurse")
    make_posting("Baker")
    saved_at = FIRST + timedelta(hours=2, minutes=30)
    save_search(owner=ada, name="Nurses", query="q=nurse", now=saved_at, cadence=Cadence.DAILY)
    make_posting("Night nurse <b>")


def states() -> list[str]:
    return list(AlertMail.objects.order_by("pk").values_list("state", flat=True))


def test_a_mail_tells_what_is_new_and_how_to_end_it(followed: None, mail: MailServer) -> None:
    assert make_due(now=NOW) == 1
    assert send_waiting(now=NOW) == {MailState.SENT: 1}
    (message,) = mail.taken
    plain, html = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    assert (message["To"], message["Subject"]) == ("ada@example.com", "1 new: Nurses")
    assert "Night nurse <b>\n" in plain
    assert "Night nurse &lt;b&gt;" in html
    assert "Baker" not in plain
    assert re.search(r"https://jobs\.example/postings/\w+/night-nurse-b/", plain)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = message["List-Unsubscribe"].strip(" <>")
    assert address.startswith("https://jobs.example/unsubscribe/")
    assert address in plain
    assert address in html


def test_what_is_due_is_made_once_and_told_once(
    followed: None, mail: MailServer, make_posting: MakePosting
) -> None:
    assert [make_due(now=NOW), make_due(now=NOW)] == [1, 0]
    send_waiting(now=NOW)
    assert send_waiting(now=NOW) == {}
    tomorrow = NOW + DAY
    assert make_due(now=tomorrow) == 1
    assert send_waiting(now=tomorrow) == {MailState.NOTHING_NEW: 1}
    assert len(mail.taken) == 1


@pytest.mark.parametrize(
    ("cadence", "today", "due"),
    [
        (Cadence.DAILY, date(2026, 3, 4), date(2026, 3, 4)),
        (Cadence.WEEKLY, date(2026, 3, 4), date(2026, 3, 2)),
        (Cadence.WEEKLY, date(2026, 3, 2), date(2026, 3, 2)),
        (Cadence.WEEKLY, date(2026, 3, 1), date(2026, 2, 23)),
    ],
)
def test_a_week_begins_on_monday(cadence: Cadence, today: date, due: date) -> None:
    assert due_day(cadence, today) == due


def test_a_server_that_is_not_there_is_asked_again_ever_less_often(followed: None, mail: MailServer) -> None:
    make_due(now=NOW)
    mail.says["RCPT"] = "451 greylisted, come back later"
    now, pauses = NOW, []
    for _ in range(deliver.MOST_ATTEMPTS):
        send_waiting(now=now)
        one = AlertMail.objects.get()
        pauses.append((one.next_attempt_at - now) // timedelta(minutes=1))
        assert send_waiting(now=one.next_attempt_at - timedelta(seconds=1)) == {}
        now = one.next_attempt_at
    assert pauses == [5, 20, 80, 320, 720, 720, 720, 720]
    assert states() == [MailState.FAILED]
    assert "greylisted" in AlertMail.objects.get().fault
    mail.says.clear()
    assert try_again(mails=AlertMail.objects.all(), now=now) == 1
    assert send_waiting(now=now) == {MailState.SENT: 1}
    assert len(mail.taken) == 1


def test_nobody_listens(followed: None, mail: MailServer) -> None:
    make_due(now=NOW)
    mail.shutdown()
    mail.server_close()
    assert send_waiting(now=NOW) == {MailState.WAITING: 1}
    assert "refused" in AlertMail.objects.get().fault


def test_no_for_good_is_a_failure_at_once(followed: None, mail: MailServer) -> None:
    make_due(now=NOW)
    mail.says["RCPT"] = "550 nobody of that name"
    assert send_waiting(now=NOW) == {MailState.FAILED: 1}
    assert "nobody of that name" in AlertMail.objects.get().fault


def test_a_line_that_breaks_in_the_middle_leaves_a_doubt_and_no_second_mail(
    followed: None, mail: MailServer
) -> None:
    make_due(now=NOW)
    mail.says["."] = "hang up"
    assert send_waiting(now=NOW) == {MailState.UNKNOWN: 1}
    mail.says.clear()
    assert send_waiting(now=NOW + DAY) == {}
    assert mail.taken == []


def test_whoever_is_killed_while_sending_leaves_a_doubt_and_no_second_mail(
    followed: None, mail: MailServer
) -> None:
    make_due(now=NOW)
    AlertMail.objects.update(state=MailState.SENDING, changed_at=NOW)
    assert send_waiting(now=NOW + deliver.LOST) == {}
    assert states() == [MailState.SENDING]
    assert send_waiting(now=NOW + deliver.LOST * 2) == {}
    assert states() == [MailState.UNKNOWN]
    assert mail.taken == []


def test_who_has_called_it_off_gets_none(followed: None, mail: MailServer, ada: User, client: Client) -> None:
    make_due(now=NOW)
    send_waiting(now=NOW)
    address = mail.taken[0]["List-Unsubscribe"].strip(" <>").removeprefix("https://jobs.example")
    assert client.get(address).status_code == 200
    assert ada.followed.get().cadence == Cadence.DAILY  # looking changes nothing
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert ada.followed.get().cadence == Cadence.NEVER
    assert make_due(now=NOW + DAY) == 0
    assert client.get(f"{address[:-2]}x/").status_code == 404


def test_a_mail_that_waits_is_not_sent_to_who_has_left(followed: None, mail: MailServer, ada: User) -> None:
    make_due(now=NOW)
    User.objects.filter(pk=ada.pk).update(is_active=False)
    assert send_waiting(now=NOW) == {MailState.NOTHING_NEW: 1}
    assert make_due(now=NOW + DAY) == 0
    assert mail.taken == []


def test_an_address_that_was_taken_away_is_a_failure_that_says_so(
    followed: None, mail: MailServer, ada: User
) -> None:
    make_due(now=NOW)
    User.objects.filter(pk=ada.pk).update(email="")
    assert send_waiting(now=NOW) == {MailState.FAILED: 1}
    assert "no e-mail address" in AlertMail.objects.get().fault


@pytest.fixture
def bea_follows(followed: None, ada: User, bea: User, team: Group) -> SavedSearch:
    """Ada's search is shared with their team, and Bea follows it from the beginning."""
    User.objects.filter(pk=bea.pk).update(email="bea@example.com")
    bea.refresh_from_db()
    saved = share(thing=ada.savedsearch_set.get(), team=team)
    follow(search=saved, user=bea, cadence=Cadence.DAILY, now=FIRST)
    return saved


def test_a_follower_of_the_team_has_mail_of_their_own(bea_follows: SavedSearch, mail: MailServer) -> None:
    make_due(now=NOW)
    send_waiting(now=NOW)
    assert [(one["To"], one["Subject"]) for one in mail.taken] == [
        ("ada@example.com", "1 new: Nurses"),
        ("bea@example.com", "2 new: Nurses"),
    ]


def test_who_may_not_see_a_search_any_more_gets_no_mail_about_it(
    bea_follows: SavedSearch, mail: MailServer
) -> None:
    make_due(now=NOW)
    share(thing=bea_follows, team=None)
    assert send_waiting(now=NOW) == {MailState.SENT: 1, MailState.NOTHING_NEW: 1}
    assert make_due(now=NOW + DAY) == 1
    assert {one["To"] for one in mail.taken} == {"ada@example.com"}


def test_one_who_has_to_wait_keeps_nobody_else_waiting(bea_follows: SavedSearch, mail: MailServer) -> None:
    make_due(now=NOW)
    mail.says["RCPT TO:<ada@example.com>"] = "452 that box is full"
    assert send_waiting(now=NOW) == {MailState.WAITING: 1, MailState.SENT: 1}


def test_a_search_that_is_deleted_while_its_mail_is_sent_breaks_nothing(
    followed: None, mail: MailServer, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_due(now=NOW)

    def deleted(one: AlertMail) -> None:
        ada.savedsearch_set.all().delete()

    monkeypatch.setattr(deliver, "letter_of", deleted)
    assert send_waiting(now=NOW) == {MailState.NOTHING_NEW: 1}
    assert not AlertMail.objects.exists()


def test_what_is_being_published_while_a_mail_is_made_is_in_the_next(
    followed: None, mail: MailServer, make_posting: MakePosting, ada: User
) -> None:
    """A publishing has its time before anybody sees what it publishes."""
    moment = FIRST + timedelta(hours=5)
    make_due(now=moment)
    send_waiting(now=moment)
    make_posting("Baker")
    make_posting("Late nurse")  # of five hours after the first, to the second
    make_due(now=moment + DAY)
    send_waiting(now=moment + DAY)
    assert [one["Subject"] for one in mail.taken] == ["1 new: Nurses", "1 new: Nurses"]
    plain = next(mail.taken[1].iter_parts())
    assert "Late nurse" in plain.get_content()


def test_a_fault_before_anything_is_sent_is_tried_again(
    followed: None, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_due(now=NOW)

    def broken(one: AlertMail) -> None:
        raise RuntimeError("the index is being replaced")

    with monkeypatch.context() as patch:
        patch.setattr(deliver, "letter_of", broken)
        assert send_waiting(now=NOW) == {MailState.WAITING: 1}
    assert send_waiting(now=NOW + deliver.FIRST_PAUSE) == {MailState.SENT: 1}


def test_a_server_that_is_away_is_asked_once_for_all_that_waits(
    bea_follows: SavedSearch, mail: MailServer
) -> None:
    make_due(now=NOW)
    mail.says["EHLO"] = mail.says["HELO"] = "421 closed for the night"
    assert send_waiting(now=NOW) == {MailState.WAITING: 1}
    mail.says.clear()
    assert send_waiting(now=NOW, most=1) == {MailState.SENT: 1}


def test_what_was_looked_at_since_the_last_mail_is_not_told_again(
    followed: None, mail: MailServer, ada: User
) -> None:
    make_due(now=NOW)
    send_waiting(now=NOW)
    look(search=ada.savedsearch_set.get(), user=ada, now=NOW + 30 * DAY)
    make_due(now=NOW + 31 * DAY)
    assert AlertMail.objects.latest("due").since == NOW + 30 * DAY - LAG


def test_the_command_says_what_it_did(
    followed: None, mail: MailServer, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("alerts")
    assert capsys.readouterr().out == "1 more due; links in them begin with https://jobs.example.\n1 sent\n"


def test_the_administration_shows_what_failed_and_sends_it_again(
    followed: None, mail: MailServer, administrator: User, client: Client
) -> None:
    make_due(now=NOW)
    mail.says["RCPT"] = "550 nobody of that name"
    send_waiting(now=NOW)
    client.force_login(administrator)
    link = '<a class="button" href="/admin/postings/alertmail/?state__exact=failed">1 mail: failed</a>'
    assert link in client.get("/admin/").content.decode()
    page = client.get("/admin/postings/alertmail/?state__exact=failed").content.decode()
    assert "nobody of that name" in page
    one = AlertMail.objects.get()
    client.post("/admin/postings/alertmail/", {"action": "send_again", "_selected_action": [one.pk]})
    assert states() == [MailState.WAITING]
    assert client.get(f"/admin/postings/alertmail/{one.pk}/change/").status_code == 200
    assert client.post(f"/admin/postings/alertmail/{one.pk}/delete/", {"post": "yes"}).status_code == 403
