// The contract of all dialects of webhooks, and what each chat wants besides.
#include "notify/webhooks/chat/chats.hpp"

#include "kernel/text.hpp"
#include "notify/samples.hpp"
#include "notify/webhooks/payload.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// A partner's, below a vendor called Tellfirst.
accounts::ResolvedBrand const lens{
    .id = BrandId{9}, .name = "Lens & Light", .host = {}, .url = "https://status.lens.test"};

std::vector<Dialect> dialects(bool (*wanted)(Dialect))
{
    std::vector<Dialect> all;
    for (auto const name : names_of<Dialect>())
        if (auto const dialect = parse_enum<Dialect>(name).value(); wanted(dialect))
            all.push_back(dialect);
    return all;
}

bool is_any(Dialect)
{
    return true;
}

bool is_chat(Dialect dialect)
{
    return dialect != Dialect::standard && dialect != Dialect::statuspage;
}

std::string said(Announcement const& words, Dialect dialect, Reader const& reader = {})
{
    return payload(
        {.dialect = dialect, .brand = lens, .said_at = support::test_start, .reader = reader},
        words);
}

std::string ping_of(Dialect dialect)
{
    return ping_payload(
        {.dialect = dialect, .brand = lens, .said_at = support::test_start}, WebhookId{7});
}

std::string text_at(std::string const& body, std::string_view pointer)
{
    return std::string{parse_json(body)->at_pointer(pointer).as_string()};
}

// Two services, each with a state of its own, and a fix at hand.
Announcement trouble()
{
    auto words = outage(1);
    words.service_names = {"Mail", "Uploads"};
    words.named = {
        {.name = "Mail", .state = "major", .known_by = {mail_service}, .service = mail_service},
        {.name = "Uploads",
         .state = "degraded",
         .known_by = {web_service},
         .failing_percent = 20,
         .service = web_service}};
    words.hidden = {{.name = "Heron", .state = "major", .known_by = {ServiceId{5}}}};
    words.data_safety = "safe";
    words.workaround = "Use the old form.";
    words.workaround_url = "https://status.lens.test/old?a=1&b=2";
    return words;
}

constexpr std::string_view shouting = "<!channel> <!here> <@U123> <at>all</at> @everyone "
                                      "@here,@channel (@all) @room <script>x</script>";

}  // namespace

TEST_CASE("payload: every dialect is JSON that says service, state and outlook, and nobody's name")
{
    for (auto const dialect : dialects(is_any)) {
        CAPTURE(name_of(dialect));
        auto const body = said(trouble(), dialect);
        CHECK(parse_json(body).has_value());
        CHECK(body.size() < most_payload_bytes);
        CHECK(body.contains("Mail"));
        CHECK(body.contains("Uploads"));
        CHECK(body.contains("We are looking for the cause."));
        CHECK(body.contains("https://status.lens.test/"));
        for (std::string_view const hidden : {"Heron", "Tellfirst", "tellfirst"})
            CHECK_FALSE(body.contains(hidden));
        CHECK(parse_json(ping_of(dialect)).has_value());
        CHECK_FALSE(ascii_lower(ping_of(dialect)).contains("tellfirst"));
    }
}

TEST_CASE(
    "payload: every chat reads the line that is sent as a text, and its facts, in its language")
{
    for (auto const dialect : dialects(is_chat)) {
        CAPTURE(name_of(dialect));
        auto const body = said(trouble(), dialect);
        CHECK(body.contains("down, looking for the cause"));
        CHECK(body.contains("next word by 11:00 UTC"));
        CHECK(body.contains("20 % of all tries fail"));
        CHECK(body.contains("Your data: safe."));
        CHECK(body.contains("What helps until then: Use the old form."));
        CHECK(body.contains("status.lens.test/portal/incidents/"));
        auto const german =
            said(trouble(), dialect, {.language = Language::de, .zone = "Europe/Berlin"});
        CHECK(german.contains("ausgefallen"));
        CHECK(german.contains("12:00 CET"));
        auto const ping = ping_of(dialect);
        CHECK(ping.contains("This is a test."));
        CHECK(ping.contains("Lens"));
    }
}

TEST_CASE("payload: nobody is called by what is said in a chat")
{
    auto words = trouble();
    words.title = words.text = shouting;
    words.workaround = shouting;
    words.service_names = {"@everyone"};
    words.named = std::nullopt;
    for (auto const dialect : dialects(is_chat)) {
        CAPTURE(name_of(dialect));
        auto const body = said(words, dialect);
        for (std::string_view const call :
             {"@everyone", "@here", "@channel", "@all", "@room", "@U123"})
            CHECK_FALSE(body.contains(call));
    }
    for (auto const dialect : {Dialect::slack, Dialect::mattermost}) {
        auto const body = said(words, dialect);
        CHECK_FALSE(body.contains("<!"));
        CHECK_FALSE(body.contains("<@"));
    }
    CHECK_FALSE(text_at(said(words, Dialect::matrix), "/html").contains("<script>"));
    CHECK(
        write_json(parse_json(said(words, Dialect::discord))->at_pointer("/allowed_mentions")) ==
        R"({"parse":[]})");
}

TEST_CASE("payload: no chat gets more than it takes, whatever is said")
{
    CHECK(rc::check([](std::string const& title, unsigned repeat) {
        auto words = trouble();
        words.title = repair_utf8(title);
        for (unsigned i = 0; i < 500 + repeat % 3000; ++i)
            words.text += "&<*\xf0\x9f\x94\xa5 ";
        words.workaround = words.text;
        for (auto const dialect : dialects(is_chat)) {
            auto const body = said(words, dialect);
            RC_ASSERT(parse_json(body).has_value());
            RC_ASSERT(body.size() <= most_payload_bytes);
        }
        auto const sections = parse_json(said(words, Dialect::slack))->at_pointer("/blocks");
        for (auto const& block : sections.as_array())
            RC_ASSERT(block.at_pointer("/text/text").as_string().size() <= 4 * 3000);
        RC_ASSERT(
            text_at(said(words, Dialect::discord), "/embeds/0/description").size() <= 4 * 4096);
        RC_ASSERT(text_at(said(words, Dialect::mattermost), "/text").size() <= 4 * 4000);
    }));
}

TEST_CASE("slack_body: an entity is never cut, and a link stays one")
{
    chat::Words words{.line = "a & b", .title = "<T>", .link = "https://x.test/?a=1&b=2"};
    words.link_text = "There";
    words.text = std::string(4000, '&');
    auto const body = write_json(chat::slack_body(words));
    CHECK(text_at(body, "/text") == "a &amp; b");
    CHECK(text_at(body, "/blocks/0/text/text") == "*a &amp; b*");
    CHECK(text_at(body, "/blocks/1/text/text") == "&lt;T&gt;");
    auto const cut = text_at(body, "/blocks/2/text/text");
    CHECK(cut.ends_with("&amp;\u2026"));
    CHECK(cut.size() <= 3000 + 2);
    CHECK(text_at(body, "/blocks/3/text/text") == "<https://x.test/?a=1&amp;b=2|There>");
}

TEST_CASE("teams_body: a card of one message, with a link to follow")
{
    chat::Words words{.line = "Mail: down", .title = "T", .text = "**so**"};
    words.link = "https://x.test/";
    words.link_text = "There";
    auto const body = write_json(chat::teams_body(words));
    CHECK(text_at(body, "/type") == "message");
    CHECK(text_at(body, "/attachments/0/contentType") == "application/vnd.microsoft.card.adaptive");
    CHECK(text_at(body, "/attachments/0/content/type") == "AdaptiveCard");
    CHECK(text_at(body, "/attachments/0/content/body/0/inlines/0/text") == "Mail: down");
    CHECK(text_at(body, "/attachments/0/content/actions/0/url") == "https://x.test/");
}

TEST_CASE("discord_body, mattermost_body: names are not taken for Markdown, texts are")
{
    chat::Words words{.line = "snake_case: *down*", .title = "[T](x)", .text = "so **it** is"};
    words.link = "https://x.test/";
    words.link_text = "There";
    auto const discord = write_json(chat::discord_body(words));
    CHECK(text_at(discord, "/content") == "snake\\_case: \\*down\\*");
    CHECK(text_at(discord, "/embeds/0/title") == "\\[T\\](x)");
    CHECK(text_at(discord, "/embeds/0/description") == "so **it** is");
    CHECK(
        text_at(write_json(chat::mattermost_body(words)), "/text") ==
        "**snake\\_case: \\*down\\***\n\n\\[T\\](x)\n\nso **it** is\n\n[There](https://x.test/)");
}

TEST_CASE("matrix_body: says it twice, plainly and as HTML")
{
    chat::Words words{.line = "a & b", .title = "T", .text = "so **it** is"};
    words.link = "https://x.test/?a=1&b=2";
    words.link_text = "There";
    auto const body = write_json(chat::matrix_body(words));
    CHECK(text_at(body, "/text") == "a & b\n\nT\n\nso **it** is\n\nThere: https://x.test/?a=1&b=2");
    auto const html = text_at(body, "/html");
    CHECK(html.starts_with("<p><strong>a &amp; b</strong></p><p>T</p>"));
    CHECK(html.contains("<strong>it</strong>"));
    CHECK(html.ends_with("<p><a href=\"https://x.test/?a=1&amp;b=2\">There</a></p>"));
}

TEST_CASE("calm: an @ within a word is an address and stays")
{
    CHECK(chat::calm("help@lens.test") == "help@lens.test");
    CHECK(chat::calm("@all, @here") == "@\u200ball, @\u200bhere");
    CHECK(chat::calm("x:@all @@all") == "x:@\u200ball @\u200b@\u200ball");
}

TEST_CASE("escaped: cuts at a character, and only where it must")
{
    CHECK(chat::escaped("abc", 3, chat::as_is) == "abc");
    CHECK(chat::escaped("abcd", 3, chat::as_is) == "ab\u2026");
    CHECK(chat::escaped("\u00e4\u00f6\u00fc", 3, chat::as_is) == "\u00e4\u00f6\u00fc");
    CHECK(chat::escaped("a*b", 3, chat::no_markdown) == "a\u2026");
    CHECK(chat::escaped("", 3, chat::as_is).empty());
}
