#pragma once
// What touched an account in the last year: each incident on services that it used then,
// with all that was trouble of its own alone, work that really began, and known issues.
#include "pages/portal/visitor.hpp"

namespace tellfirst::pages {

enum class PastKind { incident, window, issue };
BOOST_DESCRIBE_ENUM(PastKind, incident, window, issue)

struct PastThing {
    PastKind kind = PastKind::incident;
    std::string id;  // "inc_..."
    std::string title;
    std::string state;  // an incident's or window's; of an issue "open" or "closed"
    std::optional<status::ServiceState> worst;  // of an incident
    std::vector<ShownName> services;
    bool is_yours_only = false;
    Instant from;
    std::optional<Instant> to;  // absent: it goes on
    std::int64_t lasted_s = 0;  // until now, where it goes on
    std::optional<Instant> reviewed_at;
    std::string path;  // of its page: "/portal/incidents/aaaak3vq7x2m"
};
BOOST_DESCRIBE_STRUCT(
    PastThing, (),
    (kind, id, title, state, worst, services, is_yours_only, from, to, lasted_s, reviewed_at, path))

struct PastMonth {
    status::Standing standing;
    std::vector<PastThing> things;  // that began in it, the latest first
};
BOOST_DESCRIBE_STRUCT(PastMonth, (), (standing, things))

struct History {
    Instant as_of;
    std::vector<PastMonth> months;  // the newest first
};
BOOST_DESCRIBE_STRUCT(History, (), (as_of, months))

// `standings`: the months, the newest first. What began before all of them stands in the oldest,
// if it went on then; what was over before, and what has not begun yet, stands nowhere.
[[nodiscard]] History
history_of(std::vector<status::Standing> standings, Seen const& seen, Instant now);

// Nothing for a prospect, who has no account.
[[nodiscard]] std::optional<History> look_back(Call& call, Visitor const& visitor);

[[nodiscard]] std::string render(Visitor const& visitor, History const& history);

}  // namespace tellfirst::pages
