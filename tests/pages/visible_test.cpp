#include "pages/visible.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using status::ServiceState;

namespace {

constexpr ServiceId storage{10}, disks{11}, tapes{12}, heron{13}, mail{20};

// Storage, in which Disks, Tapes and the private Heron stand; Mail beside it.
Found tree()
{
    auto found = sample::found();
    auto const part = [](ServiceId id, std::string name) {
        auto service = sample::service(id.value(), std::move(name));
        service.parent = storage;
        return service;
    };
    found.services = {
        sample::service(mail.value(), "Mail"), part(disks, "Disks"),
        sample::service(storage.value(), "Storage"), part(tapes, "Tapes"), part(heron, "Heron")};
    found.services[2].is_group = true;
    found.services[4].is_public = false;
    return found;
}

std::string drawn(Found const& found, Reader const& reader)
{
    std::string text;
    for (auto const& service : visible_services(found, reader))
        text += std::string(static_cast<std::size_t>(service.depth), '>') + service.name + ' ';
    return text;
}

}  // namespace

TEST_CASE("visible: parts stand below their group")
{
    CHECK(drawn(tree(), {}) == "Mail Storage >Disks >Tapes ");
}

TEST_CASE("visible: a group is as bad as the worst of the parts that are shown, and of no other")
{
    auto found = tree();
    found.services[2].state = found.services[4].state = ServiceState::major;  // Storage, Heron
    found.services[1].state = ServiceState::degraded;                         // Disks
    auto const everybody = visible_services(found, {});
    CHECK(bool{everybody[1].state == ServiceState::degraded});
    auto const insider = visible_services(found, {.services = {{storage}}});
    CHECK(bool{insider[0].state == ServiceState::major});
}

TEST_CASE("visible: in a group, planned work does not hide a part that is not known")
{
    auto found = tree();
    found.services[1].state = ServiceState::maintenance;  // Disks
    found.services[3].state = ServiceState::unknown;      // Tapes
    CHECK(bool{visible_services(found, {})[1].state == ServiceState::unknown});
}

TEST_CASE("visible: a group without a part that is shown is not shown")
{
    auto found = tree();
    CHECK(drawn(found, {.services = {{mail}}}) == "Mail ");
    std::erase_if(found.services, [](auto const& service) { return service.parent == storage; });
    CHECK(drawn(found, {}) == "Mail ");
}

TEST_CASE("visible: a customer sees what he uses, private or not, and who uses a group all of it")
{
    CHECK(drawn(tree(), {.services = {{heron, mail}}}) == "Mail Storage >Heron ");
    CHECK(drawn(tree(), {.services = {{storage}}}) == "Storage >Disks >Tapes >Heron ");
}

TEST_CASE("visible: a part of a private group stands without it")
{
    auto found = tree();
    found.services[2].is_public = false;
    CHECK(drawn(found, {}) == "Mail Disks Tapes ");
    CHECK_FALSE(visible_services(found, {})[1].parent);
}

TEST_CASE("visible: what was retired is seen by whoever would see it, and stands in no tree")
{
    auto found = tree();
    auto& retired = found.retired;
    std::ranges::copy_if(found.services, std::back_inserter(retired), [](auto const& service) {
        return service.id == tapes || service.id == heron;
    });
    std::erase_if(found.services, [](auto const& service) {
        return service.id == tapes || service.id == heron;
    });
    CHECK(drawn(found, {}) == "Mail Storage >Disks ");
    auto const names = [&](Reader const& reader) {
        std::string text;
        for (auto const& service : visible_retired(found, reader))
            text += service.name + ' ';
        return text;
    };
    CHECK(names({}) == "Tapes ");
    CHECK(names({.services = {{storage}}}) == "Tapes Heron ");
    CHECK(names({.services = {{mail}}}).empty());
}

TEST_CASE("visible: who does not see anything sees nothing")
{
    CHECK(drawn(tree(), {.services = std::vector<ServiceId>{}}).empty());
}

TEST_CASE("visible: what is looked at every minute is not known after three minutes of silence")
{
    auto found = tree();
    found.services[0].checked_every_s = 60;
    found.services[0].checked = status::Check{.at = sample::noon, .seen_from = "fra-1"};
    CHECK(visible_services(found, {})[0].silent_at == sample::noon + std::chrono::minutes{3});
    found.services[0].checked->by_person = true;
    CHECK_FALSE(visible_services(found, {})[0].silent_at);
}

TEST_CASE("visible: trouble of one account holds its services, and their groups, on its page only")
{
    auto found = tree();
    AccountId const ada{1};
    status::Incident trouble;
    trouble.account = ada;
    trouble.services = {{.service = disks, .state = ServiceState::major}};
    found.open = {trouble};
    auto const states = [&](Reader const& reader) {
        std::vector<std::string_view> names;
        for (auto const& service : visible_services(found, reader))
            names.push_back(name_of(service.state));
        return names;
    };
    using States = std::vector<std::string_view>;
    CHECK(
        states({.services = {{storage, mail}}, .account = ada}) ==
        States{"operational", "major", "major", "operational", "operational"});
    CHECK(
        states({.services = {{storage, mail}}, .account = AccountId{2}}) ==
        States(5, "operational"));
    CHECK(states({}) == States(4, "operational"));
    CHECK(drawn(found, {.services = {{mail}}, .account = ada}) == "Mail Storage >Disks ");
}

TEST_CASE("visible: the bars of a group are not shown to whom one of its parts is hidden")
{
    auto found = tree();
    for (auto const& service : found.services)
        found.bars[service.id] = {
            .service = service.id, .days = {{.date = "2026-03-04"}}, .shown = "79.17"};
    auto const everybody = visible_services(found, {});
    CHECK(everybody[1].days.empty());
    CHECK(everybody[1].uptime.empty());
    CHECK(everybody[2].days.size() == 1);
    auto const insider = visible_services(found, {.services = {{storage}}});
    CHECK(insider[0].days.size() == 1);
    CHECK(insider[0].uptime == "79.17");
}

TEST_CASE("visible: the bars of a group of groups are hidden as those of the inner one are")
{
    auto found = tree();
    found.services.push_back(sample::service(30, "House"));
    found.services.back().is_group = true;
    found.services[2].parent = ServiceId{30};
    found.bars[ServiceId{30}] = {.service = ServiceId{30}, .days = {{.date = "2026-03-04"}}};
    auto const everybody = visible_services(found, {});
    REQUIRE(everybody[1].id == ServiceId{30});
    CHECK(everybody[1].days.empty());
}

TEST_CASE("visible: who said that a service is well stays with us, what watches it does not")
{
    auto found = tree();
    found.services[0].checked =
        status::Check{.at = sample::noon, .seen_from = "Ada Byron", .by_person = true};
    found.services[1].checked = status::Check{.at = sample::noon, .seen_from = "fra-1"};
    auto const everybody = visible_services(found, {});
    CHECK(everybody[0].checked->seen_from.empty());
    CHECK(everybody[2].checked->seen_from == "fra-1");
}

TEST_CASE(
    "visible: the bars of a group are not shown where a part was hidden before it was retired")
{
    auto found = tree();
    found.bars[storage] = {.service = storage, .days = {{.date = "2026-03-04"}}, .shown = "79.17"};
    found.retired = {found.services.back()};  // Heron
    found.services.pop_back();
    CHECK(visible_services(found, {})[1].days.empty());
    found.retired[0].is_public = true;
    CHECK(visible_services(found, {})[1].days.size() == 1);
}
