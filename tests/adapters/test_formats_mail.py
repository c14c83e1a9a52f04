"""E-mail: the words here, what is attached apart; a page that a browser saved is a page."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from documents import SENTENCES, mail

from amanat.adapters.formats import Member, extract_bytes, unpack
from amanat.core import format_errors as errors

HEADERS = (
    "From: Marta Ilin <marta@example.org>\nTo: desk@example.org\nDate: Tue, 12 Mar 2019 10:00:00 +0600\n"
    "Subject: Two men from Tasbulak"
)


def attached(content: bytes) -> list[tuple[str, bytes]]:
    return [(each.untrusted_name, each.untrusted) for each in unpack(content, "mail.eml")]


def test_headers_and_words() -> None:
    found = extract_bytes(mail().as_bytes(), "mail.eml")
    assert found.text == f"{HEADERS}\n\n{SENTENCES}\n"
    assert (found.title, found.media_type, found.members) == ("Two men from Tasbulak", "message/rfc822", 0)
    assert found.hints.dates == ("Tue, 12 Mar 2019 10:00:00 +0600",)


def test_what_is_attached_comes_out_in_its_order_byte_for_byte() -> None:
    inner = mail(subject="Inner")
    message = mail(
        ("письмо.pdf", b"%PDF-1.7\r\n\x00\xff"), ("photo.jpg", b"\xff\xd8\xff"), ("empty.bin", b"")
    )
    message.add_attachment(inner)
    found = extract_bytes(message.as_bytes(), "mail.eml")
    assert found.members == 4
    assert attached(message.as_bytes()) == [
        ("письмо.pdf", b"%PDF-1.7\r\n\x00\xff"),
        ("photo.jpg", b"\xff\xd8\xff"),
        ("empty.bin", b""),
        ("Inner.eml", inner.as_bytes()),
    ]


def test_one_of_two_forms_of_the_words_is_read() -> None:
    both = mail(html=f"<html><body><p>{SENTENCES}</p><img src=x></body></html>").as_bytes()
    assert extract_bytes(both, "x").text.count("Two brothers") == 1
    stub = mail(text="?", html=f"<html><body><p>{SENTENCES}</p></body></html>").as_bytes()
    assert SENTENCES in extract_bytes(stub, "x").text
    only = mail(text="", html=f"<p>{SENTENCES}</p><div style='display:none'>planted</div>").as_bytes()
    assert extract_bytes(only, "x").text == f"{HEADERS}\n\n{SENTENCES}\n"


def test_words_and_names_in_other_letters_and_encodings() -> None:
    text = "Жители посёлка рассказали, что в марте двух братьев увезли в районный отдел."
    message = MIMEText(text, "plain", "koi8-r")
    message["Subject"] = "=?koi8-r?B?5NfPxSDC0sHU2MXX?="
    message["From"] = "x@example.org"
    assert (
        extract_bytes(message.as_bytes(), "x").text
        == f"From: x@example.org\nSubject: Двое братьев\n\n{text}\n"
    )


def test_a_mail_below_a_page_of_servers_headers() -> None:
    servers = b"".join(
        b"Received: from a%d.example.org\r\n\tby b.example.org; %s\r\n" % (n, b"x" * 60) for n in range(200)
    )
    assert extract_bytes(servers + mail().as_bytes(), "x").media_type == "message/rfc822"


def test_a_letter_with_typed_headers_is_a_text() -> None:
    text = f"From: Marta\nTo: the desk\nDate: 12 March 2019\n\n{SENTENCES}\n"
    assert extract_bytes(text.encode(), "x").media_type == "text/plain"


def test_a_saved_page_is_read_as_a_page() -> None:
    page = MIMEMultipart("related")
    page["From"], page["Subject"] = "<Saved by a browser>", "A night in March"
    page["Snapshot-Content-Location"] = "https://courier.example/march"
    root = MIMEText(
        f"<html><body><nav><a href=/>Home</a></nav><h1>A night in March</h1><p>{SENTENCES}</p></body></html>",
        "html",
    )
    page.attach(root)
    found = extract_bytes(page.as_bytes(), "page.mhtml")
    assert found.text == f"A night in March\n\n{SENTENCES}\n"
    assert (found.media_type, found.members) == ("multipart/related", 0)


def test_an_encrypted_mail_says_so() -> None:
    message = MIMEMultipart("encrypted")
    message["From"], message["Subject"] = "x@example.org", "For the desk"
    message.attach(MIMEText("Version: 1", "pgp-encrypted"))
    assert [each.code for each in extract_bytes(message.as_bytes(), "x").flags] == ["mail-encrypted"]


def nested(deep: int) -> bytes:
    held = (
        b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
    )
    for level in range(deep):
        sign = b"B%d" % level
        held = (
            b"From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="
            + sign
            + b"\r\n\r\n--"
            + sign
            + b"\r\nContent-Type: message/rfc822\r\n\r\n"
            + held
            + b"\r\n--"
            + sign
            + b"--\r\n"
        )
    return held


@pytest.mark.parametrize(
    ("deep", "error"), [(100, errors.NestedTooDeepError), (500, errors.TooManyMembersError)]
)
def test_mails_in_mails_end_somewhere(deep: int, error: type[errors.FormatError]) -> None:
    with pytest.raises(error):
        extract_bytes(nested(deep), "x")


def test_five_hundred_attachments_are_refused() -> None:
    with pytest.raises(errors.TooManyMembersError, match="500 parts"):
        extract_bytes(mail(*((f"{n}.txt", b"x") for n in range(500))).as_bytes(), "x")


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: =?utf-8?B?!!!?=",
        b"Date: never",
        b"From: =?x-none?Q?a?= <",
        b"Content-Type: text/plain; charset=nonsense",
        b"Content-Type: multipart/mixed",
        b"Content-Disposition: attachment; filename*=utf-8''%ff%",
        b"To: " + b"a" * 5000,
    ],
)
def test_malformed_headers_lose_no_words(header: bytes) -> None:
    content = (
        b"Message-ID: <1@example.org>\r\nFrom: a@example.org\r\n"
        + header
        + b"\r\n\r\nThey came at night.\r\n"
    )
    found = extract_bytes(content, "x")
    whole = found.text.encode() + b"".join(each.untrusted for each in unpack(content, "x"))
    assert b"They came at night." in whole


def test_large_attachments_come_out_whole() -> None:
    large = bytes(range(256)) * 200_000
    [member] = list(unpack(mail(("large.bin", large)).as_bytes(), "x"))
    assert member == Member(0, "large.bin", large)


def test_a_mail_without_anything_is_named() -> None:
    message = EmailMessage()
    message["Message-ID"] = "<1@example.org>"
    message["From"] = ""
    with pytest.raises(errors.NoTextError):
        extract_bytes(message.as_bytes(), "x")
