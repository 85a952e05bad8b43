#pragma once
#include "db/tx.hpp"

#include <exception>

namespace tellfirst::db {

// A transaction (on SQLite: one savepoint of it) on a connection. An error in a statement dooms
// it: whoever catches the error can neither go on nor commit. PostgreSQL is like that; SQLite
// must not be kinder, or a verb that swallows an error would pass its tests on one database only.
template <class Connection>
class TxOn final : public Tx {
  public:
    explicit TxOn(Connection& connection) : connection_{connection} {}

    std::int64_t
    query(std::string_view sql, std::span<Param const> params, Sink const& sink) override
    {
        return guarded([&] { return connection_.query(sql, params, sink); });
    }
    std::int64_t bulk(std::string_view sql, std::span<std::vector<Param> const> sets) override
    {
        return guarded([&] { return connection_.bulk(sql, sets); });
    }
    void script(std::string const& statements) override
    {
        guarded([&] {
            connection_.script(statements);
            return 0;
        });
    }
    [[nodiscard]] std::string_view skip_locked() const override { return Connection::skip_locked; }

    // What went wrong first, if anything did.
    [[nodiscard]] std::exception_ptr doom() const { return doom_; }

  private:
    std::int64_t guarded(auto const& statement)
    {
        if (doom_)
            std::rethrow_exception(doom_);
        try {
            return statement();
        } catch (...) {
            if (!doom_)  // else a query inside the sink of this one was first
                doom_ = std::current_exception();
            throw;
        }
    }

    Connection& connection_;
    std::exception_ptr doom_;
};

}  // namespace tellfirst::db
