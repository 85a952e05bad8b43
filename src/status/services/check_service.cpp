#include "status/services/check_service.hpp"

#include "kernel/text.hpp"
#include "status/limits.hpp"
#include "status/services/service_store.hpp"
#include "status/services/tree.hpp"

#include <set>

namespace tellfirst::status {
namespace {

// Whatever looks more often than this is no probe; what looks more seldom says nothing about now.
constexpr std::int64_t shortest_interval_s = 10;
constexpr std::int64_t longest_interval_s = 24 * 3600;

}  // namespace

Result<void> check_service(db::Tx& tx, NewService const& wish, std::optional<ServiceId> service)
{
    auto const name = trim(wish.name);
    if (name.empty() || name.size() > longest_title)
        return invalid("service.needs_name", "name", "A service needs a name of 1 to 200 bytes.");
    if (wish.description.size() > longest_text)
        return invalid("service.too_long", "description", "This description is too long.");
    if (auto const other = store::find_service_named(tx, name); other && other->id != service)
        return invalid("service.name_taken", "name", "There is a service of this name already.");
    if (auto const every = wish.checked_every_s;
        every && (wish.is_group || *every < shortest_interval_s || *every > longest_interval_s))
        return invalid(
            "service.bad_interval", "checked_every_s",
            "A service is watched every 10 to 86400 seconds, a group by its members.");
    if (wish.parent)
        return check_place(store::services(tx), service, *wish.parent);
    return {};
}

Result<void> check_named_service(db::Tx& tx, ServiceId id, std::string field)
{
    auto const service = store::find_service(tx, id);
    if (!service)
        return invalid("service.not_found", std::move(field), "There is no such service.");
    if (service->retired_at)
        return invalid("service.retired", std::move(field), "This service is retired.");
    if (service->is_group)
        return invalid(
            "service.is_group", std::move(field),
            "A group has no state of its own: name those of its members that are meant.");
    return {};
}

Result<void>
check_named_services(db::Tx& tx, std::span<ServiceId const> services, std::string_view path)
{
    std::set<ServiceId> seen;
    for (std::size_t i = 0; i < services.size(); ++i) {
        auto const field = fmt::format("services[{}]{}", i, path);
        if (auto const good = check_named_service(tx, services[i], field); !good)
            return good;
        if (!seen.insert(services[i]).second)
            return invalid("service.named_twice", field, "This service is named twice.");
    }
    return {};
}

Result<void> check_used_services(
    db::Tx& tx, std::span<ServiceId const> services, std::span<ServiceId const> held)
{
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (std::ranges::find(held, services[i]) != held.end())
            continue;
        auto const service = store::find_service(tx, services[i]);
        if (!service)
            return invalid(
                "service.not_found", fmt::format("services[{}]", i), "There is no such service.");
        if (service->retired_at)
            return invalid(
                "service.retired", fmt::format("services[{}]", i), "This service is retired.");
    }
    return {};
}

}  // namespace tellfirst::status
