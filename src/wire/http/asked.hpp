#pragma once
// What routes that are about one thing have in common: what was asked is read in one step, and what
// a verb answers goes out in one.
#include "db/call.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::http {

struct Nothing {};

// Which thing, what is wished of it, and which version of it was seen.
template <class AnId, class Wish = Nothing>
struct Asked {
    AnId id;
    Wish wish;
    std::optional<std::int64_t> version;  // of If-Match
};

// `what` names the thing in a refusal: "window".
template <class AnId, class Wish = Nothing>
[[nodiscard]] Result<Asked<AnId, Wish>> asked_of(Request const& request, std::string const& what)
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
template <class Thing>
[[nodiscard]] Result<void>
check_there(Request const& request, std::string const& what, std::optional<Thing> const& found)
{
    if (!found)
        return not_found(what);
    return request.check_version(found->version);
}

template <class Thing>
[[nodiscard]] Result<Reply> reply_created(std::string_view where, Result<Thing> const& made)
{
    if (!made)
        return made.error();
    return created(fmt::format("{}/{}", where, made->id.text()), to_json(*made));
}

template <class Thing>
[[nodiscard]] Result<Reply> reply_ok(Result<Thing> const& changed)
{
    if (!changed)
        return changed.error();
    return ok(to_json(*changed));
}

template <class Thing>
[[nodiscard]] Result<Reply> reply_found(std::string const& what, std::optional<Thing> const& found)
{
    if (!found)
        return not_found(what);
    return ok(to_json(*found));
}

// A verb that changes one thing.
template <class Thing, class AnId, class Wish>
using ChangeVerb = Result<Thing>(Call&, AnId, Wish const&, std::optional<std::int64_t> version);

// What the verb makes of it.
template <class Thing, class AnId, class Wish>
[[nodiscard]] Result<Thing> changed(
    Request const& request, Call& call, std::string const& what,
    ChangeVerb<Thing, AnId, Wish>& verb)
{
    auto const asked = asked_of<AnId, Wish>(request, what);
    if (!asked)
        return asked.error();
    return verb(call, asked->id, asked->wish, asked->version);
}

// The same as an answer: the thing as it is now.
template <class Thing, class AnId, class Wish>
[[nodiscard]] Result<Reply> change(
    Request const& request, Call& call, std::string const& what,
    ChangeVerb<Thing, AnId, Wish>& verb)
{
    return reply_ok(changed(request, call, what, verb));
}

}  // namespace tellfirst::http
