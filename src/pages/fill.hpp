#pragma once
#include "kernel/json.hpp"

namespace tellfirst::pages {

// Another template that stands in this one as {{> name}}.
struct Partial {
    std::string_view name;
    std::string_view text;
};

// Fills a template: mustache, which knows no logic, so that whoever changes a page cannot break
// more than its looks. {{name}} is escaped; {{{name}}} is markup of ours and stays as it is. A
// value that is null counts as false.
[[nodiscard]] std::string
fill(std::string_view text, JsonObject const& values, std::initializer_list<Partial> partials = {});

}  // namespace tellfirst::pages
