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
    return texts.all_works;
}

// Those in that state, by name; "" where none is.
std::string
told_of(ServiceState state, std::vector<ShownService> const& services, Texts const& texts)
{
    std::vector<std::string> names;
    for (auto const& service : services)
        if (!service.is_group && service.state == state)
            names.push_back(service.name);
    if (names.empty())
        return {};
    return fmt::format(
        fmt::runtime(sentence_for(state, texts)), fmt::arg("names", names_of(names, texts)));
}

bool is_well(ShownService const& service)
{
    return !service.is_group && service.state == ServiceState::operational;
}

}  // namespace

ServiceState overall(std::vector<ShownService> const& services)
{
    auto state = ServiceState::operational;
    for (auto const& service : services)
        state = worst_shown(state, service.state);
    return state;
}

std::string
headline(std::vector<ShownService> const& services, std::size_t open, words::Language language)
{
    using enum ServiceState;
    auto const& texts = texts_in(language);
    if (services.empty())
        return std::string{texts.nothing_listed};
    std::string said;
    for (auto const state : {major, partial, degraded, maintenance, unknown})
        if (auto const told = told_of(state, services, texts); !told.empty())
            said += (said.empty() ? "" : " ") + told;
    if (said.empty())
        return std::string{open > 0 ? texts.all_watched : texts.all_works};
    if (std::ranges::any_of(services, is_well))
        said += fmt::format(" {}", texts.rest_works);
    return said;
}

std::string unknown_sentence(std::vector<ShownService> const& services, words::Language language)
{
    return told_of(ServiceState::unknown, services, texts_in(language));
}

}  // namespace tellfirst::pages
