#include "wire/http/table.hpp"

#include "kernel/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace tellfirst::http {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] bool is_name(std::string_view segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

[[nodiscard]] std::optional<Names> match(std::string_view pattern, std::string_view path)
{
    auto const wanted = split(pattern, '/');
    auto const given = split(path, '/');
    if (wanted.size() != given.size())
        return std::nullopt;
    Names names;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (is_name(wanted[i]) && !given[i].empty())
            names.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
        else if (wanted[i] != given[i])
            return std::nullopt;
    }
    return names;
}

[[nodiscard]] Problem no_such_method()
{
    return {
        .kind = Refusal::invalid,
        .code = "http.no_such_method",
        .detail = "This address does not know that method; see the Allow header."};
}

}  // namespace

Problem no_such_path()
{
    return {
        .kind = Refusal::not_found,
        .code = "http.no_such_path",
        .detail = "There is nothing at this address."};
}

Route& Table::get(std::string_view path, Right right, Handler handler)
{
    return add({.method = "GET", .path = path, .right = right, .handler = std::move(handler)});
}

Route& Table::post(std::string_view path, Right right, Handler handler)
{
    return add({.method = "POST", .path = path, .right = right, .handler = std::move(handler)});
}

Route& Table::put(std::string_view path, Right right, Handler handler)
{
    return add({.method = "PUT", .path = path, .right = right, .handler = std::move(handler)});
}

Route& Table::patch(std::string_view path, Right right, Handler handler)
{
    return add({.method = "PATCH", .path = path, .right = right, .handler = std::move(handler)});
}

Route& Table::remove(std::string_view path, Right right, Handler handler)
{
    return add({.method = "DELETE", .path = path, .right = right, .handler = std::move(handler)});
}

Route& Table::work(std::string_view method, std::string_view path, Right right, WorkHandler handler)
{
    return add({.method = method, .path = path, .right = right, .work = std::move(handler)});
}

Route& Table::stream(std::string_view path, Right right)
{
    return add({.method = "GET", .path = path, .right = right, .stream = true});
}

Route& Table::add(Route route)
{
    auto const is_same = [&](auto const& other) {
        return other->method == route.method && other->path == route.path;
    };
    if (std::ranges::any_of(routes_, is_same))
        throw std::logic_error{fmt::format("two routes for {} {}", route.method, route.path)};
    return *routes_.emplace_back(std::make_unique<Route>(std::move(route)));
}

Result<Table::Match> Table::find(std::string_view method, std::string_view path) const
{
    bool const is_head = method == "HEAD";
    auto const wanted = is_head ? std::string_view{"GET"} : method;
    std::optional<Match> best;
    bool is_path = false;
    for (auto const& route : routes_) {
        auto names = match(route->path, path);
        if (!names)
            continue;
        is_path = true;
        if (route->stream && is_head)
            continue;
        if (route->method == wanted && (!best || names->size() < best->names.size()))
            best = Match{.route = route.get(), .names = *std::move(names)};
    }
    if (best)
        return *std::move(best);
    return is_path ? no_such_method() : no_such_path();
}

std::string Table::allowed(std::string_view path) const
{
    std::string methods;
    for (auto const& route : routes_) {
        if (!match(route->path, path) || methods.contains(route->method))
            continue;
        methods += methods.empty() ? "" : ", ";
        methods += route->method == "GET" && !route->stream ? "GET, HEAD" : route->method;
    }
    return methods;
}

}  // namespace tellfirst::http
