#pragma once
#include "db/call.hpp"
#include "kernel/clock.hpp"

#include <type_traits>

namespace tellfirst {

namespace db {
class Database;
void run_verb(Database& database, bool writes, std::function<bool(Tx&)> const& verb);
}  // namespace db

// What code outside any transaction holds: jobs, senders, the command line. It opens a Call for
// one verb and waits for its end, so never use it on an I/O thread.
struct House {
    db::Database& database;
    Clock const& clock;
    Settings const& settings;
    IdMint& ids;

    // Runs `verb(Call&)` in one writing transaction. Where it answers a Result that is refused,
    // or throws, nothing was written.
    template <class Verb>
    auto write(Actor const& actor, Verb const& verb) const
    {
        return run(actor, true, verb);
    }

    // The same on one snapshot; nothing can be written.
    template <class Verb>
    auto read(Actor const& actor, Verb const& verb) const
    {
        return run(actor, false, verb);
    }

  private:
    template <class Verb>
    auto run(Actor const& actor, bool writes, Verb const& verb) const
    {
        using Answer = std::invoke_result_t<Verb, Call&>;
        if constexpr (std::is_void_v<Answer>) {
            db::run_verb(database, writes, [&](db::Tx& tx) {
                Call call{tx, actor, clock.now(), settings, ids};
                verb(call);
                return true;
            });
        } else {
            std::optional<Answer> answer;
            db::run_verb(database, writes, [&](db::Tx& tx) {
                Call call{tx, actor, clock.now(), settings, ids};
                answer.emplace(verb(call));
                if constexpr (requires { answer->has_error(); })
                    return !answer->has_error();
                else
                    return true;
            });
            return *std::move(answer);
        }
    }
};

}  // namespace tellfirst
