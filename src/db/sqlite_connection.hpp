#pragma once
#include "db/statement.hpp"
#include "db/tx_on.hpp"

#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace tellfirst::db {

// One connection to an SQLite file and its prepared statements. Used by one thread.
class SqliteConnection {
  public:
    enum class Use { reading, writing };

    static constexpr std::string_view skip_locked = "";

    // Throws Error where the file cannot be opened.
    SqliteConnection(std::string const& path, Use use);
    ~SqliteConnection();
    SqliteConnection(SqliteConnection const&) = delete;
    SqliteConnection& operator=(SqliteConnection const&) = delete;

    // Answers how many rows it wrote.
    std::int64_t query(std::string_view sql, std::span<Param const> params, Tx::Sink const& sink);

    std::int64_t bulk(std::string_view sql, std::span<std::vector<Param> const> sets);

    // One statement without parameters, prepared like the others.
    void run(std::string_view sql);

    // Several statements, run once.
    void script(std::string const& statements);

    // An error may have ended the transaction behind our back.
    [[nodiscard]] bool in_transaction() const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    struct Prepared {
        Statement statement;
        std::unique_ptr<sqlite3_stmt, Finalize> handle;
    };
    class Lease;  // takes a statement out of the cache and puts it back, reset

    [[nodiscard]] Prepared prepare(std::string_view sql);

    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> prepared_;
};

using SqliteTx = TxOn<SqliteConnection>;

}  // namespace tellfirst::db
