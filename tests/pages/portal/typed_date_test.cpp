#include "pages/portal/typed_date.hpp"

#include "pages/portal/portal_words.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

TypedDate launch()
{
    return {
        .title = "Launch",
        .starts_at = "2026-11-24T16:30",
        .ends_at = "2026-11-24T18:00",
        .zone = "Europe/Berlin"};
}

Instant at(std::string_view text)
{
    return parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("typed_in: fields are trimmed and cut, and what is missing is empty")
{
    auto const typed = typed_in({{"title", "  Launch "}, {"zone", std::string(1'000, 'x')}});
    CHECK(typed.title == "Launch");
    CHECK(typed.zone.size() == 254);
    CHECK(typed.starts_at.empty());
}

TEST_CASE("read: the clock is that of the zone")
{
    auto const wish = read(launch());
    REQUIRE(wish.has_value());
    CHECK(wish->title == "Launch");
    CHECK(wish->starts_at == at("2026-11-24T15:30:00Z"));
    CHECK(wish->ends_at == at("2026-11-24T17:00:00Z"));
}

TEST_CASE("read: of an hour that comes twice all of it is critical")
{
    auto typed = launch();
    typed.starts_at = "2026-10-25T02:00";
    typed.ends_at = "2026-10-25T02:30";
    auto const wish = read(typed);
    REQUIRE(wish.has_value());
    CHECK(wish->starts_at == at("2026-10-25T00:00:00Z"));
    CHECK(wish->ends_at == at("2026-10-25T01:30:00Z"));
}

TEST_CASE("read: a zone that nobody knows, and both times that are none, are said by their fields")
{
    auto typed = launch();
    typed.zone = "../etc/passwd";
    CHECK(read(typed).error().code == "zone.unknown");
    CHECK(read(typed).error().field == "zone");
    typed = launch();
    typed.starts_at = "tomorrow";
    typed.ends_at.clear();
    auto const problem = read(typed).error();
    CHECK(problem.code == "critical_date.bad_time");
    REQUIRE(problem.errors.size() == 2);
    CHECK(problem.errors[0].field == "starts_at");
    CHECK(problem.errors[1].field == "ends_at");
}

TEST_CASE("refused: each refusal has its sentence beside its field, in the reader's language")
{
    struct Row {
        std::string code;
        std::string_view PortalWords::* text;
    };
    for (auto const& [code, text] : std::vector<Row>{
             {"critical_date.needs_name", &PortalWords::wrong_title},
             {"critical_date.name_too_long", &PortalWords::wrong_title},
             {"critical_date.bad_time", &PortalWords::wrong_time},
             {"zone.unknown", &PortalWords::wrong_zone},
             {"critical_date.ends_before_start", &PortalWords::wrong_order},
             {"critical_date.over", &PortalWords::wrong_past},
             {"critical_date.too_long", &PortalWords::wrong_length},
             {"critical_date.too_far", &PortalWords::wrong_distance},
             {"critical_date.too_many", &PortalWords::wrong_count}})
        for (auto const language : {words::Language::en, words::Language::de}) {
            CAPTURE(code);
            auto const shown = refused(launch(), invalid(code, "ends_at", "No."), language);
            CHECK(shown.wrong.at("ends_at") == portal_words_in(language).*text);
            CHECK(shown.title == "Launch");
        }
}

TEST_CASE("refused: several faults stand beside several fields")
{
    auto typed = launch();
    typed.starts_at = typed.ends_at = "soon";
    auto const form = form_view(refused(typed, read(typed).error(), words::Language::en));
    CHECK(form.at("wrong_starts_at").at("text") == "Please give a day and a time.");
    CHECK(form.at("wrong_ends_at").at("text") == "Please give a day and a time.");
    CHECK(form.at("wrong_title").is_null());
    CHECK(form.at("starts_at") == "soon");
}
