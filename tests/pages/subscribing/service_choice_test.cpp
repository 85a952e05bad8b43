#include "pages/subscribing/service_choice.hpp"

#include "pages/subscribing/office.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

constexpr ServiceId site{100};
constexpr ServiceId mail{101};
constexpr ServiceId web{102};
constexpr ServiceId gone{199};

// A group with mail in it, and web beside it.
std::vector<ShownService> shown()
{
    return {
        {.id = site, .name = "Site", .is_group = true},
        {.id = mail, .name = "Mail", .depth = 1},
        {.id = web, .name = "Web"}};
}

ChosenServices read(std::string const& form, ChosenServices before = {})
{
    return read_services(
        *http::parse_form(form), {.offered = shown(), .chosen = std::move(before)});
}

}  // namespace

TEST_CASE("read_services: who wants all has all, whatever is ticked below it")
{
    CHECK_FALSE(read("services=all&" + mail.text() + "=on", {{web}}));
}

TEST_CASE("read_services: some are those that are ticked, in the order of the page")
{
    CHECK(bool{
        read("services=some&" + web.text() + "=on&" + mail.text() + "=on") ==
        ChosenServices{{mail, web}}});
    CHECK(bool{read("services=some") == ChosenServices{std::in_place}});
}

TEST_CASE("read_services: neither a group nor what is not offered can be ticked")
{
    CHECK(bool{
        read("services=some&" + site.text() + "=on&" + gone.text() + "=on") ==
        ChosenServices{std::in_place}});
}

TEST_CASE("read_services: what he chose once and is not shown now, he keeps beside what he ticks")
{
    CHECK(bool{
        read("services=some&" + web.text() + "=on", {{mail, gone}}) ==
        ChosenServices{{web, gone}}});
}

TEST_CASE("read_services: a form that does not ask changes nothing; the banner's means all")
{
    CHECK(bool{read("quiet_from=22:00", {{mail}}) == ChosenServices{{mail}}});
    CHECK_FALSE(read("email=eve%40example.test"));
}

TEST_CASE("has_none_left: where nothing that he chose is offered any more, and only there")
{
    CHECK(has_none_left({.offered = shown(), .chosen = {{gone}}}));
    CHECK(has_none_left({.offered = shown(), .chosen = {{gone, site}}}));
    CHECK_FALSE(has_none_left({.offered = shown(), .chosen = {{gone, web}}}));
    CHECK_FALSE(has_none_left({.offered = shown()}));
}

TEST_CASE("is_offered: where there are two services at least, or something was chosen")
{
    CHECK(is_offered({.offered = shown()}));
    CHECK(is_offered({.offered = {}, .chosen = {{gone}}}));
    CHECK_FALSE(is_offered({.offered = {shown()[0], shown()[1]}}));
    CHECK_FALSE(is_offered({}));
}

TEST_CASE("names_chosen: by name, in the order of the page, what is not shown left out")
{
    CHECK(
        names_chosen({.offered = shown(), .chosen = {{web, gone, mail}}}) ==
        std::vector<std::string>{"Mail", "Web"});
    CHECK(names_chosen({.offered = shown()}).empty());
}

TEST_CASE("offered_services: what everybody may know of, as it stands on the page")
{
    support::World world;
    auto const add = [&](status::NewService const& wish) {
        return world.write([&](Call& call) { return status::add_service(call, wish); })->id;
    };
    auto const birds = add({.name = "Birds", .is_group = true});
    add({.name = "Heron", .is_public = false, .parent = birds});
    add({.name = "Kite", .parent = birds});
    add({.name = "Empty", .is_group = true});
    std::vector<std::string> names;
    for (auto const& service : world.read([](Call& call) { return offered_services(call.tx); }))
        names.push_back(fmt::format("{} {}", service.name, service.depth));
    CHECK(names == std::vector<std::string>{"Birds 0", "Kite 1"});
}
