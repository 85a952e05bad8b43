#pragma once
// The rows of a table as the accounts that they mean, with everything that is wrong, by line.
#include "accounts/csv.hpp"

#include <functional>

namespace tellfirst::accounts {

// More wrong lines than this are somebody's mistake as a whole.
inline constexpr std::size_t most_line_errors = 200;

// What the rows name and only the database knows.
struct ImportLookups {
    std::function<std::optional<PlanId>(std::string_view)> plan_named;
    std::function<std::optional<ServiceId>(std::string_view)> service_named;
    std::function<bool(Email const&)> is_taken;  // is somebody's contact already
    std::function<bool(PlanId)> has_rule;        // says what all accounts on it use
};

// One row is one contact; rows with the same account name are one account, and have to agree on
// its plan and services. A row without contact and email is an account without contacts.
[[nodiscard]] ImportPreview preview_of(CsvTable const& table, ImportLookups const& lookups);

}  // namespace tellfirst::accounts
