#include "db/postgres.hpp"

namespace tellfirst::db {

std::unique_ptr<Database> open_postgres(std::string const&)
{
    throw Error{"PostgreSQL comes with the next commit"};
}

}  // namespace tellfirst::db
