"""Is a page, feed or calendar nothing but what we meant it to be, whatever stands in it?"""

import base64
import hashlib
import html.parser
import re
import urllib.parse
import xml.etree.ElementTree as ElementTree

ELEMENTS = set("""
html head meta title link style body svg symbol path circle rect g use defs line polyline text desc
script noscript a div span header nav main section article footer aside h1 h2 h3 h4 h5 h6 p ul ol li
dl dt dd small b strong em i del code pre blockquote br hr time table thead tbody tr th td caption
form input button label fieldset legend select option details summary s img abbr bdi
""".split())
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "background")
# Elements that hold others' words must not carry a style: it could cover the page.
MAY_HAVE_STYLE = {"svg", "rect", "g", "path"}


class Page(html.parser.HTMLParser):
    """Reads a page as a browser does, and notes everything that should not be there."""

    def __init__(self, text, policy):
        super().__init__(convert_charrefs=True)
        self.faults, self.links, self.said = [], [], []
        self.policy = policy
        self._raw = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            self._attribute(tag, name, value or "")
        self._raw = tag if tag in ("script", "style") else None

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self._raw = None

    def handle_data(self, data):
        if self._raw == "script":
            digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
            if f"'sha256-{digest}'" not in self.policy:
                self.faults.append(f"a script that the policy does not name: {data[:60]!r}")
        elif self._raw is None:
            self.said.append(data)

    def handle_comment(self, data):
        self.faults.append(f"a comment: {data[:60]!r}")

    def _attribute(self, tag, name, value):
        if name.startswith("on") or (name == "style" and tag not in MAY_HAVE_STYLE):
            self.faults.append(f"<{tag} {name}={value[:60]!r}>")
        if name in ADDRESSES:
            scheme = urllib.parse.urlsplit(value.strip()).scheme.lower()
            if scheme not in ("", "http", "https", "mailto", "webcal", "tel"):
                self.faults.append(f"<{tag} {name}={value[:60]!r}>")
            if tag not in ("a", "link", "form") and not value.startswith(("#", "/")):
                self.faults.append(f"<{tag} {name}={value[:60]!r}> loads something")
            if tag == "a":
                self.links.append(value)

    def text(self):
        return plain("".join(self.said))


def plain(text):
    """What a person sees of it: runs of white space are one, and characters that cannot be seen, or
    that a format has no place for, make no difference."""
    seen = re.sub(r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff\ufeff]", "", text)
    return " ".join(seen.split())


def entries(feed):
    """The titles of a feed, which must be XML that holds no element of anybody else."""
    root = ElementTree.fromstring(feed)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    known = {"feed", "rss", "channel", "entry", "item", "id", "guid", "title", "link", "updated",
             "published", "pubDate", "lastBuildDate", "author", "name", "content", "description",
             "summary", "generator", "category", "language", "ttl", "docs", "self", "logo", "icon",
             "rights", "subtitle", "image", "url", "uri", "encoded"}
    assert names <= known, names - known
    return [plain(found.findtext("{*}title", ""))
            for found in [*root.iter("{http://www.w3.org/2005/Atom}entry"), *root.iter("item")]]


def summaries(calendar):
    """SUMMARY of each event; fails where a text has opened one of its own."""
    assert not re.search(r"(?<!\r)\n", calendar), "a line does not end in CR LF"
    for line in calendar.split("\r\n"):
        assert len(line.encode()) <= 75, f"a line of {len(line.encode())} octets"
    lines = calendar.replace("\r\n ", "").split("\r\n")
    found, depth = [], []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            depth.append(value)
        elif name == "END":
            assert depth.pop() == value, line
        elif name == "SUMMARY":
            assert depth == ["VCALENDAR", "VEVENT"], depth
            found.append(plain(re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)))
        else:
            assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^:]*)?", name) or not line, line
    return found
