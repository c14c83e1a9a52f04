"""What stands in a page and is none of it: boxes that ask for consent, a subscription, money or a share."""

from __future__ import annotations

import re

from lxml import html

_NAMED = re.compile(
    r"(?:^|[-_ ])(?:cookies?|consent|gdpr|newsletter|subscribe|subscription|signup|sign-up|paywall|advert|advertisement"
    r"|ads?|banner-ad|promo|share|sharing|social|sharebar|breadcrumbs?|skip-link|donate|donation)(?:[-_ ]|$)",
    re.I,
)
_LONGEST = 600
_LARGEST_SHARE = 0.25
"""A box that holds more of the page's words than this is what the page is about, whatever it is called."""


def drop_boxes(tree: html.HtmlElement) -> None:
    """Removes them, each with what is in it; never one with a main heading."""
    whole = len("".join(tree.text_content().split())) or 1
    for element in list(tree.iter("div", "aside", "section", "form", "ul", "p")):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        holder = element.getparent()
        if holder is None or not _NAMED.search(named):
            continue
        letters = len("".join(element.text_content().split()))
        if letters <= _LONGEST and letters < _LARGEST_SHARE * whole and element.find(".//h1") is None:
            _remove(element, holder)


def _remove(element: html.HtmlElement, holder: html.HtmlElement) -> None:
    """What is written behind it stays."""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        holder.text = (holder.text or "") + (element.tail or "")
    holder.remove(element)
