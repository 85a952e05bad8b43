#include "notify/compose.hpp"
#include "notify/samples.hpp"
#include "support/results.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Voice const voice{
    .secret = std::string(32, 's'),
    .brand = {
        .id = BrandId{1},
        .is_default = true,
        .name = "Example",
        .url = "https://help.example.test",
        .mail_from = address("support@help.example.test"),
        .mail_name = "Example",
        .mail_domain = "help.example.test"}};

Letter const letter{
    .to = ContactId{42},
    .from = address("help@help.example.test"),
    .from_name = "Ann at Example",
    .reply_to = address("help+tkt_1@help.example.test"),
    .subject = "Re: my mail [#17]",
    .text = "Dear Ada,\n\nit works again.\nPlease try {{it}}.\n\nAnn",
    .message_id = "abc@help.example.test",
    .in_reply_to = "x@example.test",
    .references = {"w@example.test", "x@example.test"}};

template <class Body>
mime::Mail composed(Body const& body, NoticeKind kind)
{
    Notice const notice{
        .id = NoticeId{500},
        .kind = kind,
        .body = write_json(to_json(body)),
        .at = support::test_start};
    auto const raw = compose_letter(
        notice, voice, {.id = 42, .name = "Ada", .address = address("ada@example.test")});
    REQUIRE(raw);
    return mime::parse(*raw);
}

}  // namespace

TEST_CASE("letter: it keeps its own words, names and place in the thread")
{
    auto const read = composed(letter, NoticeKind::letter);
    CHECK(read.subject == letter.subject);
    CHECK(read.from.front().name == "Ann at Example");
    CHECK(read.header("reply-to") == "help+tkt_1@help.example.test");
    CHECK(read.message_id == "abc@help.example.test");
    CHECK(read.in_reply_to == std::vector<std::string>{"x@example.test"});
    CHECK(read.references == letter.references);
    CHECK(read.body_text.starts_with(letter.text));
    CHECK(read.body_html.contains("it works again.<br>\nPlease try {{it}}."));
}

TEST_CASE("letter: of a person it carries no mark of a machine")
{
    auto const read = composed(letter, NoticeKind::letter);
    CHECK(read.header("auto-submitted").empty());
    CHECK(read.header("list-unsubscribe").empty());
}

TEST_CASE("letter: an acknowledgement says that a machine answered")
{
    auto automatic = letter;
    automatic.automatic = true;
    auto const read = composed(automatic, NoticeKind::letter);
    CHECK(read.header("auto-submitted") == "auto-replied");
    CHECK(read.header("x-auto-response-suppress") == "All");
}

TEST_CASE("letter: what a machine writes and nobody wrote to is no answer (RFC 3834)")
{
    auto link = letter;
    link.automatic = true;
    link.in_reply_to.clear();
    CHECK(composed(link, NoticeKind::letter).header("auto-submitted") == "auto-generated");
}

TEST_CASE("digest: it is filtered as what it gathers is")
{
    auto const read = composed(Page{.subject = "[digest] Disks", .text = "x"}, NoticeKind::digest);
    CHECK(read.header("list-id") == "<planned.aaaaaaaaaaab.help.example.test>");
    CHECK(read.header("list-unsubscribe").contains("https://help.example.test/u/"));
}

TEST_CASE("letter: without a Message-ID of its own it gets a sealed one")
{
    auto plain = letter;
    plain.message_id.clear();
    plain.references.clear();
    plain.in_reply_to.clear();
    auto const read = composed(plain, NoticeKind::letter);
    CHECK(
        seal::read_message_id(voice.secret, read.message_id) == seal::Delivery{NoticeId{500}, 42});
    CHECK(read.references.empty());
}

TEST_CASE("letter: of a very long thread it names the newest mails")
{
    auto old = letter;
    old.references.clear();
    for (int i = 0; i < 100; ++i)
        old.references.push_back(fmt::format("{}@example.test", i));
    auto const read = composed(old, NoticeKind::letter);
    CHECK(read.references.size() == 20);
    CHECK(read.references.back() == "99@example.test");
}

TEST_CASE("page: it comes from the house and is marked as made by a machine")
{
    auto const read = composed(
        Page{.subject = "Word due", .text = "Say something.", .about = "inc_1", .key = "k"},
        NoticeKind::page);
    CHECK(read.subject == "Word due");
    CHECK(read.header("auto-submitted") == "auto-generated");
    CHECK(read.from.front().email == "support@help.example.test");
}
