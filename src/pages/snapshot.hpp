#pragma once
// All public pages of all hosts as they were at one moment: what the press prints, the shelf shows,
// the data folder keeps and a mirror carries on.
#include "kernel/digest.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::pages {

// What a page says, and the hash of it. Shared, because most pages say the same after a change.
class Body {
  public:
    Body(std::string text = {}) : said_{std::make_shared<Said const>(std::move(text))} {}
    Body(char const* text) : Body{std::string{text}} {}

    [[nodiscard]] std::string const& text() const { return said_->text; }
    [[nodiscard]] std::string const& hash() const { return said_->hash; }  // SHA-256, in hex
    bool operator==(Body const& other) const
    {
        return said_ == other.said_ || text() == other.text();
    }

  private:
    struct Said {
        explicit Said(std::string given) : text{std::move(given)}, hash{to_hex(sha256(text))} {}
        std::string text;
        std::string hash;
    };
    std::shared_ptr<Said const> said_;
};

struct Copy {
    std::string host;  // whose pages it belongs to; lower case, without a port
    std::string path;  // "/de/"
    std::string type = "text/html; charset=utf-8";
    http::Headers headers = {};
    Body body = {};
    bool operator==(Copy const&) const = default;
};

struct Snapshot {
    Instant made;
    std::string
        default_host;  // its pages are shown to whoever comes by a host that is none of ours
    std::vector<Copy> copies;
    bool operator==(Snapshot const&) const = default;
};

}  // namespace tellfirst::pages
