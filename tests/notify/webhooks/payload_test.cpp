#include "notify/webhooks/payload.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

accounts::ResolvedBrand const brand{
    .id = BrandId{9}, .name = "Lens", .host = {}, .url = "https://status.lens.test"};

Json made(Announcement const& words, Dialect dialect = Dialect::standard)
{
    return *parse_json(payload(
        {.dialect = dialect, .brand = brand, .said_at = support::test_start + 1500ms}, words));
}

std::string text_at(Json const& json, std::string_view pointer)
{
    return write_json(json.at_pointer(pointer));
}

}  // namespace

TEST_CASE("payload: the standard one has type, timestamp and data")
{
    auto const json = made(outage(1));
    CHECK(json.as_object().size() == 3);
    CHECK(text_at(json, "/type") == R"("incident.investigating")");
    CHECK(text_at(json, "/timestamp") == R"("2026-03-04T10:00:01.500000Z")");
    CHECK(text_at(json, "/data/id") == '"' + incident.text() + '"');
    CHECK(text_at(json, "/data/services") == R"(["Mail"])");
    CHECK(text_at(json, "/data/service_state") == R"("major")");
    CHECK(text_at(json, "/data/text") == R"("We are looking for the cause.")");
    CHECK(text_at(json, "/data/when/next_word_at") == R"("2026-03-04T11:00:00Z")");
    CHECK(text_at(json, "/data/url") == R"("https://status.lens.test/")");
}

TEST_CASE("payload: what is hidden from a reader is not in it")
{
    auto words = outage(1);
    words.hidden = {{.name = "Heron", .state = "major", .known_by = {ServiceId{5}}}};
    for (auto const dialect : {Dialect::standard, Dialect::statuspage})
        CHECK_FALSE(write_json(made(words, dialect)).contains("Heron"));
}

TEST_CASE("payload: Statuspage's has no type, but an incident with this one update")
{
    auto const json = made(outage(1), Dialect::statuspage);
    CHECK_FALSE(json.as_object().contains("type"));
    CHECK(text_at(json, "/page/status_indicator") == R"("major")");
    CHECK(text_at(json, "/incident/id") == '"' + incident.text().substr(4) + '"');
    CHECK(text_at(json, "/incident/status") == R"("investigating")");
    CHECK(text_at(json, "/incident/impact") == R"("critical")");
    CHECK(
        text_at(json, "/incident/incident_updates/0/body") == R"("We are looking for the cause.")");
    CHECK(text_at(json, "/incident/components") == "[]");  // it names none one by one
    auto const end = made(resolved(2), Dialect::statuspage);
    CHECK(text_at(end, "/incident/status") == R"("resolved")");
    CHECK(text_at(end, "/page/status_indicator") == R"("none")");
}

TEST_CASE("payload: Statuspage's lists the services that it is about, each with its own state")
{
    auto words = outage(1);
    words.named = {
        {.name = "Mail", .state = "major", .known_by = {mail_service}, .service = mail_service},
        {.name = "Web", .state = "degraded", .known_by = {web_service}, .service = web_service},
        {.name = "Old", .state = "major", .known_by = {ServiceId{5}}}};
    auto const json = made(words, Dialect::statuspage);
    CHECK(json.at_pointer("/incident/components").as_array().size() == 2);
    CHECK(
        text_at(json, "/incident/components/0/id") == '"' + id_letters(mail_service.value()) + '"');
    CHECK(text_at(json, "/incident/components/0/name") == R"("Mail")");
    CHECK(text_at(json, "/incident/components/0/status") == R"("major_outage")");
    CHECK(text_at(json, "/incident/components/1/name") == R"("Web")");
    CHECK(text_at(json, "/incident/components/1/status") == R"("degraded_performance")");
    CHECK(text_at(json, "/page/status_indicator") == R"("major")");
}

TEST_CASE("payload: a state in Statuspage's words")
{
    struct Row {
        std::string_view state;
        std::string_view of_incident;
        std::string_view of_window;
    };
    for (auto const& row :
         {Row{"identified", "identified", "scheduled"},
          Row{"monitoring", "monitoring", "scheduled"}, Row{"review", "postmortem", "scheduled"},
          Row{"planned", "investigating", "scheduled"}, Row{"moved", "investigating", "scheduled"},
          Row{"started", "investigating", "in_progress"},
          Row{"extended", "investigating", "in_progress"},
          Row{"finished", "investigating", "completed"},
          Row{"cancelled", "investigating", "completed"}}) {
        CAPTURE(row.state);
        auto words = outage(1);
        words.state = row.state;
        CHECK(
            text_at(made(words, Dialect::statuspage), "/incident/status") ==
            fmt::format("\"{}\"", row.of_incident));
        words.about = window;
        CHECK(
            text_at(made(words, Dialect::statuspage), "/incident/status") ==
            fmt::format("\"{}\"", row.of_window));
    }
}

TEST_CASE("payload: a window has its schedule")
{
    auto const json = made(work_planned(1), Dialect::statuspage);
    CHECK(text_at(json, "/incident/scheduled_for") == R"("2026-03-05T10:00:00.000Z")");
    CHECK(text_at(json, "/incident/scheduled_until") == R"("2026-03-05T12:00:00.000Z")");
    CHECK(text_at(json, "/incident/impact") == R"("maintenance")");
    CHECK(type_of(work_planned(1)) == "window.planned");
}

TEST_CASE("payload: a text that is too long is cut at a character, and shows it")
{
    auto words = outage(1);
    words.text.clear();
    for (int i = 0; i < 10'000; ++i)
        words.text += "\xf0\x9f\x94\xa5";
    for (auto const dialect : {Dialect::standard, Dialect::statuspage}) {
        auto const body =
            payload({.dialect = dialect, .brand = brand, .said_at = support::test_start}, words);
        CHECK(body.size() <= most_payload_bytes);
        CHECK(body.size() > most_payload_bytes / 2);
        CHECK(body.contains("\u2026"));
        CHECK(parse_json(body).has_value());
    }
}

TEST_CASE("ping_payload: says what it is in the one dialect, and who asks in the other")
{
    PayloadOf of{.dialect = Dialect::standard, .brand = brand, .said_at = support::test_start};
    auto const standard = *parse_json(ping_payload(of, WebhookId{7}));
    CHECK(text_at(standard, "/type") == R"("ping")");
    CHECK(text_at(standard, "/data/webhook") == '"' + WebhookId{7}.text() + '"');
    of.dialect = Dialect::statuspage;
    auto const statuspage = *parse_json(ping_payload(of, WebhookId{7}));
    CHECK(text_at(statuspage, "/page/id") == '"' + id_letters(9) + '"');
    CHECK_FALSE(statuspage.as_object().contains("incident"));
}

TEST_CASE("reader_of: the account's first contact, else whoever reads the brand")
{
    accounts::ResolvedBrand german = brand;
    german.language = "de";
    CHECK(reader_of(std::nullopt, german) == Reader{.language = Language::de});
    accounts::Account account;
    account.contacts.push_back({});
    account.contacts.front().language = "en";
    account.contacts.front().zone = "Europe/Berlin";
    CHECK(reader_of(account, german) == Reader{.zone = "Europe/Berlin"});
}
