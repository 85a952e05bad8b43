#pragma once
#include "kernel/actor.hpp"
#include "kernel/json.hpp"
#include "wire/http/urls.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tellfirst {
struct Call;
}

namespace tellfirst::http {

// Header names are compared without regard to case and kept in lower case.
using Headers = std::vector<std::pair<std::string, std::string>>;

// A request as a handler sees it: read, limited, its caller known.
struct Request {
    std::string method;
    std::string path;   // percent-decoded, without the query
    std::string query;  // as it came
    Headers headers;
    std::string body;
    std::string peer;                                       // the address it came from
    std::map<std::string, std::string, std::less<>> names;  // values of the route's {names}
    Actor actor;

    // The first header of that (lower-case) name, or "".
    [[nodiscard]] std::string_view header(std::string_view name) const;

    // A percent-decoded query parameter.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;

    // A query parameter as an enum; error input.invalid names the words that there are.
    template <DescribedEnum E>
    [[nodiscard]] Result<std::optional<E>> parameter_as(std::string_view name) const
    {
        auto const text = parameter(name);
        if (!text || text->empty())
            return std::optional<E>{};
        if (auto const value = parse_enum<E>(*text))
            return std::optional<E>{*value};
        return invalid("input.invalid", std::string{name}, json_detail::one_of(names_of<E>()));
    }

    // A query parameter as a moment (RFC 3339); error input.invalid.
    [[nodiscard]] Result<std::optional<Instant>> moment(std::string_view name) const;

    // `limit` of a list: 1 to 200, 50 where it is not given.
    [[nodiscard]] Result<int> limit() const;

    // `after` of a list: the last id of the page before; nothing for the first page.
    template <class AnId>
    [[nodiscard]] Result<std::optional<AnId>> after() const
    {
        auto const text = parameter("after");
        if (!text || text->empty())
            return std::optional<AnId>{};
        if (auto const id = AnId::parse(*text))
            return std::optional<AnId>{*id};
        return invalid("input.invalid", "after", "after: " + AnId::expectation());
    }

    // The id in the path. Error 404, as if the object did not exist, where it is none.
    template <class AnId>
    [[nodiscard]] Result<AnId> id(std::string const& what, std::string_view name = "id") const
    {
        auto const found = names.find(name);
        auto const id = found == names.end() ? std::nullopt : AnId::parse(found->second);
        if (!id)
            return not_found(what);
        return *id;
    }

    template <class T>
    [[nodiscard]] Result<T> body_as() const
    {
        auto const document = parse_json(body.empty() ? std::string_view{"{}"} : body);
        if (!document)
            return document.error();
        return from_json<T>(*document);
    }

    // The body of an HTML form. Error form.malformed.
    [[nodiscard]] Result<Form> form() const;

    // The version that If-Match names ("\"7\"" -> 7); nothing where there is no such header.
    // Error http.bad_if_match.
    [[nodiscard]] Result<std::optional<std::int64_t>> if_match() const;

    // Refuses what was meant for another version than the one there is now: errors http.stale
    // (412), http.bad_if_match. Nothing to refuse where there is no If-Match.
    [[nodiscard]] Result<void> check_version(std::int64_t now) const;
};

// The rest of a body that is too long for memory: called again and again, each time in a read
// transaction of its own, until it answers "". What it throws breaks the connection off, so that
// nobody takes a part for the whole.
using More = std::function<std::string(Call&)>;

struct Reply {
    int status = 200;
    std::string body = {};
    std::string type = "application/json";
    Headers headers = {};
    More more = {};
};

// `version`, where the object has one, becomes the ETag.
[[nodiscard]] Reply ok(Json const& body);
[[nodiscard]] Reply created(std::string_view location, Json const& body);
[[nodiscard]] Reply no_content();
[[nodiscard]] Reply page(int status, std::string html);  // an HTML page
[[nodiscard]] Reply see_other(std::string_view location);

// RFC 9457: {type, title, status, code, detail, errors: [{field, code, detail}]}
[[nodiscard]] Reply problem(Problem const& problem);
[[nodiscard]] int status_of(Refusal refusal);
[[nodiscard]] std::string_view phrase_of(int status);

}  // namespace tellfirst::http
