#include "pages/view/view.hpp"

#include "wire/words/markdown.hpp"

namespace tellfirst::pages {

using status::ServiceState;

std::string time_markup(Instant at, View const& view)
{
    auto text = words::short_moment(at, view.reader, view.now);
    auto const utc = words::short_moment(at, {.language = view.reader.language}, view.now);
    std::string_view utc_text = utc;
    // A day that is the same in both is said once.
    auto const day = utc_text.substr(0, utc_text.find(':') - std::string_view{"00"}.size());
    if (text.starts_with(day))
        utc_text.remove_prefix(day.size());
    if (text != utc)
        text += fmt::format(" ({})", utc_text);
    return fmt::format(R"(<time datetime="{}">{}</time>)", to_rfc3339(at), escape_html(text));
}

std::string span_markup(Instant from, Instant to, View const& view)
{
    auto const end_view = View{.reader = view.reader, .now = from};
    return say(
        view.texts().window_span, fmt::arg("from", time_markup(from, view)),
        fmt::arg("to", time_markup(to, end_view)));
}

std::string_view tone_of(ServiceState state)
{
    switch (state) {
    case ServiceState::operational: return "ok";
    case ServiceState::degraded: return "warn";
    case ServiceState::partial: return "warn";
    case ServiceState::major: return "bad";
    case ServiceState::maintenance: return "plan";
    case ServiceState::unknown: return "unk";
    }
    return "unk";
}

std::string_view words_of(ShownIncident const& incident, Texts const& texts)
{
    return incident.merged_into ? texts.merged : words_of(incident.state, texts);
}

std::string_view
words_of(ShownIncident const& incident, status::Update const& word, Texts const& texts)
{
    bool const is_last = incident.merged_into && word.state == status::IncidentState::resolved;
    return is_last ? texts.merged : words_of(word.state, texts);
}

JsonObject word_view(std::string_view state, Instant at, std::string_view text, View const& view)
{
    return {
        {"state", state}, {"at", time_markup(at, view)}, {"html", words::markdown_to_html(text)}};
}

Json if_said(std::string const& text)
{
    if (text.empty())
        return nullptr;
    return JsonObject{{"text", text}};
}

Json aid_view(Aid const& aid, View const& view)
{
    if (!aid.workaround || aid.workaround->text.empty())
        return nullptr;
    auto const& url = aid.workaround->url;
    bool const leads_on = url && words::is_safe_link(*url);
    auto const count = say(view.texts().helped_so_many, fmt::arg("count", aid.helped));
    return JsonObject{
        {"html", words::markdown_to_html(aid.workaround->text)},
        {"link", if_said(leads_on ? view.root + aid.path + "/workaround" : "")},
        {"action", view.root + aid.path + "/helped"},
        {"count", if_said(aid.helped > 0 ? count : "")}};
}

}  // namespace tellfirst::pages
