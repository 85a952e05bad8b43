#pragma once
// From what is to be shown to the bytes that are sent: all outputs of all public sites.
#include "pages/copying.hpp"
#include "pages/site.hpp"
#include "pages/snapshot.hpp"

#include <functional>

namespace tellfirst::pages {

// Remembers what it printed: a change prints the sites that it concerns, and of their pages those
// that it is on.
class Printer {
  public:
    using PutUp = std::function<void(Snapshot)>;
    using IsWanted = std::function<bool()>;  // asked between two sites

    // Puts all pages up as they are now, those first for which people wait: the page and what
    // changed on it; its translation and what programs read; what mirrors ask for. A new site
    // appears whole. Nothing is put up where nothing has changed since the last time, and nothing
    // more once it is not wanted any longer.
    void
    print(Sites const& sites, PutUp const& put_up, IsWanted const& is_wanted = [] { return true; });

  private:
    // What one incident, window or issue was printed to.
    struct Kept {
        std::string key;
        std::vector<Output> outputs;
    };
    using Items = std::map<std::string, Kept>;  // by path
    struct Printed {
        std::string content;  // what its front says ...
        std::string whole;    // ... and what the rest does
        Items items;
        std::vector<Copy> front;  // the page in its own language, and those of what is on it
        std::vector<Copy> rest;
    };

    // Each answers whether there was anything to print.
    bool print_front(Sites const& sites, Site const& site);
    bool print_rest(Sites const& sites, Site const& site);
    bool forget_lost(Sites const& sites);
    template <class Item>
    void print_kept(Site const& site, Item const& item, Items& next, Items& last);
    [[nodiscard]] Snapshot snapshot_of(Sites const& sites) const;

    std::map<std::string, Printed> sites_;  // by their base_url
    std::vector<Copy> documents_;           // for mirrors
};

}  // namespace tellfirst::pages
