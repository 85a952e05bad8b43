#pragma once
// The eight documents of the dialect, and the bodies of its webhooks. Keys stand in the order in
// which Statuspage itself writes them, because some readers compare texts.
#include "kernel/json.hpp"
#include "wire/statuspage/types.hpp"

#include <string_view>

namespace tellfirst::statuspage {

struct Document {
    std::string_view path;  // "/api/v2/summary.json"
    std::string body;
};
[[nodiscard]] std::vector<Document> documents(Snapshot const& snapshot);

// Where a subscriber leaves, and reads what this is; when it was said.
struct Meta {
    std::string unsubscribe;
    std::string documentation;
    Instant generated_at;
};

struct ComponentChange {
    std::string id;  // of the change
    std::string component;
    ComponentStatus old_status = ComponentStatus::operational;
    ComponentStatus new_status = ComponentStatus::operational;
    Instant at;
};

// The component must be among the snapshot's.
[[nodiscard]] JsonObject
component_webhook(Meta const& meta, Snapshot const& snapshot, ComponentChange const& change);

[[nodiscard]] JsonObject
incident_webhook(Meta const& meta, Snapshot const& snapshot, Incident const& incident);

// "2026-11-21T15:30:00.000Z"
[[nodiscard]] std::string stamp(Instant at);

}  // namespace tellfirst::statuspage
