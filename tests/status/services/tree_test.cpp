#include "status/services/tree.hpp"

#include "status/services/services.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

constexpr ServiceId website{1}, galleries{2}, thumbnails{3}, mail{4}, sending{5};

Service service(ServiceId id, std::optional<ServiceId> parent = std::nullopt)
{
    return {.id = id, .parent = parent};
}

Service group(ServiceId id, std::optional<ServiceId> parent = std::nullopt)
{
    return {.id = id, .is_group = true, .parent = parent};
}

std::vector<ServiceId> ids_of(std::vector<Service> const& services)
{
    std::vector<ServiceId> ids;
    for (auto const& one : services)
        ids.push_back(one.id);
    return ids;
}

std::string
refused(std::vector<Service> const& services, std::optional<ServiceId> id, ServiceId parent)
{
    auto const place = check_place(services, id, parent);
    if (place)
        return "";
    CHECK(place.error().field == "parent");
    return place.error().code;
}

// Any forest of at most twelve: each may stand below one of those before it.
std::vector<Service> any_services()
{
    std::vector<Service> services;
    auto const count = *rc::gen::inRange<std::int64_t>(0, 13);
    for (std::int64_t id = 1; id <= count; ++id) {
        auto const parent = *rc::gen::inRange<std::int64_t>(0, id);
        auto one = group(ServiceId{id}, parent ? std::optional{ServiceId{parent}} : std::nullopt);
        one.state = static_cast<ServiceState>(*rc::gen::inRange(0, 6));
        services.push_back(one);
    }
    for (auto i = services.size(); i > 1; --i)
        std::swap(services[i - 1], services[*rc::gen::inRange<std::size_t>(0, i)]);
    return services;
}

}  // namespace

TEST_CASE(
    "in_tree_order: a group stands before its members, brothers in the order in which they come")
{
    auto const ordered = in_tree_order(
        {service(sending, mail), group(website), service(thumbnails, galleries),
         group(galleries, website), group(mail)});
    CHECK(ids_of(ordered) == std::vector{website, galleries, thumbnails, mail, sending});
}

TEST_CASE("in_tree_order: a group is in the worst state of all that stands below it")
{
    std::vector<Service> services{
        group(website), group(galleries, website), service(thumbnails, galleries), group(mail)};
    services[2].state = ServiceState::partial;
    auto const ordered = in_tree_order(services);
    CHECK(ordered[0].state == ServiceState::partial);
    CHECK(ordered[1].state == ServiceState::partial);
    CHECK(ordered[3].state == ServiceState::operational);
}

TEST_CASE("in_tree_order: what stands below nothing that is there stands at the top")
{
    CHECK(
        ids_of(in_tree_order({service(galleries, website), service(mail)})) ==
        std::vector{galleries, mail});
}

TEST_CASE(
    "in_tree_order: each is there once, behind its group, which is as bad as the worst of them")
{
    CHECK(rc::check([] {
        auto const services = any_services();
        auto const ordered = in_tree_order(services);
        RC_ASSERT(ordered.size() == services.size());
        std::map<ServiceId, ServiceState> seen;
        for (auto const& one : ordered) {
            bool const has_its_group = !one.parent || seen.contains(*one.parent);
            RC_ASSERT(has_its_group);
            RC_ASSERT(seen.emplace(one.id, one.state).second);
        }
        for (auto const& one : ordered)
            if (one.parent)
                RC_ASSERT(worst(one.state, seen.at(*one.parent)) == seen.at(*one.parent));
    }));
}

TEST_CASE("check_place: a service stands below a group, at most on the third level")
{
    std::vector<Service> const services{
        group(website), group(galleries, website), service(thumbnails, galleries), service(mail)};
    CHECK(refused(services, std::nullopt, website).empty());
    CHECK(refused(services, mail, galleries).empty());
    CHECK(refused(services, std::nullopt, mail) == "service.no_group");
    CHECK(refused(services, std::nullopt, sending) == "service.not_found");
}

TEST_CASE("check_place: what stands below a group moves with it, and counts")
{
    std::vector<Service> const services{
        group(website), group(galleries, website), group(mail), service(sending, mail)};
    CHECK(refused(services, mail, website).empty());
    CHECK(refused(services, mail, galleries) == "service.too_deep");
}

TEST_CASE("check_place: nothing stands below itself, directly or not")
{
    std::vector<Service> const services{group(website), group(galleries, website)};
    CHECK(refused(services, website, website) == "service.in_a_circle");
    CHECK(refused(services, website, galleries) == "service.in_a_circle");
}
