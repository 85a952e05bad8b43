#pragma once
// A feed as a value, and its two spellings: Atom (RFC 4287) and RSS 2.0. Pure: the same feed is
// the same bytes, so that a reader who asks again is answered "not modified".
#include "kernel/instant.hpp"

#include <string>
#include <vector>

namespace tellfirst::feed {

struct Entry {
    std::string id;     // "urn:uuid:..": the same for ever, whatever else changes
    std::string title;  // plain text
    std::string link;   // where a person reads it
    std::string html;   // markup that is safe to show
    std::vector<std::string> categories;
    Instant published;
    Instant updated;  // its last change, never "now"
};

struct Feed {
    std::string id;
    std::string title;
    std::string author;    // also the generator: a reader sees one name and no other
    std::string language;  // "en"
    std::string page;      // the page that says the same to people
    std::string atom;      // where the feed itself stands, in either spelling
    std::string rss;
    Instant updated;  // where there are entries, the newest change of one
    std::vector<Entry> entries;
};

[[nodiscard]] std::string write_atom(Feed const& feed);

// RSS knows one date of an item, and its readers sort by it: it is the last change.
[[nodiscard]] std::string write_rss(Feed const& feed);

}  // namespace tellfirst::feed
