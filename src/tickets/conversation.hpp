#pragma once
// Inside tickets: the steps that its verbs and jobs share.
#include "accounts/types.hpp"
#include "promises/promises.hpp"
#include "status/types.hpp"
#include "tickets/seal.hpp"
#include "tickets/store.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::tickets {

// The job that reads a mail which was taken in.
inline constexpr std::string_view read_mail_job = "tickets.read_mail";
struct ReadMail {
    MailId mail;
};
BOOST_DESCRIBE_STRUCT(ReadMail, (), (mail))
[[nodiscard]] Result<void> read_mail(House& house, jobs::Job const& job);

[[nodiscard]] std::string load_raw(Settings const& settings, Kept const& kept);

// What a person wrote to us, however it came.
struct Words {
    accounts::Contact contact;
    std::string subject;
    std::string text;
    std::string folded;
    std::string address;     // of ours
    std::string message_id;  // of his mail, without brackets; "" for none
    std::optional<MailId> mail;
    bool verified = false;
    std::optional<TicketId> follows;
    std::optional<TicketId> may_belong_to;
};

// A new ticket with its number, its clock, its link to an incident that it names, and its
// acknowledgement.
[[nodiscard]] Ticket open(Call& call, Words const& words);

// A further word on a ticket. Where we had the last word, a new clock starts; a second word of
// the customer does not move it.
void add(Call& call, Ticket& ticket, Words const& words);

// How long an answer may take, and the hours of that which count, by the plan of the account at the
// moment of the question, else by the defaults. The last of them ends when the answer is due.
enum class ReplyClock { first_reply, next_reply };
BOOST_DESCRIBE_ENUM(ReplyClock, first_reply, next_reply)
struct Allowed {
    std::chrono::minutes allowance{0};
    std::optional<accounts::Calendar> calendar;  // none: around the clock
    std::vector<promises::Stretch> counted;      // never empty
};
struct Asked {
    std::optional<AccountId> account;
    ReplyClock clock = ReplyClock::first_reply;
    Instant at;
};
// Nothing where the plan promises no answer by a time.
[[nodiscard]] std::optional<Allowed> allowed_for(db::Tx& tx, Asked const& asked);
// Promises the answer in the ledger and on the ticket.
void start_clock(Call& call, Ticket& ticket, ReplyClock clock);
// The promise of an answer that is not settled yet.
[[nodiscard]] std::optional<promises::Promise> promised_reply(db::Tx& tx, TicketId id);

// The words by which the ticket is found from now on.
void learn_words(Call& call, Ticket const& ticket);

// Sends what we say on a ticket as a mail that threads, and keeps it as an entry.
struct Saying {
    EntryKind kind = EntryKind::from_us;
    std::string author;
    std::string subject = {};  // "" answers under the ticket's own
    std::string text;
    bool automatic = false;
    std::chrono::seconds undo{0};  // its mail waits so long
};
struct Said {
    EntryId entry;
    NoticeId notice;
};
Said say(Call& call, Ticket const& ticket, Saying const& saying);

// The open incidents that this account may be writing about, those whose service it names first.
struct Suspects {
    struct Suspect {
        IncidentId incident;
        std::string services;  // "Statistics and Uploads"
        std::string title;
        std::optional<Instant> eta_at;
        std::optional<Instant> next_word_at;
        std::optional<status::Workaround> workaround;
        bool named = false;
    };
    std::vector<Suspect> all;
};
[[nodiscard]] Suspects
suspects_of(Call& call, std::optional<AccountId> account, std::string_view text);

void acknowledge(
    Call& call, Ticket const& ticket, accounts::Contact const& contact, Suspects const& suspects);

// Hears IncidentMerged: what was linked to the one is linked to the other from then on.
[[nodiscard]] Result<void> follow_merge(Call& call, db::Fact const& fact);

// Hears IncidentResolved: every ticket that waits on it is answered.
[[nodiscard]] Result<void> answer_resolved(Call& call, db::Fact const& fact);

}  // namespace tellfirst::tickets
