#pragma once
// What is posted to a webhook. Pure.
#include "accounts/types.hpp"
#include "notify/texts.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// Receivers may refuse more; a text that is too long for it is cut.
inline constexpr std::size_t most_payload_bytes = 20'000;

// test: one of us sends it for trial. A program that acts upon "incident.resolved" knows no
// "test.incident.resolved", and all that a person reads begins with "[test]".
enum class Mark { none, test };

struct PayloadOf {
    Dialect dialect = Dialect::standard;
    accounts::ResolvedBrand const& brand;  // in whose name it is said
    Instant said_at;
    Reader reader = {};  // of a chat
    Mark mark = Mark::none;
};

// What a person reads first of it.
[[nodiscard]] std::string marked(PayloadOf const& of, std::string text);

// Who reads in an account's chat: somebody like its first contact; else like the brand's strangers.
[[nodiscard]] Reader
reader_of(std::optional<accounts::Account> const& account, accounts::ResolvedBrand const& brand);

// "incident.investigating", "window.moved"
[[nodiscard]] std::string type_of(Announcement const& words);

// `words` as the webhook's account may know them (known_to).
[[nodiscard]] std::string payload(PayloadOf const& of, Announcement const& words);

// What is asked before a webhook counts: does it answer?
[[nodiscard]] std::string ping_payload(PayloadOf const& of, WebhookId webhook);

}  // namespace tellfirst::notify
