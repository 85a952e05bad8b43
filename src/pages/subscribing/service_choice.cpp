#include "pages/subscribing/service_choice.hpp"

#include "pages/visible.hpp"

namespace tellfirst::pages {
namespace {

bool holds(std::vector<ServiceId> const& services, ServiceId id)
{
    return std::ranges::find(services, id) != services.end();
}

bool offers(ServiceChoice const& choice, ServiceId id)
{
    return std::ranges::any_of(choice.offered, [&](ShownService const& service) {
        return service.id == id && !service.is_group;
    });
}

}  // namespace

std::vector<ShownService> offered_services(db::Tx& tx)
{
    return visible_services({.services = status::services(tx)}, {});
}

ChosenServices read_services(http::Form const& form, ServiceChoice const& before)
{
    auto const asked = form.find("services");
    if (asked == form.end())
        return before.chosen;
    if (asked->second != "some")
        return std::nullopt;
    std::vector<ServiceId> chosen;
    for (auto const& service : before.offered)
        if (!service.is_group && form.contains(service.id.text()))
            chosen.push_back(service.id);
    for (auto const id : before.chosen.value_or(std::vector<ServiceId>{}))
        if (!offers(before, id))
            chosen.push_back(id);
    return chosen;
}

bool has_none_left(ServiceChoice const& choice)
{
    return choice.chosen &&
           std::ranges::none_of(*choice.chosen, [&](ServiceId id) { return offers(choice, id); });
}

bool is_offered(ServiceChoice const& choice)
{
    return choice.chosen || std::ranges::count(choice.offered, false, &ShownService::is_group) > 1;
}

std::vector<std::string> names_chosen(ServiceChoice const& choice)
{
    std::vector<std::string> names;
    for (auto const& service : choice.offered)
        if (choice.chosen && !service.is_group && holds(*choice.chosen, service.id))
            names.push_back(service.name);
    return names;
}

}  // namespace tellfirst::pages
