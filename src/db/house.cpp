#include "db/house.hpp"

#include "db/db.hpp"

namespace tellfirst::db {

void run_verb(Database& database, bool writes, std::function<bool(Tx&)> const& verb)
{
    if (writes)
        database.write_and_wait(verb);
    else
        database.read_and_wait([&](Tx& tx) { verb(tx); });
}

}  // namespace tellfirst::db
