"""Web captures (WARC, WACZ): the page that was captured, from where and when, and whether its digests agree."""
