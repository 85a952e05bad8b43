#pragma once
#include "pages/site.hpp"
#include "pages/snapshot.hpp"

#include <unordered_map>

namespace tellfirst::pages {

// Makes copies of a site's outputs, with the headers that all of them have. What said the same
// before is not hashed anew.
class Copying {
  public:
    // `before` outlives it.
    Copying(Site const& site, std::vector<Copy> const& before);

    void add(Output output);
    void add(std::vector<Output> outputs);
    // What stands on the site's host beside its page: for crawlers, browsers and those who are
    // lost.
    void add_fixed(Sites const& sites);

    [[nodiscard]] std::vector<Copy> take() && { return std::move(copies_); }

  private:
    void add(std::string path, Output output, http::Headers headers);

    Site const& site_;
    std::unordered_map<std::string_view, Copy const*> before_;  // by path
    std::vector<Copy> copies_;
};

}  // namespace tellfirst::pages
