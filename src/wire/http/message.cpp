#include "wire/http/message.hpp"

#include <charconv>

namespace tellfirst::http {
namespace {

constexpr int usual_limit = 50;
constexpr int highest_limit = 200;

[[nodiscard]] std::optional<std::int64_t> parse_number(std::string_view text)
{
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

// One entry for each wrong field; a problem with a single field names it there, too, so that a
// client needs to look in one place only.
[[nodiscard]] JsonArray errors_of(Problem const& problem)
{
    JsonArray errors;
    for (auto const& error : problem.errors)
        errors.push_back(
            JsonObject{{"field", error.field}, {"code", error.code}, {"detail", error.detail}});
    if (errors.empty() && !problem.field.empty())
        errors.push_back(JsonObject{
            {"field", problem.field}, {"code", problem.code}, {"detail", problem.detail}});
    return errors;
}

}  // namespace

std::string_view Request::header(std::string_view name) const
{
    for (auto const& [key, value] : headers)
        if (key == name)
            return value;
    return {};
}

std::optional<std::string> Request::parameter(std::string_view name) const
{
    auto const parameters = parse_form(query);
    if (!parameters)
        return std::nullopt;
    auto const found = parameters->find(name);
    return found == parameters->end() ? std::nullopt : std::optional{found->second};
}

Result<std::optional<Instant>> Request::moment(std::string_view name) const
{
    auto const text = parameter(name);
    if (!text || text->empty())
        return std::optional<Instant>{};
    if (auto const at = parse_rfc3339(*text))
        return at;
    return invalid(
        "input.invalid", std::string{name},
        fmt::format("{} is a moment such as 2026-03-04T10:00:00Z.", name));
}

Result<int> Request::limit() const
{
    auto const text = parameter("limit");
    if (!text)
        return usual_limit;
    auto const number = parse_number(*text);
    if (!number || *number < 1 || *number > highest_limit)
        return invalid("input.invalid", "limit", "limit is a whole number from 1 to 200.");
    return static_cast<int>(*number);
}

Result<Form> Request::form() const
{
    auto form = parse_form(body);
    if (!form)
        return Problem{
            .kind = Refusal::malformed,
            .code = "form.malformed",
            .detail = "The form's fields are not encoded as a browser encodes them."};
    return *std::move(form);
}

Result<std::optional<std::int64_t>> Request::if_match() const
{
    auto const tag = header("if-match");
    if (tag.empty() || tag == "*")
        return std::optional<std::int64_t>{};
    auto const quoted = tag.size() > 2 && tag.front() == '"' && tag.back() == '"';
    auto const version = quoted ? parse_number(tag.substr(1, tag.size() - 2)) : std::nullopt;
    if (!version)
        return Problem{
            .kind = Refusal::malformed,
            .code = "http.bad_if_match",
            .detail = "If-Match takes one ETag as we gave it, for example \"7\"."};
    return std::optional{*version};
}

Result<void> Request::check_version(std::int64_t now) const
{
    auto const wanted = if_match();
    if (!wanted)
        return wanted.error();
    if (*wanted && **wanted != now)
        return stale();
    return {};
}

Reply ok(Json const& body)
{
    Reply reply{.body = write_json(body)};
    auto const* const version =
        body.is_object() ? body.get_object().if_contains("version") : nullptr;
    if (version != nullptr && version->is_int64())
        reply.headers.emplace_back("etag", fmt::format("\"{}\"", version->get_int64()));
    return reply;
}

Reply created(std::string_view location, Json const& body)
{
    auto reply = ok(body);
    reply.status = 201;
    reply.headers.emplace_back("location", location);
    return reply;
}

Reply no_content()
{
    return {.status = 204, .type = ""};
}

Reply page(int status, std::string html)
{
    return {.status = status, .body = std::move(html), .type = "text/html; charset=utf-8"};
}

Reply see_other(std::string_view location)
{
    return {.status = 303, .type = "", .headers = {{"location", std::string{location}}}};
}

int status_of(Refusal refusal)
{
    switch (refusal) {
    case Refusal::malformed: return 400;
    case Refusal::unauthenticated: return 401;
    case Refusal::forbidden: return 403;
    case Refusal::not_found: return 404;
    case Refusal::conflict: return 409;
    case Refusal::stale: return 412;
    case Refusal::too_large: return 413;
    case Refusal::invalid: return 422;
    case Refusal::too_many: return 429;
    case Refusal::internal: return 500;
    case Refusal::unavailable: return 503;
    }
    return 500;
}

std::string_view phrase_of(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

Reply problem(Problem const& problem)
{
    auto const status = problem.code == "http.no_such_method"   ? 405
                        : problem.code == "http.head_too_large" ? 431
                                                                : status_of(problem.kind);
    Reply reply{
        .status = status,
        .body = write_json(JsonObject{
            {"type", "about:blank"},
            {"title", phrase_of(status)},
            {"status", status},
            {"code", problem.code},
            {"detail", problem.detail},
            {"errors", errors_of(problem)}}),
        .type = "application/problem+json"};
    if (status == 401)
        reply.headers.emplace_back("www-authenticate", "Bearer");
    if (problem.retry_after_s > 0)
        reply.headers.emplace_back("retry-after", std::to_string(problem.retry_after_s));
    return reply;
}

}  // namespace tellfirst::http
