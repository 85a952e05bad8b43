#include "wire/mime/html_text.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

TEST_CASE("html_to_text: blocks become lines and white space is one space")
{
    CHECK(
        html_to_text("<h1>A</h1><p>b\n  c<br>d</p><div>e</div><ul><li>f<li>g</ul>") ==
        "A\n\nb c\nd\n\ne\n\n- f\n- g\n");
    CHECK(html_to_text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>") == "a b\nc\n");
    CHECK(html_to_text("<pre>a\n  b</pre>") == "a\n  b\n");
}

TEST_CASE("html_to_text: nothing of scripts, styles and comments is shown")
{
    CHECK(
        html_to_text("<head><title>t</title><style>p{}</style></head><!-- c --><script>s</script>"
                     "<p>x") == "x\n");
}

TEST_CASE("html_to_text: a link shows where it leads")
{
    CHECK(
        html_to_text("<a class=x href=\"https://a.test/?b=1&amp;c\">here</a>") ==
        "here <https://a.test/?b=1&c>\n");
    CHECK(html_to_text("<a href='https://a.test'>https://a.test</a>") == "https://a.test\n");
    CHECK(html_to_text("<a href=\"javascript:x\">here</a>") == "here\n");
}

TEST_CASE("html_to_text: quotations are marked as in plain mail")
{
    CHECK(
        html_to_text("new<blockquote>old<blockquote>older</blockquote></blockquote>") ==
        "new\n> old\n> > older\n");
}

TEST_CASE("html_to_text: broken markup is still text")
{
    CHECK(html_to_text("a < b && c") == "a < b && c\n");
    CHECK(html_to_text("<p title=\"a>b\">x</p") == "x\n");
    CHECK(html_to_text("<") == "<\n");
    CHECK(html_to_text("") == "");
}

TEST_CASE("decode_entities: knows names and numbers, leaves the rest")
{
    CHECK(
        decode_entities("&uuml;&#8364;&#x20AC;&amp;lt;&nbsp;&nope;&;&#xD800;") ==
        "ü€€&lt; &nope;&;\xef\xbf\xbd");
}

}  // namespace
}  // namespace tellfirst::mime
