#include "db/sqlite_connection.hpp"

#include <sqlite3.h>

namespace tellfirst::db {
namespace {

// All SQL is literal text in store.cpp files, so a few hundred statements are everything; a cache
// that grows beyond this holds generated SQL and is emptied.
constexpr std::size_t most_prepared = 1000;

// Another process beside the server (`tellfirst token create`) holds the write lock for one
// commit at a time.
constexpr int busy_timeout_ms = 10'000;

[[noreturn]] void fail(sqlite3* connection, int code)
{
    auto const text =
        connection != nullptr ? std::string{sqlite3_errmsg(connection)} : sqlite3_errstr(code);
    auto const message = fmt::format("SQLite {}: {}", code, text);
    switch (code & 0xff) {
    case SQLITE_FULL: throw Full{message};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Unavailable{message};
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw Broken{message};
    default: throw Error{message};
    }
}

void bind(sqlite3_stmt* statement, int number, Value const& value)
{
    // SQLITE_STATIC: the parameters outlive the query.
    if (auto const* const whole = std::get_if<std::int64_t>(&value))
        sqlite3_bind_int64(statement, number, *whole);
    else if (auto const* const real = std::get_if<double>(&value))
        sqlite3_bind_double(statement, number, *real);
    else if (auto const* const text = std::get_if<std::string>(&value))
        sqlite3_bind_text64(
            statement, number, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    else if (auto const* const blob = std::get_if<Blob>(&value))
        sqlite3_bind_blob64(
            statement, number, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, number);
}

class SqliteRow final : public Row {
  public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_{statement} {}

    [[nodiscard]] std::size_t columns() const override
    {
        return static_cast<std::size_t>(sqlite3_column_count(statement_));
    }
    [[nodiscard]] std::string_view name(std::size_t column) const override
    {
        return sqlite3_column_name(statement_, static_cast<int>(column));
    }
    [[nodiscard]] Value value(std::size_t column) const override
    {
        auto const at = static_cast<int>(column);
        auto const bytes = [&](void const* data) {
            auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, at));
            return size == 0 ? std::string{} : std::string{static_cast<char const*>(data), size};
        };
        switch (sqlite3_column_type(statement_, at)) {
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement_, at)};
        case SQLITE_FLOAT: return sqlite3_column_double(statement_, at);
        case SQLITE_TEXT: return bytes(sqlite3_column_text(statement_, at));
        case SQLITE_BLOB: return Blob{bytes(sqlite3_column_blob(statement_, at))};
        default: return Null{};
        }
    }

  private:
    sqlite3_stmt* statement_;
};

// SQLite counts the bytes that it holds under one lock for the whole process, at each allocation of
// any connection. Nobody asks for that figure.
void count_no_bytes()
{
    static auto const once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

}  // namespace

// A statement that is being read must not be run again inside its own loop: while it is leased it
// is not in the cache, so that a nested query of the same text prepares another one.
class SqliteConnection::Lease {
  public:
    Lease(SqliteConnection& connection, std::string_view sql) : connection_{connection}
    {
        auto const found = connection.prepared_.find(sql);
        if (found == connection.prepared_.end()) {
            sql_ = sql;
            prepared_ = connection.prepare(sql);
        } else {
            auto node = connection.prepared_.extract(found);
            sql_ = std::move(node.key());
            prepared_ = std::move(node.mapped());
        }
    }
    ~Lease()
    {
        sqlite3_reset(handle());
        sqlite3_clear_bindings(handle());
        if (connection_.prepared_.size() >= most_prepared)
            connection_.prepared_.clear();
        connection_.prepared_.insert_or_assign(std::move(sql_), std::move(prepared_));
    }
    Lease(Lease const&) = delete;
    Lease& operator=(Lease const&) = delete;

    std::int64_t query(std::span<Param const> params, Tx::Sink const& sink);

  private:
    [[nodiscard]] sqlite3_stmt* handle() const { return prepared_.handle.get(); }

    SqliteConnection& connection_;
    std::string sql_;
    Prepared prepared_;
};

void SqliteConnection::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void SqliteConnection::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

SqliteConnection::SqliteConnection(std::string const& path, Use use)
{
    count_no_bytes();
    sqlite3* opened = nullptr;
    auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                       (use == Use::writing ? SQLITE_OPEN_CREATE : 0);
    auto const code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK)
        fail(opened, code);
    sqlite3_busy_timeout(opened, busy_timeout_ms);
    // "name" is a name and never a text, as on PostgreSQL.
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    // FULL: with NORMAL a power cut loses what we acknowledged (docs/architecture.md).
    script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
           "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;"
           "PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF;");
    if (use == Use::reading)
        script("PRAGMA query_only = ON;");
}

SqliteConnection::~SqliteConnection() = default;

SqliteConnection::Prepared SqliteConnection::prepare(std::string_view sql)
{
    Prepared prepared{.statement = number_parameters(sql, '?'), .handle = {}};
    sqlite3_stmt* handle = nullptr;
    char const* rest = nullptr;
    auto const& text = prepared.statement.text;
    auto const code = sqlite3_prepare_v3(
        handle_.get(), text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
        &handle, &rest);
    prepared.handle.reset(handle);
    if (code != SQLITE_OK)
        fail(handle_.get(), code);
    if (handle == nullptr || rest != text.data() + text.size())
        throw BadStatement{"not exactly one statement: " + text};
    return prepared;
}

std::int64_t SqliteConnection::Lease::query(std::span<Param const> params, Tx::Sink const& sink)
{
    auto* const database = connection_.handle_.get();
    auto const values = values_in_order(prepared_.statement, params);
    for (std::size_t i = 0; i < values.size(); ++i)
        bind(handle(), static_cast<int>(i) + 1, *values[i]);

    auto const before = sqlite3_total_changes64(database);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(handle())) == SQLITE_ROW)
        sink(SqliteRow{handle()});
    if (code != SQLITE_DONE)
        fail(database, code);
    sqlite3_reset(handle());
    // sqlite3_changes keeps the count of an earlier statement where this one writes nothing.
    if (sqlite3_total_changes64(database) == before)
        return 0;
    return sqlite3_stmt_readonly(handle()) != 0 ? 0 : sqlite3_changes64(database);
}

std::int64_t
SqliteConnection::query(std::string_view sql, std::span<Param const> params, Tx::Sink const& sink)
{
    return Lease{*this, sql}.query(params, sink);
}

std::int64_t SqliteConnection::bulk(std::string_view sql, std::span<std::vector<Param> const> sets)
{
    Lease lease{*this, sql};
    std::int64_t written = 0;
    for (auto const& set : sets)
        written += lease.query(set, [](Row const&) {});
    return written;
}

void SqliteConnection::run(std::string_view sql)
{
    query(sql, {}, [](Row const&) {});
}

void SqliteConnection::script(std::string const& statements)
{
    auto const code = sqlite3_exec(handle_.get(), statements.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(handle_.get(), code);
}

bool SqliteConnection::in_transaction() const
{
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

}  // namespace tellfirst::db
