#pragma once
// The door of notify: who should hear, on which channel; proof that it arrived.
#include "db/db.hpp"
#include "notify/bounces/bounces.hpp"
#include "notify/channels/channels.hpp"
#include "notify/copies/copies.hpp"
#include "notify/deliveries/log.hpp"
#include "notify/fanout/fanout.hpp"
#include "notify/holds/holds.hpp"
#include "notify/inbox/inbox.hpp"
#include "notify/news/news.hpp"
#include "notify/oneself/oneself.hpp"
#include "notify/previews/previews.hpp"
#include "notify/proof/proof.hpp"
#include "notify/push/pushes.hpp"
#include "notify/types.hpp"
#include "notify/webhooks/webhooks.hpp"
#include "wire/dkim/keys.hpp"

namespace tellfirst::http {
class Table;
}
namespace tellfirst::jobs {
class Board;
}

namespace tellfirst::notify {

// Freezes the audience in the caller's transaction; deliveries leave after `undo`. A waiting one
// of an earlier update about the same is superseded. Said twice for one update: once.
NoticeId announce(Call& call, Announcement const& words, std::chrono::seconds undo);

// One mail to one contact, in the transactional lane: no topic and no suppression stops it. It
// leaves after `undo`. None where there is no such contact.
NoticeId send(Call& call, Letter const& letter, std::chrono::seconds undo = {});

// Takes a letter back. False where that is too late: the outbox has claimed it, and nobody can say
// any more that it did not leave.
[[nodiscard]] bool take_back(Call& call, NoticeId letter);

// Pages one of us by mail. Said twice to the same person with the same key: once.
void page(Call& call, PersonId person, Page const& page);

// Whom announce would freeze now, counted and one by one: the same rule decides both.
[[nodiscard]] Audience audience_of(db::Tx& tx, Target const& target, Leaving const& leaving = {});
[[nodiscard]] std::vector<Member>
members_of(db::Tx& tx, Target const& target, MembersWanted const& wanted);

// How many contacts have heard of it: the relay accepted at least one notice.
[[nodiscard]] std::int64_t count_told(db::Tx& tx, About const& about);

// What was announced about this, newest first, and how far each notice is.
[[nodiscard]] std::vector<Progress>
notices_about(Call& call, About const& about, std::optional<NoticeId> after, int limit);
// Takes a notice back of which nothing has left. An earlier word whose place it had taken goes on.
// Said twice: the same answer. Errors notice.not_found, notice.already_sending (409).
[[nodiscard]] Result<Progress> cancel(Call& call, NoticeId id);

// Was this Message-ID (without brackets) made by us for a mail to this contact, or to his account?
[[nodiscard]] bool we_sent(Call& call, std::string_view message_id, ContactId contact);

// What an unsubscribe link or the address unsubscribe+TOKEN@ asks for: the topic is off from now
// on, waiting deliveries included. Error link.not_found for a token that we did not make.
Result<accounts::Topic> unsubscribe(Call& call, std::string_view token);

// The sending side: claims deliveries, hands them to the relay, keeps the outcomes.
struct Relay {
    std::string address = "smtp://127.0.0.1:25";  // several, or maildir:/PATH: smtp::open_outlet
    int connections = 4;
    // In EHLO, which a relay writes into the head of each mail, whosever brand that is in. Mails of
    // all brands share connections, so nobody's name stands there unless the operator gives one.
    std::string our_name = {};
    int per_second = 0;         // at most so many mails leave; 0: no limit
    int domain_per_second = 0;  // to the domains of one owner
    dkim::Keys keys = {};       // a mail from a domain that has one is signed
};
class Outbox {
  public:
    Outbox(House house, Relay const& relay);
    ~Outbox();
    Outbox(Outbox const&) = delete;
    Outbox& operator=(Outbox const&) = delete;
    // Deliveries that a dead process left in `sending` are settled first. Throws
    // std::invalid_argument where the relay's address is none.
    void start();
    void stop();
    void wake();                                                 // something may be due
    [[nodiscard]] bool rest(std::chrono::milliseconds at_most);  // nothing is due any more

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Unsubscribe (RFC 8058), taking a notice back, what came back, and who is not written to any more.
// Webhooks have their own.
void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::notify
