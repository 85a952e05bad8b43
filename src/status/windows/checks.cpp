#include "status/windows/checks.hpp"

#include "kernel/text.hpp"
#include "status/incidents/when.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"

namespace tellfirst::status {

Result<void> check_window_title(std::string const& title)
{
    if (trim(title).empty() || trim(title).size() > longest_title)
        return invalid("window.needs_title", "title", "A window needs a title of 1 to 200 bytes.");
    return {};
}

Result<void> check_window_services(db::Tx& tx, std::vector<ServiceId> const& services)
{
    if (services.empty() || services.size() > most_services)
        return invalid("window.needs_services", "services", "Name 1 to 200 services.");
    return check_named_services(tx, services);
}

Result<void> check_window_span(Instant starts_at, Instant ends_at, Instant now)
{
    if (starts_at <= now)
        return invalid("window.in_the_past", "starts_at", "This moment has passed already.");
    if (ends_at <= starts_at)
        return invalid("window.ends_before_start", "ends_at", "A window ends after its start.");
    if (ends_at - starts_at > longest_window)
        return invalid("window.too_long", "ends_at", "A window lasts at most 31 days.");
    if (starts_at > now + farthest_when)
        return invalid("window.too_far", "starts_at", "This is more than a year away.");
    return {};
}

Result<void> check_extension(Window const& window, Instant starts_at, Instant ends_at, Instant now)
{
    if (starts_at != window.starts_at)
        return invalid(
            "window.has_started", "starts_at", "It has started: only its end can be moved.");
    if (ends_at <= window.ends_at || ends_at <= now)
        return invalid(
            "window.ends_earlier", "ends_at",
            "Give a later end that is still to come. To end it earlier, finish it.");
    if (ends_at - starts_at > longest_window)
        return invalid("window.too_long", "ends_at", "A window lasts at most 31 days.");
    return {};
}

}  // namespace tellfirst::status
