#include "notify/digest/compose_digest.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Voice voice()
{
    Voice voice{.secret = std::string(32, 's'), .brand = {}};
    voice.brand.name = "Lens & Light";
    voice.brand.url = "https://status.lens.test";
    voice.brand.mail_domain = "lens.test";
    voice.brand.contact.text = "Weekdays 9 to 17";
    return voice;
}

Listener const bert{
    .id = 42,
    .name = "Bert",
    .address = address("bert@example.test"),
    .reader = {.language = words::Language::de, .zone = "Europe/Berlin"}};

}  // namespace

TEST_CASE("digest_page: one announcement gives it its subject")
{
    auto const page = digest_page(
        {{.at = support::test_start, .words = work_planned(1)}}, voice(), bert, "08:00");
    CHECK(page.subject == "[digest] New disks");
}

TEST_CASE("digest_page: a German reader in Berlin reads German and his own clock")
{
    auto const said = Gathered{.at = support::test_start, .words = work_planned(1)};
    auto const page = digest_page({said, said}, voice(), bert, "08:00");
    CHECK(page.subject == "[digest] 2 Meldungen");
    for (auto const* part :
         {"Guten Tag Bert,", "Mail: Wartung geplant;", "Beginnt: Do 5. März 2026, 11:00 CET",
          "Endet: Do 5. März 2026, 13:00 CET", "https://status.lens.test/portal/windows/",
          "einmal am Tag, um 08:00", "Lens & Light", "Weekdays 9 to 17",
          "https://status.lens.test/u/"})
        CHECK_MESSAGE(page.text.contains(part), part);
}

TEST_CASE("digest_page: its first line says whom it concerns and when, and fits a text message")
{
    auto const first_line_of = [](Page const& page) {
        return page.text.substr(0, page.text.find('\n'));
    };
    auto const said = Gathered{.at = support::test_start, .words = work_planned(1)};
    CHECK(
        first_line_of(digest_page({said}, voice(), bert, "08:00")) ==
        "Mail: Wartung geplant; 5. März 11:00 CET bis 13:00 CET.");
    auto other = said;
    other.words.service_names = {"Mail", std::string(300, 'x')};
    other.words.started_at -= 1h;
    auto const line = first_line_of(digest_page({said, other}, voice(), bert, "08:00"));
    CHECK(line == "Mail und 1 weitere: 2 Meldungen; die erste gilt für 5. März 10:00 CET.");
}

TEST_CASE("digest_page: it says what was said, from when work was moved, and where to choose")
{
    auto words = work_planned(1);
    words.state = "moved";
    words.was_from = words.started_at - 24h;
    words.was_to = *words.ended_at - 24h;
    auto const page =
        digest_page({{.at = support::test_start, .words = words}}, voice(), bert, "08:00");
    for (auto const* part :
         {"Mail waits meanwhile.", "Zuvor: Mi 4. März 2026, 11:00 CET",
          "Statusseite: https://status.lens.test/\n", "https://status.lens.test/p/"})
        CHECK_MESSAGE(page.text.contains(part), part);
}

TEST_CASE("digest_page: whatever a title holds, it stays one line of the mail")
{
    auto words = work_planned(1);
    words.title = "New\r\nBcc: eve@example.test\ndisks";
    auto const page =
        digest_page({{.at = support::test_start, .words = words}}, voice(), bert, "08:00");
    CHECK_FALSE(page.subject.contains('\n'));
    CHECK_FALSE(page.text.contains("\nBcc:"));
}
