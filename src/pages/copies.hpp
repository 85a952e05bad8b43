#pragma once
// The pages as files in the data folder, so that a restart shows the last ones at once, whatever
// is the matter with the database. They are what a dumb web server could serve, too.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::pages {

struct Copy {
    std::string path;  // "/de/"
    std::string body;
    bool operator==(Copy const&) const = default;
};

class Copies {
  public:
    // Below `data`/pages; an empty `data` keeps nothing.
    explicit Copies(std::string data);

    // Each file is whole at any moment. False where the disk would not take it.
    [[nodiscard]] bool keep(std::vector<Copy> const& copies) const;
    [[nodiscard]] std::optional<std::string> read(std::string_view path) const;

  private:
    [[nodiscard]] std::string file_of(std::string_view path) const;
    std::string folder_;
};

}  // namespace tellfirst::pages
