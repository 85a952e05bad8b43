#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

template <class Part>
void add_labels(JsonObject& labels, Part const& part)
{
    boost::mp11::mp_for_each<MembersOf<Part>>(
        [&](auto member) { labels.emplace(member.name, part.*member.pointer); });
}

JsonObject labels_of(Texts const& texts)
{
    JsonObject labels;
    add_labels<Labels>(labels, texts);
    add_labels<PersonalLabels>(labels, texts);
    return labels;
}

}  // namespace

Texts const& texts_in(words::Language language)
{
    return language == words::Language::de ? german_texts : english_texts;
}

JsonObject const& labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(english_texts);
    static JsonObject const in_german = labels_of(german_texts);
    return language == words::Language::de ? in_german : in_english;
}

std::string_view words_of(status::ServiceState state, Texts const& texts)
{
    using enum status::ServiceState;
    switch (state) {
    case operational: return texts.operational;
    case degraded: return texts.degraded;
    case partial: return texts.partial;
    case major: return texts.major;
    case maintenance: return texts.maintenance;
    case unknown: return texts.unknown;
    }
    return texts.unknown;
}

std::string_view words_of(status::IncidentState state, Texts const& texts)
{
    using enum status::IncidentState;
    switch (state) {
    case suspected: return texts.suspected;
    case investigating: return texts.investigating;
    case identified: return texts.identified;
    case monitoring: return texts.monitoring;
    case resolved: return texts.resolved;
    case review: return texts.review;
    }
    return texts.investigating;
}

std::string_view words_of(status::WindowState state, Texts const& texts)
{
    using enum status::WindowState;
    switch (state) {
    case planned: return texts.window_planned;
    case started: return texts.window_started;
    case finished: return texts.window_finished;
    case cancelled: return texts.window_cancelled;
    }
    return texts.window_planned;
}

std::string_view words_of(status::OccurrenceState state, Texts const& texts)
{
    using enum status::OccurrenceState;
    switch (state) {
    case reserved: return texts.maybe_used;
    case will_be_used: return texts.will_be_used;
    case used: return texts.used;
    case not_used: return texts.not_used;
    case cancelled: return texts.cancelled;
    case moved: return texts.occurrence_moved;
    }
    return texts.maybe_used;
}

std::string_view words_of(status::DataSafety safety, Texts const& texts)
{
    using enum status::DataSafety;
    switch (safety) {
    case not_yet_known: return texts.data_not_yet_known;
    case safe: return texts.data_safe;
    case at_risk: return texts.data_at_risk;
    case lost: return texts.data_lost;
    }
    return texts.data_not_yet_known;
}

std::string times_in_words(std::size_t count, Texts const& texts)
{
    if (count == 1)
        return std::string{texts.once};
    return fmt::format(fmt::runtime(texts.times), fmt::arg("count", count));
}

}  // namespace tellfirst::pages
