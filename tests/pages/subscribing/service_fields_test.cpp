#include "pages/subscribing/service_fields.hpp"

#include "pages/subscribing/subscribe_pages.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

constexpr ServiceId mail{101};

ServiceChoice choice(ChosenServices chosen = {})
{
    return {
        .offered =
            {{.id = ServiceId{100}, .name = "Site <1>", .is_group = true},
             {.id = mail, .name = "Mail", .depth = 1},
             {.id = ServiceId{102}, .name = "Web & more"}},
        .chosen = std::move(chosen)};
}

std::string page_with(ServiceChoice services, bool is_wrong = false, words::Language language = {})
{
    return render(SubscribeForm{
        .language = language,
        .brand = {.name = "Pixel"},
        .services = std::move(services),
        .wrong_services = is_wrong});
}

}  // namespace

TEST_CASE("service fields: all is chosen at first, and services stand in their groups, harmlessly")
{
    auto const html = page_with(choice());
    CHECK(html.contains("name=\"services\" value=\"all\" checked>"));
    CHECK(html.contains("name=\"services\" value=\"some\">"));
    CHECK(html.contains(
        "<fieldset><legend dir=\"auto\">Site &lt;1&gt;</legend><label class=\"tick\"><input "
        "type=\"checkbox\" name=\"" +
        mail.text() + "\"> <span dir=\"auto\">Mail</span></label></fieldset><label"));
    CHECK(html.contains("Web &amp; more"));
}

TEST_CASE("service fields: what he chose is ticked")
{
    auto const html = page_with(choice({{mail}}));
    CHECK(html.contains("value=\"some\" checked>"));
    CHECK(html.contains("name=\"" + mail.text() + "\" checked>"));
    CHECK_FALSE(html.contains("class=\"flag\""));
}

TEST_CASE("service fields: who has none left reads so, unless he just ticked none")
{
    CHECK(page_with(choice({{ServiceId{199}}})).contains("None of the services that you chose"));
    auto const html = page_with(choice(ChosenServices{std::in_place}), true);
    CHECK_FALSE(html.contains("None of the services that you chose"));
    CHECK(html.contains("<fieldset class=\"pick\" aria-describedby=\"wrong-services\">"));
    CHECK(html.contains("id=\"wrong-services\" role=\"alert\""));
}

TEST_CASE("service fields: they speak German, and are not there where nothing can be chosen")
{
    CHECK(page_with(choice(), false, words::Language::de).contains("Zu welchen Diensten?"));
    CHECK_FALSE(page_with({}).contains("class=\"pick\""));
}
