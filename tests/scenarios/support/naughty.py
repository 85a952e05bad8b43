"""Texts that have hurt somebody's program. Hundreds, most of them made by putting a few tricks into
each place where they could begin to mean something."""

TRICKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>", "<b>bold</b>", "<style>*{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>", "<form action=//evil.example><button>x</button></form>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example/>",
    "<!-- comment", "-->", "]]>", "<![CDATA[x]]>", "<?php x ?>", "&lt;script&gt;", "&amp;", "&#x3c;",
    "&unknown;", "{{words}}", "{{{style}}}", "{{> incident}}", "{0} {name} %s %n", "${x} #{x}",
    "[x](javascript:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
    "[x](https://example.test/?a=\"onmouseover=\"alert(1))", "![x](https://evil.example/pixel.png)",
    "<https://evil.example/><script>", "[x]: javascript:alert(1)", "https://example.test/<script>",
    "`code` **bold** ~~gone~~ # head", "| a | b |\n|---|---|\n| <i>1</i> | 2 |",
    "- [ ] task", "\u202eright to left\u202c", "\u200bzero\u200dwidth", "e\u0301\u0327\u0332",
    "🔥👨‍👩‍👧", "日本語", "Störung", "\u2028\u2029", "\ufeff", "\ufffe", "\x07\x1b[31m",
    "\r\nBcc: victim@example.test", "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "a,b;c:d\\e\\n\\N", "\"quoted\" 'single' `back`", "' OR 1=1 --", "'; DROP TABLE facts; --",
    "../../etc/passwd", "null", "undefined", "NaN", "1e309", "2026-11-22", "=cmd|' /C calc'!A0",
]

WRAPPINGS = [
    "{}", "before {} behind", "\"{}", "'{}", ">{}", "</title>{}", "</textarea></script>{}",
]


def texts():
    """Each once; none is only white space, which is refused everywhere."""
    made = [wrapping.replace("{}", trick) for trick in TRICKS for wrapping in WRAPPINGS]
    made += ["x" * 150, "ä" * 90, "🔥" * 45, "(" * 100 + ")" * 100, "[" * 60 + "](" * 30, "> " * 90,
             "*" * 199, "_" * 199, "`" * 199]
    return list(dict.fromkeys(made))
