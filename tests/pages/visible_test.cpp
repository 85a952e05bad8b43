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
