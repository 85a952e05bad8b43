#pragma once
// Changes: every one of them names a thing, says what is wished of it, and of which version of it
// (If-Match), in the same way.
#include "db/call.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::http {

template <class Thing, class AnId, class Wish>
using ChangeVerb = Result<Thing>(Call&, AnId, Wish const&, std::optional<std::int64_t> version);

// What the verb makes of it. `what` names the thing in a refusal: "window".
template <class Thing, class AnId, class Wish>
[[nodiscard]] Result<Thing> changed(
    Request const& request, Call& call, std::string const& what,
    ChangeVerb<Thing, AnId, Wish>& verb)
{
    auto const id = request.id<AnId>(what);
    if (!id)
        return id.error();
    auto const wish = request.body_as<Wish>();
    if (!wish)
        return wish.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    return verb(call, *id, *wish, *version);
}

// The same as an answer: the thing as it is now.
template <class Thing, class AnId, class Wish>
[[nodiscard]] Result<Reply> change(
    Request const& request, Call& call, std::string const& what,
    ChangeVerb<Thing, AnId, Wish>& verb)
{
    auto const thing = changed(request, call, what, verb);
    if (!thing)
        return thing.error();
    return ok(to_json(*thing));
}

}  // namespace tellfirst::http
