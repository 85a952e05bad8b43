#pragma once
// A whole house to test verbs in: a fresh, migrated database, a clock that the test sets, settings
// and ids. It is gone with everything in it at the end of the test.
//
//     TEST_CASE("open: a ticket gets the next number")
//     {
//         support::World world;  // on SQLite
//         auto const ticket = world.write([](Call& call) { return tickets::open(call, {...}); });
//         REQUIRE(ticket);
//         CHECK(facts_told(world) == support::Told{{"TicketOpened", ticket->id.text()}});
//     }
//
//     TEST_CASE("store: a ticket comes back as it was saved")  // SQL: on both databases
//     {
//         support::for_each_database([](support::World& world) {
//             world.write([](Call& call) { store::save(call.tx, ...); });
//             world.pass(2h);  // the clock stands still unless it is told to move
//             auto const found = world.read([](Call& call) { return store::find(call.tx, ...); });
//             CHECK(found == ...);
//         });
//     }
//
// `write` and `read` take the actor as a first argument where it is not the system:
// world.write(anna, [](Call& call) { ... }).
//
// PostgreSQL is a private cluster, started by the first test that asks for it (postgres.hpp).
#include "db/db.hpp"
#include "support/results.hpp"
#include "support/temp_dir.hpp"

namespace tellfirst::support {

enum class Kind { sqlite, postgres };

// The address of a new, migrated database; dropped at the end.
class FreshDatabase {
  public:
    explicit FreshDatabase(Kind kind);
    ~FreshDatabase();
    FreshDatabase(FreshDatabase const&) = delete;
    FreshDatabase& operator=(FreshDatabase const&) = delete;

    [[nodiscard]] std::string const& address() const { return address_; }

  private:
    TempDir folder_;
    std::string postgres_name_;  // empty on SQLite
    std::string address_;
};

// Where a test's clock stands at first: Wednesday, 4 March 2026, 10:00 UTC.
inline constexpr Instant test_start =
    std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + std::chrono::hours{10};

struct World {
    explicit World(Kind which = Kind::sqlite);

    Kind kind;
    FreshDatabase fresh;
    std::unique_ptr<db::Database> database;
    Clock clock;  // stands still at test_start until it is told to move
    Settings settings;
    IdMint ids;

    [[nodiscard]] House house() { return {*database, clock, settings, ids}; }
    [[nodiscard]] Instant now() const { return clock.now(); }
    void go_to(Instant at) { clock.stop_at(at); }
    void pass(Duration time) { clock.stop_at(clock.now() + time); }

    // Runs verb(Call&) in one transaction and answers what it answers; refused is rolled back.
    template <class Verb>
    auto write(Verb const& verb)
    {
        return house().write(Actor::system(), verb);
    }
    template <class Verb>
    auto write(Actor const& actor, Verb const& verb)
    {
        return house().write(actor, verb);
    }
    template <class Verb>
    auto read(Verb const& verb)
    {
        return house().read(Actor::system(), verb);
    }
    template <class Verb>
    auto read(Actor const& actor, Verb const& verb)
    {
        return house().read(actor, verb);
    }
};

// Runs the test on SQLite and then, on a fresh database again, on PostgreSQL.
void for_each_database(std::function<void(World&)> const& test);

// All facts told so far, oldest first: their kinds and what they are about.
struct ToldFact {
    std::string kind;
    std::string subject;
    bool operator==(ToldFact const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ToldFact, (), (kind, subject))
using Told = std::vector<ToldFact>;
[[nodiscard]] Told facts_told(World& world);

}  // namespace tellfirst::support
