#include "status/services/name_services.hpp"

#include "status/services/service_store.hpp"

namespace tellfirst::status {

void name_services(db::Tx& tx, notify::Announcement& words, std::vector<Touched> const& services)
{
    auto const known = store::services(tx);
    std::optional<ServiceState> state;
    std::vector<notify::NamedService> named;
    std::vector<notify::NamedService> hidden;
    for (auto const& touched : services) {
        auto const service = std::ranges::find(known, touched.service, &Service::id);
        if (service == known.end())
            continue;
        notify::NamedService one{
            .name = service->name,
            .state = std::string{name_of(touched.state)},
            .known_by = with_groups(tx, {service->id}),
            .failing_percent = touched.failing_percent,
            .symptom = std::nullopt,
            .service = service->id};
        if (!touched.symptom.empty())
            one.symptom = touched.symptom;
        if (service->is_public || words.account) {
            words.service_names.push_back(service->name);
            state = worst(state.value_or(touched.state), touched.state);
            named.push_back(std::move(one));
        } else {
            hidden.push_back(std::move(one));
        }
    }
    words.service_state = state ? name_of(*state) : "";
    words.has_page = !named.empty() && !words.account;
    if (!named.empty())
        words.named = std::move(named);
    if (!hidden.empty())
        words.hidden = std::move(hidden);
}

}  // namespace tellfirst::status
