#include "pages/portal/typed_date.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "pages/portal/portal_words.hpp"
#include "wire/words/wall_clock.hpp"

namespace tellfirst::pages {
namespace {

// What is shown again must not grow without end; a title may have 200 bytes.
constexpr std::size_t longest_field = 254;

std::string field(http::Form const& form, std::string_view name)
{
    auto const found = form.find(name);
    return found == form.end() ? std::string{}
                               : std::string{cut_utf8(trim(found->second), longest_field)};
}

// What is wrong with a title needs no telling apart.
std::string_view words_of(std::string_view code, PortalWords const& words)
{
    static std::map<std::string_view, std::string_view PortalWords::*> const by_code{
        {"zone.unknown", &PortalWords::wrong_zone},
        {"critical_date.bad_time", &PortalWords::wrong_time},
        {"critical_date.ends_before_start", &PortalWords::wrong_order},
        {"critical_date.over", &PortalWords::wrong_past},
        {"critical_date.too_long", &PortalWords::wrong_length},
        {"critical_date.too_far", &PortalWords::wrong_distance},
        {"critical_date.too_many", &PortalWords::wrong_count}};
    auto const found = by_code.find(code);
    return words.*(found == by_code.end() ? &PortalWords::wrong_title : found->second);
}

Json wrong_view(TypedDate const& typed, std::string_view field)
{
    auto const found = typed.wrong.find(field);
    return found == typed.wrong.end() ? Json(nullptr) : Json(JsonObject{{"text", found->second}});
}

}  // namespace

TypedDate typed_in(http::Form const& form)
{
    return {
        .title = field(form, "title"),
        .starts_at = field(form, "starts_at"),
        .ends_at = field(form, "ends_at"),
        .zone = field(form, "zone")};
}

Result<accounts::NewCriticalDate> read(TypedDate const& typed)
{
    if (!accounts::is_known_zone(typed.zone))
        return invalid("zone.unknown", "zone", "This is not a time zone.");
    auto const starts_at = words::read_wall_clock(typed.starts_at, typed.zone);
    auto const ends_at = words::read_wall_clock(typed.ends_at, typed.zone);
    std::vector<FieldError> errors;
    for (auto const& [name, clock] : {std::pair{"starts_at", starts_at}, {"ends_at", ends_at}})
        if (!clock)
            errors.push_back({name, "critical_date.bad_time", "This is no day and time."});
    if (!errors.empty())
        return Problem{
            .kind = Refusal::invalid,
            .code = errors.front().code,
            .detail = errors.front().detail,
            .field = errors.front().field,
            .errors = errors};
    return accounts::NewCriticalDate{
        .title = typed.title, .starts_at = starts_at->first, .ends_at = ends_at->last};
}

TypedDate refused(TypedDate typed, Problem const& problem, words::Language language)
{
    auto const& words = portal_words_in(language);
    typed.wrong.emplace(problem.field, words_of(problem.code, words));
    for (auto const& error : problem.errors)
        typed.wrong.emplace(error.field, words_of(error.code, words));
    return typed;
}

JsonObject form_view(TypedDate const& typed)
{
    return {
        {"title", typed.title},
        {"starts_at", typed.starts_at},
        {"ends_at", typed.ends_at},
        {"zone", typed.zone},
        {"wrong_title", wrong_view(typed, "title")},
        {"wrong_starts_at", wrong_view(typed, "starts_at")},
        {"wrong_ends_at", wrong_view(typed, "ends_at")},
        {"wrong_zone", wrong_view(typed, "zone")}};
}

}  // namespace tellfirst::pages
