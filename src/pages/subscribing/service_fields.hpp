#pragma once
#include "kernel/json.hpp"
#include "pages/subscribing/service_choice.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// For the template part_services. None where there is nothing to choose. `wrong`: he wanted some
// and ticked none.
enum class Ticked { well, none_of_some };
[[nodiscard]] Json
service_fields(ServiceChoice const& choice, words::Language language, Ticked ticked);

}  // namespace tellfirst::pages
