#pragma once
#include "db/statement.hpp"
#include "db/tx_on.hpp"

#include <unordered_map>

struct pg_conn;
struct pg_result;

namespace tellfirst::db {

// The connection is gone, and with it the transaction. (In COMMIT: nobody knows.)
struct Lost : Unavailable {
    using Unavailable::Unavailable;
};

// Two transactions got in each other's way and this one was rolled back: run it again.
struct Conflict : Unavailable {
    using Unavailable::Unavailable;
};

// One connection to PostgreSQL and its prepared statements. Used by one thread.
class PostgresConnection {
  public:
    static constexpr std::string_view skip_locked = " FOR UPDATE SKIP LOCKED";

    explicit PostgresConnection(std::string address) : address_{std::move(address)} {}

    // Connects, unless it is connected. Throws Lost.
    void connect();
    void disconnect();

    std::int64_t query(std::string_view sql, std::span<Param const> params, Tx::Sink const& sink);
    std::int64_t bulk(std::string_view sql, std::span<std::vector<Param> const> sets);
    void script(std::string const& statements);

    // Waits until another connection spoke on a channel that this one listens to, until the file
    // `or_this` can be read, or until the time is over. Answers whether another one spoke.
    [[nodiscard]] bool wait_for_others(int or_this, std::chrono::milliseconds at_most);

  private:
    // The same text with a NULL or with another type is another statement for PostgreSQL.
    struct Variant {
        std::string name;
        std::vector<unsigned> types;  // OIDs; 0 was left to PostgreSQL
    };
    struct Prepared {
        Statement statement;
        std::vector<Variant> variants;
    };
    struct Bound;
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    struct Clear {
        void operator()(pg_result* result) const;
    };
    using Result = std::unique_ptr<pg_result, Clear>;

    [[nodiscard]] Bound bind(std::string_view sql, std::span<Param const> params);
    [[nodiscard]] std::string const& prepare(Prepared& prepared, std::vector<unsigned> types);
    void forget_too_many();
    void pipeline(std::span<Bound const> sets, std::int64_t& written);
    Result checked(pg_result* result);  // throws what a failed result says

    std::string address_;
    std::unique_ptr<pg_conn, Finish> handle_;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> prepared_;
    std::size_t prepared_count_ = 0;
};

using PostgresTx = TxOn<PostgresConnection>;

}  // namespace tellfirst::db
