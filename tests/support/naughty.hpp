#pragma once
// Texts that have hurt somebody's program: each must come out of every page, feed and calendar as
// the text that it was, or inert.
#include <string>
#include <vector>

namespace tellfirst::support {

[[nodiscard]] inline std::vector<std::string> naughty_texts()
{
    return {
        "",
        " ",
        "<script>alert(1)</script>",
        "</title></item></entry></svg><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "]]><x/>",
        "<![CDATA[ x ]]>",
        "<!-- -->",
        "<!DOCTYPE x [<!ENTITY e \"e\">]>&e;",
        "&amp;lt;script&amp;gt; &#x41; &unknown;",
        "{{words}} {{{style}}} {} {0} %s %n ${x} #{x}",
        "[link](javascript:alert(1)) ![x](http://example.test/x.png)",
        "line\nfeed",
        "carriage\rreturn",
        "both\r\nBcc: victim@example.test\r\n\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
        "comma, semicolon; colon: backslash\\ \\n \\N \\, quote\" ^n",
        "tab\tbell\x07 escape\x1b[31m delete\x7f",
        "next line\xc2\x85 separators\xe2\x80\xa8\xe2\x80\xa9 end",
        "no characters \xef\xbf\xbe\xef\xbf\xbf at all",
        "\xef\xbb\xbf byte order mark",
        "\xe2\x80\xaeright to left\xe2\x80\xac",
        "zero\xe2\x80\x8bwidth\xe2\x80\x8djoiner",
        "Zalgo \x68\xcc\xb6\xcd\x91\x65\xcc\xb5\xcd\x92",
        "St\xc3\xb6rung \xf0\x9f\x94\xa5 im Rechenzentrum \xe2\x80\x93 "
        "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e",
        "family \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
        "2026-11-22",
        "1e309",
        "null",
        "undefined",
        "../../etc/passwd",
        "'; DROP TABLE status_incidents; --",
        "=cmd|' /C calc'!A0",
        std::string(3000, 'x'),
        "\xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 \xc3\xa4 "
        "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
        "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"};
}

}  // namespace tellfirst::support
