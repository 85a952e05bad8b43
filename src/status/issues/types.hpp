#pragma once
// Known issues: longer-lived faults with a workaround and a projected fix.
#include "status/incidents/types.hpp"

namespace tellfirst::status {

struct NewIssue {
    static constexpr std::array<std::string_view, 3> required{"title", "services", "text"};
    std::string title;
    std::vector<ServiceId> services;
    std::string text;
    std::optional<Workaround> workaround;
    std::optional<Eta> fix;  // a promise; absent: no date yet, which the page says
    bool is_public = true;
};
BOOST_DESCRIBE_STRUCT(NewIssue, (), (title, services, text, workaround, fix, is_public))

struct CloseIssue {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;  // to those who said that it affects them
    bool notify = true;
};
BOOST_DESCRIBE_STRUCT(CloseIssue, (), (text, notify))

struct Issue {
    IssueId id;
    std::string title;
    std::vector<ServiceId> services;
    std::string text;
    std::optional<Workaround> workaround;
    notify::When fix;                   // eta_at, eta_from, eta_words
    std::vector<GivenEta> fix_history;  // each different one, oldest first
    bool is_public = true;
    std::int64_t affected = 0;  // voices: "affects me too"
    std::int64_t helped = 0;    // "this helped"
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> closed_at;
    std::string closing_text;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Issue, (),
    (id, title, services, text, workaround, fix, fix_history, is_public, affected, helped,
     created_at, changed_at, closed_at, closing_text, version))

}  // namespace tellfirst::status
