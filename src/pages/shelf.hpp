#pragma once
// The pages that are shown now, ready to be sent. Nobody changes a shelf: a new one replaces it.
#include "pages/snapshot.hpp"
#include "wire/http/hot_page.hpp"

namespace tellfirst::pages {

// Compressed and ready. The page of those who are lost answers with 404.
[[nodiscard]] std::shared_ptr<http::HotPage const> make_page(Copy const& copy);

class Shelf {
  public:
    // What is the same as on the old shelf is taken from there: most pages do not change with each
    // incident, and compressing is most of the work.
    [[nodiscard]] static std::shared_ptr<Shelf const>
    of(Snapshot const& snapshot, Shelf const* old = nullptr);

    // The page of a host and path, or none. A host that is none of ours gets the default one's.
    [[nodiscard]] std::shared_ptr<http::HotPage const>
    find(std::string_view host, std::string_view path) const;

    // Does this host have pages that are not the default one's?
    [[nodiscard]] bool is_partners(std::string_view host) const;

  private:
    // Shared with the next shelf, on which most of them stand again.
    struct Entry {
        std::string type;
        http::Headers headers;
        Body body;
        std::shared_ptr<http::HotPage const> page;
    };
    using EntryPtr = std::shared_ptr<Entry const>;
    using Pages = std::map<std::string, EntryPtr, std::less<>>;

    [[nodiscard]] static bool is_same(EntryPtr const& entry, Copy const& copy);
    [[nodiscard]] EntryPtr const* entry(std::string_view host, std::string_view path) const;

    std::map<std::string, Pages, std::less<>> hosts_;
    std::string default_host_;
};

}  // namespace tellfirst::pages
