#include "accounts/accounts.hpp"
#include "status/status.hpp"
#include "tickets/about.hpp"
#include "tickets/conversation.hpp"

// "Where are my stats?" while Statistics is down: which of today's incidents is it about? Exposure
// decides who may be meant; the text only says which comes first, because text alone is right
// less than half of the time.
namespace tellfirst::tickets {
namespace {

std::string joined(std::vector<std::string> const& names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Suspects suspects_of(Call& call, std::optional<AccountId> account, std::string_view text)
{
    auto const open = status::open_incidents(call.tx, call.now);
    if (open.empty())
        return {};
    auto const services = status::services(call.tx);
    Suspects suspects;
    for (auto const& incident : open) {
        if (incident.account && incident.account != account)
            continue;
        std::vector<ServiceId> touched;
        std::vector<std::string> names;
        for (auto const& held : incident.services) {
            auto const service = std::ranges::find(services, held.service, &status::Service::id);
            if (service == services.end() || !service->is_public)
                continue;
            touched.push_back(held.service);
            names.push_back(service->name);
        }
        if (names.empty() ||
            (account &&
             !accounts::is_exposed(call.tx, *account, status::with_groups(call.tx, touched))))
            continue;
        bool const named = !services_named(text, names).empty();
        // Those that he names stand first; behind them newest first, as they come.
        auto const place = named ? std::ranges::find(suspects.all, false, &Suspects::Suspect::named)
                                 : suspects.all.end();
        suspects.all.insert(
            place, {.incident = incident.id,
                    .services = joined(names),
                    .title = incident.title,
                    .eta_at = incident.when.eta_at,
                    .next_word_at = incident.when.next_word_at,
                    .workaround = incident.workaround,
                    .named = named});
    }
    return suspects;
}

}  // namespace tellfirst::tickets
