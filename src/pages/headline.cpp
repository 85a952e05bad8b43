#include "pages/headline.hpp"

#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

// More names than this make no sentence.
constexpr std::size_t most_names = 3;

std::string names_of(std::vector<std::string> const& names, Texts const& texts)
{
    if (names.size() == 1)
        return names.front();
    if (names.size() > most_names)
        return fmt::format(fmt::runtime(texts.some_services), fmt::arg("count", names.size()));
    auto first = names.front();
    for (std::size_t i = 1; i + 1 < names.size(); ++i)
        first += ", " + names[i];
    return fmt::format(
        fmt::runtime(texts.and_last), fmt::arg("first", first), fmt::arg("last", names.back()));
}

std::string_view sentence_for(ServiceState state, Texts const& texts)
{
    switch (state) {
    case ServiceState::major: return texts.major_of;
    case ServiceState::partial: return texts.partial_of;
    case ServiceState::degraded: return texts.degraded_of;
    case ServiceState::maintenance: return texts.maintenance_of;
    case ServiceState::unknown: return texts.unknown_of;
    case ServiceState::operational: break;
    }
    return texts.several_of;
}

}  // namespace

ServiceState overall(std::vector<ShownService> const& services)
{
    auto state = ServiceState::operational;
    for (auto const& service : services)
        state = status::worst(state, service.state);
    return state;
}

std::string
headline(std::vector<ShownService> const& services, std::size_t open, words::Language language)
{
    auto const& texts = texts_in(language);
    std::vector<std::string> names;
    std::optional<ServiceState> common;
    bool same = true;
    for (auto const& service : services) {
        if (service.is_group || service.state == ServiceState::operational)
            continue;
        names.push_back(service.name);
        same = same && common.value_or(service.state) == service.state;
        common = service.state;
    }
    if (services.empty())
        return std::string{texts.nothing_listed};
    if (names.empty())
        return std::string{open > 0 ? texts.all_watched : texts.all_works};
    auto const sentence = same ? sentence_for(*common, texts) : texts.several_of;
    auto said = fmt::format(fmt::runtime(sentence), fmt::arg("names", names_of(names, texts)));
    if (std::cmp_less(names.size(), std::ranges::count(services, false, &ShownService::is_group)))
        said += fmt::format(" {}", texts.rest_works);
    return said;
}

}  // namespace tellfirst::pages
