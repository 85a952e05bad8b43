#pragma once
#include <string>
#include <string_view>

namespace tellfirst::pages {

// Writes a file that is whole at any moment, making its folders, readable for all whom the umask
// lets. Not synced. False where the disk would not take it.
[[nodiscard]] bool write_whole(std::string const& file, std::string_view body);

}  // namespace tellfirst::pages
