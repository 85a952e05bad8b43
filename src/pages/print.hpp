#pragma once
// From what is to be shown to the bytes that are sent: all outputs of all sites.
#include "pages/site.hpp"
#include "pages/snapshot.hpp"

namespace tellfirst::pages {

// Two sites with the same of this differ in nothing that a reader sees. When a service was last
// looked at is part of it once a minute: hundreds may be looked at each second.
[[nodiscard]] std::string content_of(Site const& site);

// Remembers what it printed: a change prints the sites that it concerns, and of their pages those
// that it is on.
class Printer {
  public:
    enum class Which { everybodys, all };

    // All pages as they are now; nothing where no site of those that were meant has changed since
    // the last time. Everybody's come first because most people wait for them.
    [[nodiscard]] std::optional<Snapshot> print(Sites const& sites, Which which);

  private:
    // What one incident, window or issue was printed to.
    struct Kept {
        std::string key;
        std::vector<Output> outputs;
    };
    struct Printed {
        std::string content;
        std::map<std::string, Kept> pages;  // by path
        std::vector<Copy> copies;
    };

    void print_site(Site const& site, Printed& printed);
    template <class Item>
    void print_item(Site const& site, Item const& item, Printed& next, Printed& last);

    std::map<std::string, Printed> sites_;  // by their base_url
};

}  // namespace tellfirst::pages
