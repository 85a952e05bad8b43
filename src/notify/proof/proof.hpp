#pragma once
// The proof's part of the door: who was told, when and by what; who was not, and why.
#include "db/db.hpp"
#include "notify/webhooks/types.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::notify {

// Where a contact stands by the best of his deliveries. told: one was accepted by his mail's relay,
// as an SMS or a push, or by a webhook of his account. on_the_way: else one may still be.
enum class Side { told, on_the_way, not_told };
BOOST_DESCRIBE_ENUM(Side, told, on_the_way, not_told)

// Contacts, each counted once. A page alone tells nobody.
struct Proof {
    std::int64_t exposed = 0;
    std::int64_t told = 0;
    std::int64_t on_the_way = 0;
    std::int64_t not_told = 0;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (exposed, told, on_the_way, not_told))

// One delivery. That of a webhook has an account and no contact, and the webhook's host for a name;
// its side is its own.
struct ProofLine {
    std::optional<ContactId> contact;
    std::string name;
    std::string address;
    std::optional<AccountId> account;
    std::string account_name;
    Channel channel = Channel::mail;
    State state = State::queued;
    std::optional<Instant> at;          // of the outcome
    std::optional<std::string> reason;  // "topic off", the server's answer
    NoticeId notice;
    std::optional<WebhookDeliveryId> post;  // of a webhook
    Side side = Side::not_told;             // of the contact, not of this delivery alone
};
BOOST_DESCRIBE_STRUCT(
    ProofLine, (),
    (contact, name, address, account, account_name, channel, state, at, reason, notice, post, side))

// What is wanted of the lines; the default is all.
struct LinesWanted {
    std::optional<Side> side;
    std::optional<ContactId> contact;
    std::vector<std::string> words;  // each in name, address, account or reason (of a webhook: host
                                     // or account), in either case as far as the database knows it
};

// Where a line stands; the default is before all.
struct LineCursor {
    std::int64_t recipient = 0;
    NoticeId notice;
    std::optional<Channel> channel;
    std::optional<WebhookDeliveryId> post;  // behind all contacts

    // "con_....not_....mail", "whd_..."
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<LineCursor> parse(std::string_view text);
    [[nodiscard]] static LineCursor of(ProofLine const& line);
    bool operator==(LineCursor const&) const = default;
};

[[nodiscard]] Proof proof_of(db::Tx& tx, About const& about);
// By contact, notice and channel, then webhooks, oldest first: at most so many from behind the
// cursor.
[[nodiscard]] std::vector<ProofLine> proof_lines(
    db::Tx& tx, About const& about, LineCursor const& behind, LinesWanted const& wanted, int most);

// How routes answer with it, whatever it is about.
// One page of its lines, as lines_asked asks.
[[nodiscard]] Result<http::Reply>
reply_proof_lines(http::Request const& request, Call& call, About const& about);
[[nodiscard]] inline std::vector<std::string_view> lines_asked()
{
    return {"side", "contact", "q", "after", "limit"};
}
// All of them as a table for spreadsheets, made while it is read: at any size.
[[nodiscard]] http::Reply reply_proof_file(About const& about);

}  // namespace tellfirst::notify
