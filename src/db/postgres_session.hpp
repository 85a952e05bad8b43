#pragma once
#include "db/db.hpp"
#include "db/postgres_connection.hpp"

namespace tellfirst::db {

// Runs transactions one after another on a connection of its own, again where that is right.
class PostgresSession {
  public:
    enum class Use { reading, writing };

    PostgresSession(std::string const& address, Use use, std::function<void()> on_news)
        : connection_{address}, use_{use}, on_news_{std::move(on_news)}
    {
    }

    [[nodiscard]] Outcome run(Database::Verb const& verb);

  private:
    [[nodiscard]] Outcome attempt(Database::Verb const& verb);
    [[nodiscard]] Outcome commit();
    void begin();
    void roll_back();

    PostgresConnection connection_;
    Use use_;
    std::function<void()> on_news_;
};

}  // namespace tellfirst::db
