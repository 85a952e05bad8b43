#pragma once
// The public pages of one host of another server, over HTTP.
#include "pages/snapshot.hpp"

#include <functional>
#include <span>
#include <stop_token>

namespace tellfirst::pages {

// Answers the body of a path of that host, or why there is none.
using Get = std::function<Result<std::string>(std::string const& path)>;

// All that one host may show. A house of a thousand services shows half of that; and a follower
// keeps it in memory, so whoever shows more must not make it grow.
inline constexpr std::size_t most_host_bytes = 128 * 1024 * 1024;

// What one host shows. What was read of it is known from then on, also where the rest could not be
// read: so a large house comes over a slow line, too, look by look.
class Fetching {
  public:
    // `known` is what it showed once.
    explicit Fetching(
        std::string host, std::span<Copy const> known = {},
        std::size_t most_bytes = most_host_bytes);

    // All that the host shows now; what is known already is not asked for. Errors of Get and
    // read_mirror_document; mirror.too_large; mirror.changed where a page was renewed between the
    // list and our reading it: ask again.
    [[nodiscard]] Result<std::vector<Copy>> look(Get const& get);

  private:
    [[nodiscard]] Result<Body>
    body_at(std::string const& path, std::string const& hash, Get const& get);

    std::string host_;
    std::size_t most_bytes_;
    std::map<std::string, Body, std::less<>> bodies_;  // by their hashes
};

// "https://status.example.com/" -> "status.example.com"
[[nodiscard]] std::string host_of(std::string_view url);

// How long we may ask, all files together, and who may end it before.
struct Patience {
    std::chrono::steady_clock::time_point until;
    std::stop_token stop = {};
};

// Asks that server by its address, over a connection that is kept. Errors mirror.refused,
// mirror.too_slow, and those of http::ask.
[[nodiscard]] Get get_from(std::string origin, Patience patience);

}  // namespace tellfirst::pages
