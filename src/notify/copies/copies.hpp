#pragma once
// Texts that a partner's people copy and hand on to their own clients: nobody's name stands in
// them.
#include "db/db.hpp"
#include "notify/types.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

struct CopyText {
    std::string language;  // "en", "de"
    std::string text;
    bool operator==(CopyText const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CopyText, (), (language, text))

struct CopyTexts {
    std::vector<CopyText> texts;  // one in each of our languages
};
BOOST_DESCRIBE_STRUCT(CopyTexts, (), (texts))

// What everybody may know of an announcement, with its moments in this zone. Errors
// notice.not_found, zone.unknown.
[[nodiscard]] Result<CopyTexts> copy_texts(Call& call, NoticeId id, std::string const& zone);

// The one in the reader's language; "" where there is no such announcement.
[[nodiscard]] std::string copy_text_in(Call& call, NoticeId id, words::Reader const& reader);

void add_copy_routes(http::Table& table);

}  // namespace tellfirst::notify
