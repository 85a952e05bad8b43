#pragma once
// What the routes of accounts have in common: what was asked is read in one step, and what a verb
// answers goes out in one.
#include "wire/http/message.hpp"

namespace tellfirst::accounts {

struct Nothing {};

// A request about one object: its id, what is wanted of it, and which version of it was seen.
template <class AnId, class Wish = Nothing>
struct Asked {
    AnId id;
    Wish wish;
    std::optional<std::int64_t> version;  // of If-Match
};

template <class AnId, class Wish = Nothing>
[[nodiscard]] Result<Asked<AnId, Wish>>
asked_of(http::Request const& request, std::string const& what)
{
    auto const id = request.id<AnId>(what);
    if (!id)
        return id.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    Asked<AnId, Wish> asked{.id = *id, .wish = {}, .version = *version};
    if constexpr (!std::is_same_v<Wish, Nothing>) {
        auto wish = request.body_as<Wish>();
        if (!wish)
            return wish.error();
        asked.wish = *std::move(wish);
    }
    return asked;
}

// Refuses what is not there, or was meant for another version of it.
template <class T>
[[nodiscard]] Result<void>
check_there(http::Request const& request, std::string const& what, std::optional<T> const& found)
{
    if (!found)
        return not_found(what);
    return request.check_version(found->version);
}

template <class T>
[[nodiscard]] Result<http::Reply> reply_created(std::string_view where, Result<T> const& made)
{
    if (!made)
        return made.error();
    return http::created(fmt::format("{}/{}", where, made->id.text()), to_json(*made));
}

template <class T>
[[nodiscard]] Result<http::Reply> reply_ok(Result<T> const& changed)
{
    if (!changed)
        return changed.error();
    return http::ok(to_json(*changed));
}

template <class T>
[[nodiscard]] Result<http::Reply>
reply_found(std::string const& what, std::optional<T> const& found)
{
    if (!found)
        return not_found(what);
    return http::ok(to_json(*found));
}

}  // namespace tellfirst::accounts
