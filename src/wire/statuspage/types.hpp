#pragma once
// The words of the Statuspage dialect: what many tools read from many companies' pages.
#include "kernel/enums.hpp"
#include "kernel/instant.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tellfirst::statuspage {

enum class ComponentStatus {
    operational,
    degraded_performance,
    partial_outage,
    major_outage,
    under_maintenance
};
BOOST_DESCRIBE_ENUM(
    ComponentStatus, operational, degraded_performance, partial_outage, major_outage,
    under_maintenance)

// Of one incident (`impact`), and of the whole page (`indicator`).
enum class Impact { none, minor, major, critical, maintenance };
BOOST_DESCRIBE_ENUM(Impact, none, minor, major, critical, maintenance)

// The last four are a maintenance's; one that was cancelled is completed, for lack of a word.
enum class IncidentStatus {
    investigating,
    identified,
    monitoring,
    resolved,
    postmortem,
    scheduled,
    in_progress,
    verifying,
    completed
};
BOOST_DESCRIBE_ENUM(
    IncidentStatus, investigating, identified, monitoring, resolved, postmortem, scheduled,
    in_progress, verifying, completed)

// All ids are the 12 letters of ours, without a prefix.
struct Page {
    std::string id;
    std::string name;
    std::string url;
    std::string time_zone = "Etc/UTC";
    Instant updated_at;
};

struct Component {
    std::string id;
    std::string name;
    ComponentStatus status = ComponentStatus::operational;
    Instant created_at;
    Instant updated_at;
    std::int64_t position = 0;
    std::string description;  // empty: null
    bool is_group = false;
    std::optional<std::string> group;  // in which it stands
};

struct AffectedComponent {
    std::string id;
    std::string name;  // "Group - Component"
    ComponentStatus old_status = ComponentStatus::operational;
    ComponentStatus new_status = ComponentStatus::operational;
};

struct Update {
    std::string id;
    IncidentStatus status = IncidentStatus::investigating;
    std::string body;
    Instant at;
    std::vector<AffectedComponent> affected;
};

// When a maintenance is to be.
struct Schedule {
    Instant starts_at;
    Instant ends_at;
};

struct Incident {
    std::string id;
    std::string name;
    IncidentStatus status = IncidentStatus::investigating;
    Instant created_at;
    Instant updated_at;
    std::optional<Instant> monitoring_at;
    std::optional<Instant> resolved_at;
    Impact impact = Impact::none;
    std::string shortlink;
    Instant started_at;
    std::vector<Update> updates;          // newest first
    std::vector<std::string> components;  // ids of those that it touches
    std::optional<Schedule> schedule = std::nullopt;
};

// All that the eight documents are made of.
struct Snapshot {
    Page page;
    std::vector<Component> components;   // groups and their members, in the order of the page
    std::vector<Incident> incidents;     // newest first: the latest, and all that are open
    std::vector<Incident> maintenances;  // newest first: the latest, and all that are to come
    // Gone by now: what is past names them still, and nothing else does.
    std::vector<Component> retired = {};
};

// What the page says in one line.
struct Overall {
    Impact indicator = Impact::none;
    std::string description;
};

// Groups have no say of their own: their members do.
[[nodiscard]] Overall overall(std::vector<Component> const& components);

}  // namespace tellfirst::statuspage
