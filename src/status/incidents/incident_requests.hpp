#pragma once
// Inside status: what all requests to do something with an incident have in common.
#include "status/status.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {

template <class Wish>
using IncidentVerb =
    Result<Incident>(Call&, IncidentId, Wish const&, std::optional<std::int64_t> version);

// Reads which incident, what is wished of it and at which version, and answers what the verb makes
// of it.
template <class Wish>
[[nodiscard]] Result<Incident>
on_incident(http::Request const& request, Call& call, IncidentVerb<Wish>& verb)
{
    auto const id = request.id<IncidentId>("incident");
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

[[nodiscard]] inline Result<http::Reply> as_reply(Result<Incident> const& incident)
{
    return incident ? Result<http::Reply>{http::ok(to_json(*incident))} : incident.error();
}

[[nodiscard]] inline Result<http::Reply> as_created(Result<Incident> const& incident)
{
    if (!incident)
        return incident.error();
    return http::created("/api/v1/incidents/" + incident->id.text(), to_json(*incident));
}

}  // namespace tellfirst::status
