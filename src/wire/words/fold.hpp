#pragma once
#include <string>
#include <string_view>

namespace tellfirst::words {

// What a text is found by: without regard to case, accents and compatibility forms, so that
// "muller" and "MÜLLER" find "Müller", and "strasse" finds "Straße". For comparing, never for
// showing. Source: Unicode NFKC_Casefold (UAX #31), then NFD without its non-spacing marks.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace tellfirst::words
