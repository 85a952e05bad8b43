#pragma once
#include "kernel/instant.hpp"
#include "wire/dkim/key.hpp"

#include <vector>

namespace tellfirst::dkim {

// Where a key lies, and under which name its public half is published:
// SELECTOR._domainkey.DOMAIN.
struct KeyFile {
    std::string domain;  // in lower case
    std::string selector;
    std::string path;

    bool operator==(KeyFile const&) const = default;
};

// "help.example.com s2026 /etc/tellfirst/dkim.pem", several with commas between them. Error
// dkim.bad_list.
[[nodiscard]] Result<std::vector<KeyFile>> parse_key_files(std::string_view text);

// The keys of all domains in whose name we sign.
class Keys {
  public:
    // Error dkim.bad_key, with a sentence that says what to do.
    [[nodiscard]] static Result<Keys> read(std::vector<KeyFile> const& files);

    [[nodiscard]] bool is_empty() const { return owned_.empty(); }

    // A DKIM-Signature for each key of the domain of its From, to stand before the message; ""
    // where there is none. The message has CRLF line ends and is not dot-stuffed.
    [[nodiscard]] std::string signatures(std::string_view message, Instant now) const;

  private:
    struct Owned {
        KeyFile file;
        Key key;
    };
    std::vector<Owned> owned_;
};

}  // namespace tellfirst::dkim
