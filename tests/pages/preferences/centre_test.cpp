#include "pages/preferences/centre.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using accounts::Channel;
using accounts::Topic;

namespace {

Centre centre()
{
    Centre shown{
        .contact =
            {.id = ContactId{42}, .name = "Ada <b>", .email = *Email::parse("ada@example.test")},
        .brand = {.name = "Pixel"},
        .path = "/p/token"};
    shown.preferences.choices = {{Channel::mail, {Topic::unplanned}}};
    return shown;
}

bool is_ticked(std::string const& html, std::string_view name)
{
    auto const at = html.find(fmt::format("name=\"{}\" aria-label=", name));
    REQUIRE(at != std::string::npos);
    return html.substr(at, html.find('>', at) - at).contains(" checked");
}

}  // namespace

TEST_CASE("centre: what holds is ticked, each box says its topic and its channel")
{
    auto const html = render(centre());
    CHECK(is_ticked(html, "mail.unplanned"));
    CHECK_FALSE(is_ticked(html, "mail.news"));
    CHECK_FALSE(is_ticked(html, "sms.unplanned"));
    CHECK(html.contains("aria-label=\"Outages: Mail\""));
    CHECK_FALSE(html.contains("webhook"));
}

TEST_CASE("centre: answers to tickets cannot be turned off, and no box says so")
{
    auto const html = render(centre());
    CHECK_FALSE(html.contains(".tickets\""));
    CHECK(html.contains("Answers to your questions come by mail"));
}

TEST_CASE("centre: where no SMS can be sent none is offered, and no number is asked for")
{
    auto shown = centre();
    CHECK(render(shown).contains("id=\"phone\""));
    shown.sms = Sms::none;
    auto const html = render(shown);
    CHECK_FALSE(html.contains("sms."));
    CHECK_FALSE(html.contains("id=\"phone\""));
    CHECK(is_ticked(html, "mail.unplanned"));
}

TEST_CASE("centre: it names its reader, harmlessly, in his brand's name, and is for no index")
{
    auto shown = centre();
    shown.account_name = "Ada & Co";
    auto const html = render(shown);
    CHECK(html.contains("<bdi>Ada &lt;b&gt;</bdi>"));
    CHECK(html.contains("<bdi>Ada &amp; Co</bdi>"));
    CHECK(html.contains("Pixel</title>"));
    CHECK(html.contains("name=\"robots\" content=\"noindex\""));
}

TEST_CASE("centre: a language that we have no words in stays chosen")
{
    auto shown = centre();
    shown.preferences.language = "fr";
    auto const html = render(shown);
    CHECK(html.contains("<option value=\"fr\" lang=\"fr\" selected>fr</option>"));
    CHECK(html.contains("<option value=\"en\" lang=\"en\">English</option>"));
}

TEST_CASE("centre: what is wrong stands beside its field, and what was typed is there again")
{
    auto shown = centre();
    shown.preferences.zone = "Mars";
    shown.preferences.quiet_hours = accounts::QuietHours{.from = "22:00"};
    shown.refused = Problem{
        .code = "zone.unknown",
        .field = "zone",
        .errors = {{"zone", "zone.unknown", ""}, {"quiet_hours.to", "preferences.bad_time", ""}}};
    auto const html = render(shown);
    CHECK(html.contains("value=\"Mars\" aria-invalid=\"true\" aria-describedby=\"wrong-zone\""));
    CHECK(html.contains("id=\"wrong-zone\" role=\"alert\""));
    CHECK(html.contains("id=\"wrong-quiet\" role=\"alert\""));
    CHECK(html.contains("value=\"22:00\""));
    CHECK_FALSE(html.contains("wrong-phone"));
    CHECK_FALSE(html.contains("wrong-digest"));
}

TEST_CASE("centre: who has not confirmed reads why nothing comes")
{
    auto shown = centre();
    CHECK_FALSE(render(shown).contains("You were invited"));
    shown.preferences.confirmed = false;
    CHECK(render(shown).contains("You were invited"));
}
