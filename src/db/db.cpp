#include "db/db.hpp"

#include "db/postgres.hpp"
#include "db/sqlite.hpp"

#include <future>

namespace tellfirst::db {
namespace {

void wait_for(std::future<Outcome> outcome)
{
    auto const ended = outcome.get();
    if (ended.error)
        std::rethrow_exception(ended.error);
}

}  // namespace

void Database::write_and_wait(Verb verb)
{
    auto const promise = std::make_shared<std::promise<Outcome>>();
    write(std::move(verb), [promise](Outcome outcome) { promise->set_value(std::move(outcome)); });
    wait_for(promise->get_future());
}

void Database::read_and_wait(std::function<void(Tx&)> verb)
{
    auto const promise = std::make_shared<std::promise<Outcome>>();
    read(std::move(verb), [promise](Outcome outcome) { promise->set_value(std::move(outcome)); });
    wait_for(promise->get_future());
}

std::unique_ptr<Database> open(std::string const& address, Commits commits)
{
    if (address.starts_with("postgres://") || address.starts_with("postgresql://"))
        return open_postgres(address);
    if (address.empty() || address.starts_with(":memory:") || address.starts_with("file:"))
        throw Error{"not the path of a database file: '" + address + "'"};
    return open_sqlite(address, commits);
}

}  // namespace tellfirst::db
