#pragma once
// Looking into a Maildir: the mails that Maildir (or anybody else) put there. Listing reads names
// only, so a folder of a hundred thousand mails costs as long as the system needs to name them.
#include "kernel/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::smtp {

// The name of a mail without its flags (":2,S"): it stays when a mail program moves the file from
// new to cur. Ours begin with the moment of writing, so that their order is that of time.
struct StoredMail {
    std::string id;
    std::string path;
    bool operator==(StoredMail const&) const = default;
};

// Letters, digits and . _ - = , + not beginning with a dot, at most 200: never a way out of the
// folder.
[[nodiscard]] bool is_mail_id(std::string_view text);

// At most `limit`, newest first, from behind `after` (empty: from the newest on). None where there
// is no such folder.
[[nodiscard]] std::vector<StoredMail>
newest_mails(std::string const& folder, std::string_view after, std::size_t limit);

[[nodiscard]] std::optional<StoredMail> find_mail(std::string const& folder, std::string_view id);

}  // namespace tellfirst::smtp
