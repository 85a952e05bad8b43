#include "wire/http/openapi.hpp"

#include "kernel/text.hpp"

#include <set>

namespace tellfirst::http {
namespace {

constexpr std::string_view api = "/api/";

[[nodiscard]] bool is_documented(Route const& route)
{
    return route.path.starts_with(api) || !route.summary.empty();
}

[[nodiscard]] bool is_name(std::string_view segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

// The segments behind "/api/v1", or all where the path lies elsewhere.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view path)
{
    auto segments = split(path, '/');
    segments.erase(segments.begin(), segments.begin() + (path.starts_with(api) ? 3 : 1));
    return segments;
}

// "POST /api/v1/tickets/{id}/replies" -> "post_tickets_id_replies"
[[nodiscard]] std::string operation_id(Route const& route)
{
    auto id = ascii_lower(route.method);
    for (auto const word : words_of(route.path)) {
        id += '_';
        for (char const c : word)
            if (c != '{' && c != '}')
                id += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return id;
}

[[nodiscard]] std::string tag_of(Route const& route)
{
    return route.path.starts_with(api) ? std::string{words_of(route.path).front()} : "server";
}

[[nodiscard]] JsonObject reference(std::string_view to)
{
    return {{"$ref", fmt::format("#/components/{}", to)}};
}

[[nodiscard]] JsonObject content(std::string_view type, Json schema)
{
    return {{type, JsonObject{{"schema", std::move(schema)}}}};
}

[[nodiscard]] JsonObject query_parameter(std::string_view name)
{
    JsonObject schema{{"type", "string"}};
    if (name == "limit")
        schema = {{"type", "integer"}, {"minimum", 1}, {"maximum", 200}, {"default", 50}};
    return {{"name", name}, {"in", "query"}, {"schema", std::move(schema)}};
}

[[nodiscard]] JsonArray parameters_of(Route const& route)
{
    JsonArray parameters;
    for (auto const segment : split(route.path, '/'))
        if (is_name(segment))
            parameters.push_back(JsonObject{
                {"name", segment.substr(1, segment.size() - 2)},
                {"in", "path"},
                {"required", true},
                {"schema", JsonObject{{"type", "string"}}}});
    for (auto const name : route.query)
        parameters.push_back(query_parameter(name));
    bool const is_kept = route.method == "POST" && route.work == nullptr && !route.secret &&
                         route.right != Right::anyone;
    if (is_kept)
        parameters.push_back(JsonObject{
            {"name", "Idempotency-Key"},
            {"in", "header"},
            {"description", "The same request with the same key is done once and answered again."},
            {"schema", JsonObject{{"type", "string"}, {"maxLength", 255}}}});
    if (route.stream)
        parameters.push_back(JsonObject{
            {"name", "Last-Event-ID"},
            {"in", "header"},
            {"description", "Where the stream goes on."},
            {"schema", JsonObject{{"type", "string"}}}});
    return parameters;
}

[[nodiscard]] JsonObject responses_of(Route const& route)
{
    JsonObject success{{"description", phrase_of(route.success)}};
    if (route.stream)
        success["content"] = content("text/event-stream", JsonObject{{"type", "string"}});
    else if (!route.reply_type.empty())
        success["content"] = content(route.reply_type, JsonObject{{"type", "string"}});
    else if (route.reply_schema != nullptr)
        success["content"] = content("application/json", route.reply_schema());
    return {
        {std::to_string(route.success), std::move(success)},
        {"default", reference("responses/Problem")}};
}

[[nodiscard]] JsonArray security_of(Route const& route)
{
    // An empty requirement says that one may come without any.
    if (route.right == Right::anyone)
        return {JsonObject{}};
    return {JsonObject{{"token", JsonArray{}}}, JsonObject{{"session", JsonArray{}}}};
}

[[nodiscard]] JsonObject operation_of(Route const& route)
{
    auto const id = operation_id(route);
    JsonObject operation{
        {"operationId", id},
        {"summary", route.summary.empty() ? std::string_view{id} : route.summary},
        {"tags", JsonArray{tag_of(route)}},
        {"security", security_of(route)}};
    if (route.right != Right::anyone)
        operation["description"] = fmt::format("Takes the right `{}`.", name_of(route.right));
    if (auto parameters = parameters_of(route); !parameters.empty())
        operation["parameters"] = std::move(parameters);
    if (route.request_schema != nullptr)
        operation["requestBody"] = JsonObject{
            {"required", true}, {"content", content("application/json", route.request_schema())}};
    operation["responses"] = responses_of(route);
    return operation;
}

[[nodiscard]] JsonObject text_schema()
{
    return {{"type", "string"}};
}

// RFC 9457, with our code and the fields that are wrong.
[[nodiscard]] JsonObject problem_schema()
{
    JsonObject const error{
        {"type", "object"},
        {"properties",
         JsonObject{{"field", text_schema()}, {"code", text_schema()}, {"detail", text_schema()}}},
        {"required", JsonArray{"field", "code", "detail"}}};
    return {
        {"type", "object"},
        {"properties",
         JsonObject{
             {"type", text_schema()},
             {"title", text_schema()},
             {"status", JsonObject{{"type", "integer"}}},
             {"code", text_schema()},
             {"detail", text_schema()},
             {"errors", JsonObject{{"type", "array"}, {"items", error}}}}},
        {"required", JsonArray{"type", "title", "status", "code", "detail", "errors"}}};
}

[[nodiscard]] JsonObject components()
{
    return {
        {"schemas", JsonObject{{"Problem", problem_schema()}}},
        {"responses",
         JsonObject{
             {"Problem",
              JsonObject{
                  {"description", "What is wrong, and where."},
                  {"content",
                   content("application/problem+json", reference("schemas/Problem"))}}}}},
        {"securitySchemes",
         JsonObject{
             {"token", JsonObject{{"type", "http"}, {"scheme", "bearer"}}},
             {"session",
              JsonObject{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-tellfirst"}}}}}};
}

}  // namespace

Json openapi_document(Table const& table, std::string_view version)
{
    JsonObject paths;
    std::set<std::string> tags;
    for (auto const& route : table.routes()) {
        if (!is_documented(*route))
            continue;
        auto& path = paths[route->path];
        if (path.is_null())
            path = JsonObject{};
        path.get_object()[ascii_lower(route->method)] = operation_of(*route);
        tags.insert(tag_of(*route));
    }
    JsonArray tag_list;
    for (auto const& tag : tags)
        tag_list.push_back(
            JsonObject{{"name", tag}, {"description", fmt::format("All about {}.", tag)}});
    return JsonObject{
        {"openapi", "3.1.0"},
        {"info",
         JsonObject{
             {"title", "Tellfirst"},
             {"version", version},
             {"description", "Everything that the console does, for scripts."},
             {"license", JsonObject{{"name", "Apache 2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", JsonArray{JsonObject{{"url", "/"}}}},
        {"tags", std::move(tag_list)},
        {"paths", std::move(paths)},
        {"components", components()}};
}

}  // namespace tellfirst::http
