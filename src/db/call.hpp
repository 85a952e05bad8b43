#pragma once
#include "db/tx.hpp"
#include "kernel/actor.hpp"
#include "kernel/settings.hpp"

namespace tellfirst {

// A fact is a described struct, past tense, with
//     static constexpr std::string_view room = "status";
//     static constexpr std::string_view kind = "IncidentResolved";
//     std::string subject() const;    // the text form of the id it is about
template <class F>
concept FactType = Described<F> && requires(F const& fact) {
    { F::room } -> std::convertible_to<std::string_view>;
    { F::kind } -> std::convertible_to<std::string_view>;
    { fact.subject() } -> std::convertible_to<std::string>;
};

namespace db {
struct NewFact {
    std::int64_t id = 0;
    Instant at;
    std::string_view room;
    std::string_view kind;
    std::string subject;
    std::string actor;
    std::string body;  // JSON
};
void append_fact(Tx& tx, NewFact const& fact);
}  // namespace db

// All that a verb may know about the world: its transaction, who asks, what time it is, what the
// operator chose. This is the whole dependency injection of the house.
struct Call {
    db::Tx& tx;
    Actor actor;
    Instant now;
    Settings const& settings;
    IdMint& ids;

    template <class AnId>
    [[nodiscard]] AnId new_id() const
    {
        return AnId{ids.next(now)};
    }

    // Writes the fact in this transaction; rooms above hear it from a job after the commit.
    template <FactType F>
    void tell(F const& fact) const
    {
        db::append_fact(
            tx, {.id = ids.next(now),
                 .at = now,
                 .room = F::room,
                 .kind = F::kind,
                 .subject = fact.subject(),
                 .actor = actor.text(),
                 .body = write_json(to_json(fact))});
    }
};

}  // namespace tellfirst
