#include "notify/compose.hpp"

#include "kernel/text.hpp"
#include "notify/samples.hpp"
#include "notify/wording.hpp"
#include "support/results.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;
using support::test_start;

namespace {

Voice const voice{
    .secret = std::string(32, 's'),
    .brand = {
        .id = BrandId{1},
        .is_default = true,
        .name = "Exämple Hosting",
        .url = "https://help.example.test",
        .mail_from = address("support@help.example.test"),
        .mail_name = "Exämple Hosting",
        .mail_domain = "help.example.test"}};

Notice notice_of(Announcement const& words)
{
    return {
        .id = NoticeId{500},
        .kind = NoticeKind::announcement,
        .topic = words.topic,
        .lane = Lane::incident,
        .about = words.about.text(),
        .body = write_json(to_json(words)),
        .at = test_start,
        .due_at = test_start,
        .useful_until = test_start + 24h};
}

Listener listener(std::string name, Reader reader = {})
{
    return {
        .id = 42,
        .name = std::move(name),
        .address = address("ada@example.test"),
        .reader = std::move(reader),
        .account_name = "Ada & Söhne"};
}

std::string raw(Notice const& notice, Listener const& to, Voice const& speaker = voice)
{
    auto const compiled = compile_announcement(notice, speaker, to.reader);
    REQUIRE(compiled);
    return fill_announcement(*compiled, notice, speaker, to);
}

// What the mails of a partner are made of.
Voice const lens{
    .secret = voice.secret,
    .brand = {
        .id = BrandId{2},
        .name = "Lens & Light",
        .host = "status.lens.test",
        .url = "https://status.lens.test",
        .accent = "#7a1f3d",
        .accent_text = "#ffffff",
        .contact = {.text = "Weekdays 9 to 17", .email = address("help@lens.test")},
        .mail_from = address("care@help.lens.test"),
        .mail_name = "Lens Care",
        .mail_domain = "help.lens.test"}};

mime::Mail mail(Announcement const& words, Listener const& to = listener("Ada"))
{
    return mime::parse(raw(notice_of(words), to));
}

std::string first_line_of(mime::Mail const& mail)
{
    return mail.body_text.substr(0, mail.body_text.find('\n'));
}

}  // namespace

TEST_CASE("announcement: its first line says service, state and outlook")
{
    CHECK(
        first_line_of(mail(outage(1))) ==
        "Mail: down, looking for the cause; end not known yet, next word by 11:00 UTC.");
    CHECK(first_line_of(mail(resolved(2))) == "Mail: working again since 10:00 UTC.");
}

TEST_CASE("announcement: a German reader in Berlin reads German and his own clock")
{
    Reader const berlin{.language = words::Language::de, .zone = "Europe/Berlin"};
    auto const read = mail(outage(1), listener("Ada", berlin));
    CHECK(
        first_line_of(read) ==
        "Mail: ausgefallen, Ursache wird gesucht; Ende noch nicht absehbar, nächste Nachricht bis "
        "12:00 CET.");
    CHECK(read.body_text.contains("Guten Tag Ada,"));
    CHECK(read.body_text.contains("Beginn: Mi 4. März 2026, 10:50 CET (09:50 UTC)"));
    CHECK(read.body_html.contains("<html lang=\"de\" dir=\"ltr\">"));
}

TEST_CASE("announcement: who subscribed himself is not told that he uses something")
{
    auto to = listener("ada@example.test");
    to.account_name.clear();
    auto const read = mail(outage(1), to);
    CHECK(read.header("to") == "ada@example.test");
    CHECK(read.body_text.contains("Hello,\n"));
    CHECK(read.body_text.contains("because you asked us to tell you."));
    CHECK_FALSE(read.body_text.contains("uses"));
}

TEST_CASE("announcement: plain text is complete by itself")
{
    auto const text = mail(outage(1)).body_text;
    for (auto const part :
         {"Hello Ada,", "Mail is down", "We are looking for the cause.", "Services: Mail",
          "Next word: Wed 4 Mar 2026, 11:00 UTC", "Started: Wed 4 Mar 2026, 09:50 UTC",
          "https://help.example.test/", "Ada & Söhne uses these services"})
        CHECK_MESSAGE(text.contains(part), part);
}

TEST_CASE("announcement: the headers that machines read")
{
    auto const read = mail(resolved(2));
    CHECK(read.subject == "[resolved] Mail is down");
    REQUIRE(read.from.size() == 1);
    CHECK(read.from.front().name == "Exämple Hosting");
    CHECK(read.header("reply-to") == "support@help.example.test");
    CHECK(read.header("list-id") == "<recovery.aaaaaaaaaaab.help.example.test>");
    CHECK(read.header("list-unsubscribe-post") == "List-Unsubscribe=One-Click");
    CHECK(read.header("auto-submitted") == "auto-generated");
    CHECK(read.header("x-auto-response-suppress") == "All");
    CHECK(read.header("x-tellfirst-service") == "Mail");
    CHECK(read.header("x-tellfirst-state") == "resolved");
    CHECK(read.header("x-tellfirst-starts") == "2026-03-04T09:50:00Z");
    CHECK(read.header("x-tellfirst-ends") == "2026-03-04T10:00:00Z");
    CHECK(read.header("x-tellfirst-incident") == incident.text());
    CHECK(read.date == test_start);
    CHECK(read.header("precedence").empty());
}

TEST_CASE("announcement: news is its title and its text, and says nothing of services or a thread")
{
    Announcement const words{
        .about = NoticeId{500},
        .update = UpdateId{1},
        .topic = Topic::news,
        .tag = "news",
        .title = "Faster galleries",
        .state = "news",
        .text = "They open **at once**.",
        .started_at = test_start};
    auto const read = mail(words);
    CHECK(read.subject == "[news] Faster galleries");
    CHECK(read.body_text.starts_with(
        "Faster galleries\n\nHello Ada,\n\nThey open **at once**.\n\n-- \n"));
    CHECK(read.body_html.contains("<strong>at once</strong>"));
    CHECK_FALSE(read.body_html.contains("As it stands now"));
    CHECK(read.header("precedence") == "bulk");
    CHECK(read.header("list-id") == "<news.aaaaaaaaaaab.help.example.test>");
    CHECK(read.header("list-unsubscribe").contains("/u/"));
    CHECK(read.header("x-tellfirst-news") == NoticeId{500}.text());
    CHECK(read.header("x-tellfirst-state").empty());
    CHECK(read.references.empty());

    auto longer = words;
    longer.title = std::string(150, 'a');
    CHECK(mail(longer).body_text.contains("\n\n" + longer.title + "\n\n"));
}

TEST_CASE("announcement: updates of one incident are one thread, with Message-IDs of ours")
{
    auto const first = mail(outage(1));
    auto const last = mail(resolved(2));
    CHECK(first.references == last.references);
    REQUIRE(first.references.size() == 1);
    CHECK(
        seal::read_message_id(voice.secret, first.message_id) == seal::Delivery{NoticeId{500}, 42});
}

TEST_CASE("announcement: a window is announced with its start and its end, in blue")
{
    auto const read = mail(work_planned(1));
    CHECK(read.subject == "[planned] New disks");
    CHECK(first_line_of(read) == "Mail: maintenance planned; 5 Mar 10:00 UTC to 12:00 UTC.");
    CHECK(read.body_text.contains("Starts: Thu 5 Mar 2026, 10:00 UTC\n"));
    CHECK(read.body_text.contains("Ends: Thu 5 Mar 2026, 12:00 UTC\n"));
    CHECK_FALSE(read.body_text.contains("Outlook"));
    CHECK(read.body_html.contains("#3b6fd4"));
    CHECK(read.header("x-tellfirst-window") == window.text());
    CHECK(read.header("x-tellfirst-incident").empty());
    CHECK(read.header("x-tellfirst-ends") == "2026-03-05T12:00:00Z");
    CHECK(read.references == mail(work_cancelled(2)).references);
    CHECK(read.references != mail(outage(1)).references);
}

TEST_CASE("announcement: a window that was moved says from when")
{
    auto words = work_planned(2);
    CHECK_FALSE(mail(words).body_text.contains("Before: "));
    words.state = words.tag = "moved";
    words.was_from = test_start + 12h;
    words.was_to = test_start + 14h;
    auto const read = mail(words);
    auto const line = "Before: Wed 4 Mar 2026, 22:00 UTC to Thu 5 Mar 2026, 00:00 UTC";
    CHECK(read.body_text.contains(line));
    CHECK(read.body_html.contains(line));
}

TEST_CASE("announcement: its unsubscribe link works and stands in header, text and HTML")
{
    auto const read = mail(outage(1));
    auto const token = seal::unsubscribe_token(voice.secret, {ContactId{42}, Topic::unplanned});
    auto const link = "https://help.example.test/u/" + token;
    CHECK(
        read.header("list-unsubscribe") ==
        "<" + link + ">, <mailto:unsubscribe+" + token + "@help.example.test>");
    CHECK(read.body_text.contains(link));
    CHECK(read.body_html.contains("href=\"" + link + "\""));
}

TEST_CASE("announcement: the page where its reader chooses what he hears stands in text and HTML")
{
    auto const read = mail(outage(1));
    auto const link = "https://help.example.test" + accounts::own_path(voice.secret, ContactId{42});
    CHECK(read.body_text.contains("Choose what you hear, how and when: " + link));
    CHECK(read.body_html.contains("href=\"" + link + "\""));
}

TEST_CASE("announcement: words that never left are said along")
{
    auto notice = notice_of(resolved(2));
    notice.earlier = {{UpdateId{1}, test_start - 5min, "We are looking."}};
    auto const read = mime::parse(raw(notice, listener("Ada")));
    CHECK(read.body_text.contains("Before, Wed 4 Mar 2026, 09:55 UTC:\nWe are looking.\n"));
    CHECK(read.body_html.contains("We are looking."));
}

TEST_CASE("announcement: HTML fetches nothing, knows the dark and is under 100 kB")
{
    auto const html = mail(outage(1)).body_html;
    CHECK_FALSE(html.contains("<img"));
    CHECK_FALSE(html.contains("url("));
    CHECK_FALSE(html.contains(" src="));
    CHECK(html.contains("<meta name=\"color-scheme\" content=\"light dark\">"));
    CHECK(html.size() < 100'000);
}

TEST_CASE("announcement: whatever a title, a name or a text holds, the mail stays whole")
{
    std::vector<std::string> const naughty{
        "",
        "{{hello}} {{{{ }} {x} {0}",
        "<script>alert(1)</script> & \"quotes\"",
        "line\r\nBcc: victim@example.test\r\n\r\nbody",
        std::string(5000, 'x'),
        "Störung 🔥 im Rechenzentrum – größer als gedacht, 日本語",
        "\u202Eright to left",
        ".",
        "=?utf-8?q?encoded?="};
    auto const plain_headers = mail(outage(1)).headers.size();
    for (auto const& text : naughty) {
        auto words = outage(1);
        words.title = text;
        words.text = text;
        words.service_names = {text, text, "Mail"};
        auto const read = mail(words, listener(text));
        CAPTURE(text);
        CHECK(read.headers.size() == plain_headers);
        CHECK(count_characters(first_line_of(read)) <= longest_first_line);
        CHECK_FALSE(read.body_html.contains("<script"));
        CHECK(read.to.size() == 1);
        CHECK(read.header("bcc").empty());
    }
    auto words = outage(1);
    words.text = naughty[1];
    CHECK(mail(words).body_text.contains(naughty[1]));
}

TEST_CASE("first_line: it fits, however long services and outlook are, in both languages")
{
    for (auto const language : {words::Language::en, words::Language::de}) {
        for (std::size_t length : {1U, 30U, 139U, 140U, 400U}) {
            auto words = outage(1);
            words.service_state = "degraded";
            words.state = "monitoring";
            words.service_names = {std::string(length, 'm'), "Web", "Backups"};
            words.when = {.eta_at = test_start + 50h, .eta_from = test_start + 30h};
            auto const line = first_line(
                words, test_start,
                {.language = language, .zone = "America/Argentina/Buenos_Aires"});
            CHECK(count_characters(line) <= longest_first_line);
            CHECK(line.starts_with("m"));
            CHECK(line.ends_with("."));
        }
    }
}

TEST_CASE("announcement: whether data is safe stands above all, or below where nobody knows (R-20)")
{
    auto words = outage(1);
    CHECK_FALSE(mail(words).body_text.contains("Your data"));
    words.data_safety = "not_yet_known";
    CHECK(mail(words).body_text.contains("\nYour data: not yet known whether it is safe\n"));
    words.data_safety = "safe";
    auto const read = mail(words);
    auto const first = first_line_of(read);
    CHECK(read.body_text.substr(first.size()).starts_with("\n\nYour data: safe.\n"));
    CHECK(read.body_html.contains("Your data: safe."));
}

TEST_CASE("announcement: what helps until then is said with its link (R-21)")
{
    auto words = outage(1);
    words.workaround = "Use <the> mirror.";
    words.workaround_url = "https://mirror.example.test/?a=1&b=2";
    auto const read = mail(words);
    CHECK(read.body_text.contains(
        "What helps until then: Use <the> mirror.\nhttps://mirror.example.test/?a=1&b=2\n"));
    CHECK(read.body_html.contains("Use &lt;the&gt; mirror."));
    CHECK(read.body_html.contains(
        "<a href=\"https://mirror.example.test/?a=1&amp;b=2\">https://mirror.example.test/"));
    words.workaround_url = "javascript:alert(1)";
    CHECK_FALSE(mail(words).body_html.contains("href=\"javascript:"));
}

TEST_CASE("announcement: where services differ, each is said with what is known of it")
{
    auto words = outage(1);
    words.service_names = {"Mail", "Web"};
    words.named = {
        {.name = "Mail", .state = "degraded", .failing_percent = 20, .symptom = "Some mails wait."},
        {.name = "Web", .state = "major"}};
    CHECK(mail(words).body_text.contains(
        "Services: Mail (slow or partly failing; 20 % of all tries fail; Some mails wait.), Web "
        "(down)\n"));
    words.named->front() = {.name = "Mail", .state = "major"};
    CHECK(mail(words).body_text.contains("Services: Mail, Web\n"));
}

TEST_CASE("announcement: it leads to its own page, or behind the sign-in where it is not for all")
{
    auto words = outage(1);
    auto const page = "incidents/" + id_letters(incident.value());
    CHECK(mail(words).body_text.contains(
        "As it stands now: https://help.example.test/portal/" + page + "\n"));
    words.has_page = true;
    CHECK(mail(words).body_text.contains(
        "As it stands now: https://help.example.test/" + page + "\n"));
    CHECK(mail(words, listener("Ada", {.language = words::Language::de}))
              .body_html.contains("href=\"https://help.example.test/de/" + page + "\""));
}

TEST_CASE("announcement: its Markdown is markup in HTML, and nothing else")
{
    auto words = outage(1);
    words.text = "We **see** it.\n\n<script>x</script> [no](javascript:x) {{hello}}";
    auto const read = mail(words);
    CHECK(read.body_html.contains("We <strong>see</strong> it."));
    CHECK_FALSE(read.body_html.contains("<script>"));
    CHECK_FALSE(read.body_html.contains("href=\"javascript:"));
    CHECK(read.body_html.contains("{{hello}}"));
    CHECK(read.body_text.contains("We **see** it."));
}

TEST_CASE("announcement: of what was merged it says as what it goes on")
{
    auto words = outage(1);
    words.state = "merged";
    words.part_of = "A disk is full";
    auto const read = mail(words);
    CHECK(first_line_of(read).contains(", part of a larger trouble"));
    CHECK(read.body_text.contains("From now on you hear of it as: A disk is full\n"));
}

TEST_CASE("announcement: it says why this reader is told")
{
    auto const why = [](Why reason) {
        auto to = listener("Ada");
        to.why = reason;
        return mail(outage(1), to).body_text;
    };
    CHECK(why(Why::uses).contains("because Ada & Söhne uses these services."));
    CHECK(why(Why::own).contains("because this concerns Ada & Söhne."));
    CHECK(why(Why::unknown).contains("do not know yet which services Ada & Söhne uses."));
}

TEST_CASE("announcement: a repeat says that it is one (R-22)")
{
    auto words = outage(1);
    words.repeats = 0;
    CHECK_FALSE(mail(words).body_text.contains("Not the first time"));
    words.repeats = 1;
    CHECK(mail(words).body_text.contains("Not the first time: once before within"));
    words.repeats = 3;
    CHECK(mail(words).body_text.contains("Not the first time: 3 times before within"));
}

TEST_CASE("announcement: a review says in its first line that it is one, and how it is now below")
{
    auto words = resolved(3);
    words.tag = words.state = "review";
    auto const read = mail(words);
    CHECK(
        first_line_of(read) ==
        "Mail: what happened, and what we change; working again since 10:00 UTC.");
    CHECK(read.body_text.contains("State: working again\n"));
}

TEST_CASE("announcement: a partner's mail has his name, addresses, help and colour (R-96)")
{
    auto const read = mime::parse(raw(notice_of(outage(1)), listener("Ada"), lens));
    CHECK(read.from.front().name == "Lens Care");
    CHECK(read.from.front().email == "care@help.lens.test");
    CHECK(read.header("reply-to") == "care@help.lens.test");
    CHECK(read.header("list-id") == "<unplanned.aaaaaaaaaaac.help.lens.test>");
    CHECK(read.header("list-unsubscribe").contains("<https://status.lens.test/u/"));
    CHECK(read.header("list-unsubscribe").contains("@help.lens.test>"));
    CHECK(read.header("x-lenslight-state") == "investigating");
    CHECK(read.message_id.ends_with("@help.lens.test"));
    CHECK(read.body_text.contains("Lens & Light\nHelp: Weekdays 9 to 17 · help@lens.test\n"
                                  "Status page: https://status.lens.test/\n"));
    CHECK(read.body_html.contains("background:#7a1f3d;color:#ffffff\">Lens &amp; Light</td>"));
    CHECK(read.body_html.contains("Help: Weekdays 9 to 17 · help@lens.test<br>"));
}

TEST_CASE("announcement: a partner's mail has nothing of the vendor's, down to its bytes (R-94)")
{
    for (auto const& words : {outage(1), resolved(2), work_planned(3)}) {
        auto const bytes = ascii_lower(raw(notice_of(words), listener("Ada"), lens));
        for (auto const* of_vendor : {"help.example.test", "hosting", "tellfirst"})
            CHECK_MESSAGE(!bytes.contains(of_vendor), of_vendor);
    }
}

TEST_CASE("announcement: a brand whose name has no letters for a header is served, too")
{
    auto quiet = lens;
    quiet.brand.name = "光 1";
    auto const read = mime::parse(raw(notice_of(outage(1)), listener("Ada"), quiet));
    CHECK(read.header("x-status-state") == "investigating");
}
