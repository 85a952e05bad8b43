#include "tickets/list_store.hpp"

#include "tickets/fixture.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;
using tickets::EntryKind;
using tickets::Filter;
using tickets::State;
namespace store = tickets::store;

namespace {

struct Sample {
    State state = State::waiting_for_us;
    std::optional<Duration> due = {};  // behind the start
    Duration changed{0};
    std::int64_t account = 9;
    std::int64_t incident = 0;
    std::string subject = "x";
};

tickets::Ticket add(Call& call, Sample const& sample)
{
    tickets::Ticket ticket{
        .id = call.new_id<TicketId>(),
        .number = store::next_number(call.tx),
        .subject = sample.subject,
        .state = sample.state,
        .contact = ContactId{3},
        .account = AccountId{sample.account},
        .created_at = call.now,
        .changed_at = call.now + sample.changed};
    if (sample.due)
        ticket.reply_due_at = call.now + *sample.due;
    if (sample.incident != 0)
        ticket.incident = IncidentId{sample.incident};
    store::add_ticket(call.tx, ticket);
    tickets::learn_words(call, ticket);
    return ticket;
}

using Numbers = std::vector<std::int64_t>;

Numbers numbers(std::vector<tickets::TicketRow> const& rows)
{
    Numbers all;
    for (auto const& row : rows)
        all.push_back(row.number - 1000);
    return all;
}

Numbers found(Call& call, Filter const& filter)
{
    return numbers(store::rows(call.tx, filter, std::nullopt, 100));
}

Numbers page_by_page(Call& call, Filter const& filter, int limit)
{
    std::vector<tickets::TicketRow> all;
    std::optional<tickets::Place> after;
    for (;;) {
        auto const page = store::rows(call.tx, filter, after, limit);
        all.insert(all.end(), page.begin(), page.end());
        if (std::ssize(page) < limit)
            return numbers(all);
        after = place_of(filter, page.back());
    }
}

// How SQLite would run it, in one line.
std::string plan_of(World& world, store::Shape const& shape, std::vector<db::Param> params)
{
    params.insert(params.end(), {{"key", 0}, {"id", TicketId{1}}, {"limit", 50}});
    return world.read([&](Call& call) {
        std::string steps;
        call.tx.query(
            "EXPLAIN QUERY PLAN " + store::page_sql(shape), params,
            [&](db::Row const& row) { steps += std::get<std::string>(row.value(3)) + "; "; });
        return steps;
    });
}

}  // namespace

TEST_CASE("rows: what waits for us comes soonest due first, without a due time last, then oldest")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            (void)add(call, {.due = 3h});                          // 1
            (void)add(call, {});                                   // 2
            (void)add(call, {.due = 1h, .changed = 9h});           // 3
            (void)add(call, {.state = State::solved, .due = 0h});  // 4
            (void)add(call, {.due = 1h});                          // 5
            (void)add(call, {});                                   // 6
            Filter const waiting{.state = State::waiting_for_us};
            CHECK(found(call, waiting) == Numbers{3, 5, 1, 2, 6});
            for (int const limit : {1, 2, 3, 5})
                CHECK(page_by_page(call, waiting, limit) == Numbers{3, 5, 1, 2, 6});
        });
    });
}

TEST_CASE("rows: every other list comes last changed first, and filters narrow each other")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            (void)add(call, {.state = State::solved, .changed = 1h});                   // 1
            (void)add(call, {.state = State::solved, .changed = 3h, .account = 10});    // 2
            (void)add(call, {.due = 1h, .changed = 2h, .account = 10, .incident = 5});  // 3
            (void)add(call, {.state = State::waiting_for_customer, .incident = 5});     // 4
            (void)add(call, {.state = State::solved, .changed = 1h});                   // 5
            CHECK(found(call, {}) == Numbers{2, 3, 5, 1, 4});
            CHECK(page_by_page(call, {}, 2) == Numbers{2, 3, 5, 1, 4});
            CHECK(found(call, {.state = State::solved}) == Numbers{2, 5, 1});
            CHECK(found(call, {.account = AccountId{10}}) == Numbers{2, 3});
            CHECK(found(call, {.incident = IncidentId{5}}) == Numbers{3, 4});
            CHECK(found(call, {.account = AccountId{10}, .incident = IncidentId{5}}) == Numbers{3});
            CHECK(
                found(call, {.state = State::waiting_for_us, .account = AccountId{10}}) ==
                Numbers{3});
            CHECK(found(call, {.state = State::solved, .incident = IncidentId{5}}).empty());
        });
    });
}

TEST_CASE("rows: any paging of any list gives each ticket once, in the order of the whole")
{
    World world;
    world.write([](Call& call) {
        for (int i = 0; i < 40; ++i)
            (void)add(
                call, {.state = i % 3 == 0 ? State::solved : State::waiting_for_us,
                       .due = i % 4 == 0 ? std::optional<Duration>{} : Duration{i % 5},
                       .changed = Duration{i % 7},
                       .account = 1 + i % 2,
                       .subject = i % 5 == 0 ? "down" : "up"});
    });
    CHECK(rc::check([&] {
        Filter filter;
        if (*rc::gen::arbitrary<bool>())
            filter.state = *rc::gen::element(State::solved, State::waiting_for_us);
        if (*rc::gen::arbitrary<bool>())
            filter.account = AccountId{*rc::gen::inRange(1, 3)};
        filter.q = *rc::gen::element<std::string>("", "up", "down");
        auto const limit = *rc::gen::inRange(1, 9);
        world.read([&](Call& call) {
            RC_ASSERT(page_by_page(call, filter, limit) == found(call, filter));
        });
    }));
}

TEST_CASE("rows: a search finds subject, writer, address and account by how words begin")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        (void)house.post({.subject = "Ärger mit Galerien", .message_id = "1@a"});
        (void)house.post({.from = "bob@a.test", .subject = "Order 1001", .message_id = "2@a"});
        (void)house.post({.from = "zoe@far.example", .subject = "Hello", .message_id = "3@a"});
        world.read([](Call& call) {
            auto const by = [&](std::string q) { return found(call, {.q = std::move(q)}); };
            CHECK(by("galerien") == Numbers{1});
            CHECK(by("ÄRGER") == Numbers{1});
            CHECK(by("gal är") == Numbers{1});
            CHECK(by("gal bob").empty());
            CHECK(by("foto ruiz") == Numbers{2, 1});
            CHECK(by("bob@a.test") == Numbers{2});
            CHECK(by("far.ex") == Numbers{3});
            CHECK(by("lerien").empty());
            CHECK(by("%").empty());
            CHECK(by("'").empty());
            CHECK(by("  ") == Numbers{3, 2, 1});
            // A number is the number, where there is one; else it is a word.
            CHECK(by("#1003") == Numbers{3});
            CHECK(by("1003") == Numbers{3});
            CHECK(by("1001") == Numbers{1});
            CHECK(by("#7").empty());
            CHECK(by("100") == Numbers{2});
            CHECK(by("1 2 3 4 5 6 7 8 9 10").empty());
        });
    });
}

TEST_CASE(
    "rows: a row begins with the newest words of a person, not with ours by machine or a note")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const id = *house.post({.text = "How do I\n\nchange it?"}).ticket;
        auto const row = [&] { return house.all_tickets().front(); };
        CHECK(row().snippet == "How do I change it?");
        CHECK(row().last_kind == EntryKind::from_customer);
        CHECK(row().contact_name == "Ann");
        CHECK(row().account_name == "Foto Ruiz");
        CHECK(row().plan_name == "Pro");
        CHECK(row().incident_title.empty());
        world.write([&](Call& call) {
            REQUIRE(tickets::reply(call, id, {.text = "In the settings."}));
            REQUIRE(tickets::note(call, id, {.text = "He is new."}));
        });
        CHECK(row().snippet == "In the settings.");
        CHECK(row().last_kind == EntryKind::from_us);
    });
}

TEST_CASE("counts: each state, and those whose answer is late")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            (void)add(call, {.due = 1h});
            (void)add(call, {.due = -1h});
            (void)add(call, {.due = 0h});
            (void)add(call, {});
            (void)add(call, {.state = State::waiting_for_customer, .due = -1h});
            (void)add(call, {.state = State::solved});
            auto const counts = store::counts(call.tx, call.now);
            CHECK(counts.waiting_for_us == 4);
            CHECK(counts.waiting_for_customer == 1);
            CHECK(counts.solved == 1);
            CHECK(counts.overdue == 1);
        });
    });
}

TEST_CASE("related: others of the same account or contact, what changed last first, so many")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            auto const mine = add(call, {});
            for (int i = 0; i < 4; ++i)
                (void)add(call, {.changed = std::chrono::hours{i}});
            auto elsewhere = add(call, {.account = 10});
            CHECK(numbers(store::related(call.tx, mine, 3)) == Numbers{5, 4, 3});
            elsewhere.account.reset();
            CHECK(store::related(call.tx, elsewhere, 10).size() == 5);
            CHECK(store::others_linked(call.tx, IncidentId{5}, mine.id) == 0);
            (void)add(call, {.incident = 5});
            CHECK(store::others_linked(call.tx, IncidentId{5}, mine.id) == 1);
        });
    });
}

TEST_CASE("rows: each list walks one index, and those by state or of all are not sorted")
{
    World world;
    struct Row {
        store::Shape shape;
        std::vector<db::Param> params;
        std::string index;
    };
    db::Param const state{"state", State::solved};
    db::Param const account{"account", AccountId{1}};
    for (auto const& row : std::vector<Row>{
             {{.order = tickets::Order::by_due, .state = true}, {state}, "tickets_tickets_due"},
             {{.state = true}, {state}, "tickets_tickets_state_changed"},
             {{}, {}, "tickets_tickets_changed"},
             {{.account = true}, {account}, "tickets_tickets_account"},
             {{.state = true, .account = true}, {state, account}, "tickets_tickets_account"}}) {
        auto const plan = plan_of(world, row.shape, row.params);
        CAPTURE(plan);
        CHECK(plan.find("SEARCH t USING INDEX " + row.index) != plan.npos);
        // The page itself is put in order again, behind the names.
        auto const inner = plan.substr(0, plan.find("SCAN t"));
        CHECK(inner.find("TEMP B-TREE") == inner.npos);
    }
}

TEST_CASE("rows: a search walks the index of its rarest word and looks at no other ticket")
{
    World world;
    auto const plan = plan_of(
        world, {.state = true, .words = 2},
        {{"state", State::solved},
         {"most", 10},
         {"from0", "a"},
         {"until0", "b"},
         {"from1", "c"},
         {"until1", "d"}});
    CAPTURE(plan);
    CHECK(plan.find("SEARCH w USING COVERING INDEX tickets_words_found") != plan.npos);
    CHECK(plan.find("SEARCH w USING COVERING INDEX tickets_words_of") != plan.npos);
    CHECK(plan.find("USING INDEX tickets_tickets_") == plan.npos);
}

TEST_CASE("written_during: linked ones whenever they came, free ones of that time only")
{
    support::for_each_database([](World& world) {
        auto const begin = world.now();
        auto const put = [&](std::int64_t incident) {
            world.write([&](Call& call) { add(call, {.incident = incident}); });
        };
        put(0);
        put(5);
        world.pass(2h);
        put(0);
        put(5);
        put(6);
        auto const written = world.read([&](Call& call) {
            return tickets::written_during(call.tx, IncidentId{5}, begin, begin + 1h);
        });
        CHECK(written == tickets::Written{.linked = 2, .free = 1});
    });
}
