#pragma once
#include "kernel/json.hpp"

namespace tellfirst::pages {

// Fills a template: mustache, which knows no logic, so that whoever changes a page cannot break
// more than its looks. {{name}} is escaped; {{{name}}} is markup of ours and stays as it is. A
// value that is null counts as false. {{> part_aid}} is the template aid.html.mustache.
[[nodiscard]] std::string fill(std::string_view text, JsonObject const& values);

}  // namespace tellfirst::pages
