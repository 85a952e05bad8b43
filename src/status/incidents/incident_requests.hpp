#pragma once
// Inside status: how requests are answered that bring an incident, or a word on one, into the
// world.
#include "status/status.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {

[[nodiscard]] inline Result<http::Reply> as_created(Result<Incident> const& incident)
{
    if (!incident)
        return incident.error();
    return http::created("/api/v1/incidents/" + incident->id.text(), to_json(*incident));
}

}  // namespace tellfirst::status
