#pragma once
// All pages of all hosts as they were at one moment: what the press prints, the shelf shows, the
// data folder keeps and a mirror carries on.
#include "wire/http/message.hpp"

namespace tellfirst::pages {

struct Copy {
    std::string host;  // whose pages it belongs to; lower case, without a port
    std::string path;  // "/de/"
    std::string type = "text/html; charset=utf-8";
    http::Headers headers = {};
    std::string body;
    bool is_public = true;  // what needs a token never leaves this server by itself
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
