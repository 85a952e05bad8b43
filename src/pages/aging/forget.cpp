#include "pages/aging/forget.hpp"

#include "kernel/ids.hpp"
#include "pages/badge.hpp"
#include "pages/banner.hpp"
#include "pages/statuspage_api.hpp"
#include "pages/texts.hpp"
#include "pages/view/view.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;
using words::Language;

constexpr std::string_view badge_name = "/badge.svg";
constexpr std::string_view status_name = "/status.json";
constexpr std::string_view banner_name = "/banner.json";
constexpr std::string_view dialect = "/api/v2/";

// As templates/shell.html.mustache writes it for page.js, which puts the exact age there.
constexpr std::string_view hidden_notice = R"(id="old" role="status" hidden><span></span>)";
constexpr std::string_view notice_words = R"( data-old=")";
constexpr std::string_view page_begins = "<html ";
constexpr std::string_view without_script = "&gt; 3 min";

constexpr std::string_view banner_id = "unknown";

std::string_view text_in(JsonObject const& object, std::string_view name)
{
    auto const* const found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string_view{found->get_string()} : "";
}

// Calls for each object in that list of an object, if there is one.
template <class Deed>
void each_in(JsonObject& object, std::string_view list, Deed const& deed)
{
    auto* const found = object.if_contains(list);
    if (found == nullptr || !found->is_array())
        return;
    for (auto& item : found->get_array())
        if (item.is_object())
            deed(item.get_object());
}

void replace(JsonObject& object, std::string_view name, std::string_view from, std::string_view to)
{
    if (text_in(object, name) == from)
        object[name] = to;
}

void forget_states(JsonObject& page)
{
    auto const forget = [](JsonObject& service) {
        replace(
            service, "state", name_of(ServiceState::operational), name_of(ServiceState::unknown));
    };
    each_in(page, "services", forget);
    each_in(
        page, "incidents", [&](JsonObject& incident) { each_in(incident, "services", forget); });
}

// The dialect has no word for it; see component_status().
void forget_components(JsonObject& document)
{
    auto const forget = [](JsonObject& component) {
        replace(
            component, "status", name_of(component_status(ServiceState::operational)),
            name_of(component_status(ServiceState::unknown)));
    };
    each_in(document, "components", forget);
    for (std::string_view const list : {"incidents", "scheduled_maintenances"})
        each_in(document, list, [&](JsonObject& thing) { each_in(thing, "components", forget); });
    auto* const whole = document.if_contains("status");
    if (whole != nullptr && whole->is_object() &&
        text_in(whole->get_object(), "indicator") == "none")
        *whole = {{"indicator", "minor"}, {"description", "Status Not Known"}};
}

JsonObject said_in(Language language, std::string_view sentence, std::string_view url)
{
    return {
        {"state", words_of(ServiceState::unknown, texts_in(language))},
        {"sentences", JsonArray{Json(sentence)}},
        {"url", url}};
}

// No banner at all would say that all is well.
void add_banner(JsonObject& news, Instant last_known)
{
    auto* const list = news.if_contains("banners");
    if (list == nullptr || !list->is_array())
        return;
    auto& banners = list->get_array();
    auto const is_there = std::ranges::any_of(banners, [](Json const& banner) {
        return banner.is_object() && text_in(banner.get_object(), "id") == banner_id;
    });
    if (is_there)
        return;
    auto const page = text_in(news, "page");
    auto const at = to_rfc3339(last_known);
    banners.insert(
        banners.begin(),
        Json{
            {"id", banner_id},
            {"kind", "unknown"},
            {"tone", tone_of(ServiceState::unknown)},
            {"title", text_in(news, "brand")},
            {"en", said_in(Language::en, fmt::format("Last known: {{{}}}.", at), page)},
            {"de", said_in(Language::de, fmt::format("Zuletzt bekannt: {{{}}}.", at), page)}});
    if (banners.size() > most_banners)
        banners.resize(most_banners);
}

std::optional<JsonObject> read_object(std::string_view text)
{
    auto json = parse_json(text);
    return json && json->is_object() ? std::optional{std::move(json->get_object())} : std::nullopt;
}

// Nothing where there is no such notice: a page that does not tell of now.
std::optional<std::string> with_notice(std::string html)
{
    auto const notice = html.find(hidden_notice);
    auto const words = html.find(notice_words);
    if (notice == html.npos || words > notice || !html.contains(page_begins))
        return std::nullopt;
    auto const begin = words + notice_words.size();
    auto sentence = html.substr(begin, html.find('"', begin) - begin);
    if (auto const age = sentence.find('%'); age != sentence.npos)
        sentence.replace(age, 1, without_script);
    html.replace(
        notice, hidden_notice.size(),
        fmt::format(R"(id="old" role="status"><span>{}</span>)", sentence));
    html.insert(html.find(page_begins) + page_begins.size(), R"(class="is-old" )");
    return html;
}

}  // namespace

bool tells_of_now(std::string_view path)
{
    return path.ends_with(badge_name) || path == status_name || path == banner_name ||
           path.starts_with(dialect);
}

Forgetting::Forgetting(std::string_view status, Instant last_known) : last_known_{last_known}
{
    auto page = read_object(status);
    if (!page)
        return;
    knows_badges_ = true;
    bool is_all_well = true;
    each_in(*page, "services", [&](JsonObject const& service) {
        auto const id = ServiceId::parse(text_in(service, "id"));
        bool const is_well = text_in(service, "state") == name_of(ServiceState::operational);
        is_all_well = is_all_well && is_well;
        if (id && is_well)
            green_badges_.emplace(
                fmt::format("/services/{}{}", id_letters(id->value()), badge_name),
                text_in(service, "name"));
    });
    if (is_all_well)
        green_badges_.emplace(badge_name, text_in(*page, "brand"));
}

std::optional<Copy> Forgetting::forget(Copy copy) const
{
    if (tells_of_now(copy.path)) {
        auto body = without_green(copy);
        if (!body)
            return std::nullopt;
        copy.body = *std::move(body);
    } else if (copy.type.starts_with("text/html")) {
        if (auto html = with_notice(copy.body.text()))
            copy.body = *std::move(html);
    }
    return copy;
}

std::optional<Body> Forgetting::without_green(Copy const& copy) const
{
    if (copy.path.ends_with(badge_name)) {
        if (!knows_badges_)
            return std::nullopt;
        auto const green = green_badges_.find(copy.path);
        return green == green_badges_.end()
                   ? copy.body
                   : badge(green->second, ServiceState::unknown, Language::en);
    }
    auto document = read_object(copy.body.text());
    if (!document)
        return std::nullopt;
    if (copy.path == status_name)
        forget_states(*document);
    else if (copy.path == banner_name)
        add_banner(*document, last_known_);
    else
        forget_components(*document);
    return write_json(*document);
}

}  // namespace tellfirst::pages
