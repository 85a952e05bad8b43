#pragma once
// Pages that many people look at in the same minute. All that can be done before they ask is done
// before: the bytes are compressed, the headers written, the ETag known. Answering one is a search
// in a map and one write; no database, no lock, no copy of the body.
#include "wire/http/message.hpp"

#include <memory>

namespace tellfirst::http {

struct HotPage {
    // One encoding of it. The heads stop before Date, Connection and the empty line.
    struct Form {
        std::string head;
        std::string not_modified;  // for 304
        std::string body;
    };

    int status = 200;
    std::string tag;  // of the identity form, without quotes; the others have a suffix
    Form identity;
    std::optional<Form> gzip;  // nothing where it would be no shorter
    std::optional<Form> brotli;
};

// The page that answers, with 404, for every address of its host that leads nowhere.
inline constexpr std::string_view lost_path = "/404.html";

struct PageText {
    std::string body;
    std::string type = "text/html; charset=utf-8";
    Headers headers = {{"cache-control", "no-cache"}};  // Cache-Control and whatever else it needs
    int status = 200;
};

[[nodiscard]] std::shared_ptr<HotPage const> make_hot_page(PageText const& text);

// The same of what was compressed before; empty where that form is not wanted.
struct Compressed {
    std::string gzip;
    std::string brotli;
};
[[nodiscard]] std::shared_ptr<HotPage const>
make_hot_page(PageText const& text, Compressed compressed);

// By Accept-Encoding (RFC 9110 12.5.3): brotli before gzip before identity.
[[nodiscard]] HotPage::Form const& choose_form(HotPage const& page, std::string_view accepted);

// Does If-None-Match name a form of this page? What is not there has not stayed the same.
[[nodiscard]] bool is_known(HotPage const& page, std::string_view if_none_match);

}  // namespace tellfirst::http
