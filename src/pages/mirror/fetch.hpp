#pragma once
// The public pages of one host of another server, over HTTP.
#include "pages/snapshot.hpp"

#include <functional>
#include <span>

namespace tellfirst::pages {

// Answers the body of a path of that host, or why there is none.
using Get = std::function<Result<std::string>(std::string const& path)>;

// All that the host shows now; bodies that are among `known` already are not asked for again.
// Errors of Get and read_mirror_document; mirror.changed where a page was renewed between the list
// and our reading it: ask again.
[[nodiscard]] Result<std::vector<Copy>>
fetch_host(std::string const& host, std::span<Copy const> known, Get const& get);

// "https://status.example.com/" -> "status.example.com"
[[nodiscard]] std::string host_of(std::string_view url);

// Asks that server by its address.
[[nodiscard]] Get get_from(std::string origin);

}  // namespace tellfirst::pages
