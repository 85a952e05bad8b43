#pragma once
// The door of notify: who should hear, on which channel; proof that it arrived.
#include "accounts/types.hpp"
#include "db/db.hpp"
#include "jobs/jobs.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

enum class Channel { mail };
BOOST_DESCRIBE_ENUM(Channel, mail)

// Lanes, most urgent first; a lane never starves.
enum class Lane { transactional, incident, planned, news };
BOOST_DESCRIBE_ENUM(Lane, transactional, incident, planned, news)

// The life of one delivery. accepted: his mail server's relay took it. opted_out: the topic is off.
enum class State {
    queued,
    sending,
    accepted,
    deferred,
    failed,
    bounced,
    suppressed,
    opted_out,
    unknown,
    superseded,
    cancelled
};
BOOST_DESCRIBE_ENUM(
    State, queued, sending, accepted, deferred, failed, bounced, suppressed, opted_out, unknown,
    superseded, cancelled)

// When: what every public word must carry. All absent = the word has no "when".
struct When {
    std::optional<Instant> eta_at;        // "by 16:30" (upper bound)
    std::optional<Instant> eta_from;      // with eta_at: a range
    std::string eta_words;                // "within 2 h" as it was said, where it was a bound
    std::optional<Instant> next_word_at;  // "unknown, next word at 15:00"
};
BOOST_DESCRIBE_STRUCT(When, (), (eta_at, eta_from, eta_words, next_word_at))

// One public word on an incident, for all who are affected; notify finds who, composes in each
// contact's language and zone, and keeps a row for each.
struct Announcement {
    IncidentId incident;
    UpdateId update;
    accounts::Topic topic = accounts::Topic::unplanned;  // unplanned or recovery
    std::string tag = "outage";                          // "[outage]", "[resolved]"
    std::string title;                                   // of the incident
    std::string state;  // investigating, identified, monitoring, resolved
    std::vector<ServiceId> services;
    std::vector<std::string> service_names;
    std::string service_state;  // the worst of them now: "major"
    std::string text;
    When when;
    Instant started_at;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(
    Announcement, (),
    (incident, update, topic, tag, title, state, services, service_names, service_state, text, when,
     started_at, ended_at))

// Freezes the audience in the caller's transaction; deliveries leave after `undo`. A waiting one
// of an earlier update of the incident is superseded. A recovery goes to those who were told and
// have not turned it off.
[[nodiscard]] NoticeId announce(Call& call, Announcement const& words, std::chrono::seconds undo);

// One mail to one contact at once, transactional: acknowledgement, reply, sign-in link.
struct Letter {
    ContactId to;
    Email from;  // "help@help.example.test"
    std::string from_name;
    std::optional<Email> reply_to;
    std::string subject;
    std::string text;             // complete; the HTML twin is made from it
    std::string message_id = {};  // without brackets; "" = notify makes one
    std::string in_reply_to = {};
    std::vector<std::string> references = {};
    bool automatic = false;  // acknowledgement: Auto-Submitted: auto-replied
    std::string about = {};  // text id of the ticket or incident
    std::string key = {};    // said twice with the same key: sent once
};
BOOST_DESCRIBE_STRUCT(
    Letter, (),
    (to, from, from_name, reply_to, subject, text, message_id, in_reply_to, references, automatic,
     about, key))
NoticeId send(Call& call, Letter const& letter);

// Pages one of us by mail. Said twice with the same key: once.
struct Page {
    std::string subject;
    std::string text;
    std::string about;
    std::string key;
};
void page(Call& call, PersonId person, Page const& page);

// Proof: each exposed contact, told or why not.
struct ProofLine {
    ContactId contact;
    std::string name;
    std::string address;
    Channel channel = Channel::mail;
    State state = State::queued;
    std::optional<Instant> at;          // of the outcome
    std::optional<std::string> reason;  // "topic off", the server's answer
    NoticeId notice;
};
BOOST_DESCRIBE_STRUCT(ProofLine, (), (contact, name, address, channel, state, at, reason, notice))

struct Proof {
    std::int64_t exposed = 0;  // contacts
    std::int64_t told = 0;     // of them: the relay accepted at least one notice
    std::int64_t not_told = 0;
    std::vector<ProofLine> deliveries;  // every row of every notice, by contact then notice
};
BOOST_DESCRIBE_STRUCT(Proof, (), (exposed, told, not_told, deliveries))
[[nodiscard]] Proof proof_of(db::Tx& tx, IncidentId incident);

// Was this Message-ID (without brackets) sent by us to this contact, or to his account? Threading
// trusts nothing else.
[[nodiscard]] bool we_sent(db::Tx& tx, std::string_view message_id, ContactId contact);

// The sending side: claims deliveries, hands them to the relay, keeps the outcomes.
struct Relay {
    std::string address = "smtp://127.0.0.1:25";
    int connections = 4;
};
class Outbox {
  public:
    Outbox(House house, Relay relay);
    ~Outbox();
    Outbox(Outbox const&) = delete;
    Outbox& operator=(Outbox const&) = delete;
    void start();  // deliveries that a dead process left in `sending` are settled first
    void stop();
    void wake();                                                 // something may be due
    [[nodiscard]] bool rest(std::chrono::milliseconds at_most);  // nothing is due any more

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Unsubscribe (RFC 8058) and the like.
void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::notify
