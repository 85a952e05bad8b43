#include "db/postgres_connection.hpp"

#include "db/postgres_value.hpp"

#include <libpq-fe.h>

#include <poll.h>

namespace tellfirst::db {
namespace {

// As for SQLite: more statements than this are generated ones.
constexpr std::size_t most_prepared = 1000;

// So many statements are sent before their answers are read. An answer has about 50 bytes, so
// none of the two sides ever waits with full buffers for the other to read.
constexpr std::size_t pipeline_length = 256;

// A peer that vanished without a word is given up after this time (fail-over within 10 s).
constexpr auto connect_timeout_s = "3";
constexpr auto tcp_timeout_ms = "8000";
// The same while we wait for an answer, when nothing of ours is on the way.
constexpr auto keepalive_s = "2";
constexpr auto keepalive_count = "3";

// Each session: durable commits (a server set to remote_apply stays so), and a stopped node must
// not hold locks for longer than others can wait.
constexpr auto session_settings = R"sql(
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE  current_setting('synchronous_commit') = 'off';
    SET idle_in_transaction_session_timeout = '15s';
    SET client_min_messages = 'error')sql";

class PostgresRow final : public Row {
  public:
    PostgresRow(PGresult const* result, int row) : result_{result}, row_{row} {}

    [[nodiscard]] std::size_t columns() const override
    {
        return static_cast<std::size_t>(PQnfields(result_));
    }
    [[nodiscard]] std::string_view name(std::size_t column) const override
    {
        return PQfname(result_, static_cast<int>(column));
    }
    [[nodiscard]] Value value(std::size_t column) const override
    {
        auto const at = static_cast<int>(column);
        if (PQgetisnull(result_, row_, at) != 0)
            return Null{};
        return read_postgres(
            PQftype(result_, at), {PQgetvalue(result_, row_, at),
                                   static_cast<std::size_t>(PQgetlength(result_, row_, at))});
    }

  private:
    PGresult const* result_;
    int row_;
};

std::int64_t rows_written(PGresult* result)
{
    if (std::string_view{PQcmdStatus(result)}.starts_with("SELECT"))
        return 0;
    return std::strtoll(PQcmdTuples(result), nullptr, 10);
}

}  // namespace

// The parameters of one execution, in the form that libpq takes. Points into `params` of the
// caller, who keeps them until it has been sent.
struct PostgresConnection::Bound {
    std::string name;  // of the prepared statement
    PostgresParams params;
};

void PostgresConnection::Finish::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

void PostgresConnection::Clear::operator()(pg_result* result) const
{
    PQclear(result);
}

void PostgresConnection::connect()
{
    if (handle_ && PQstatus(handle_.get()) == CONNECTION_OK)
        return;
    disconnect();
    // What the address says counts more than what stands before it, less than what stands behind.
    constexpr std::size_t settings = 8;
    std::array<char const*, settings + 1> const names{
        "application_name", "connect_timeout",     "tcp_user_timeout",
        "keepalives_idle",  "keepalives_interval", "keepalives_count",
        "dbname",           "client_encoding",     nullptr};
    std::array<char const*, settings + 1> const values{
        "tellfirst",     connect_timeout_s, tcp_timeout_ms, keepalive_s, keepalive_s,
        keepalive_count, address_.c_str(),  "UTF8",         nullptr};
    handle_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(handle_.get()) != CONNECTION_OK)
        throw Lost{std::string{"PostgreSQL: "} + PQerrorMessage(handle_.get())};
    script(session_settings);
}

void PostgresConnection::disconnect()
{
    handle_.reset();
    prepared_.clear();
    prepared_count_ = 0;
}

PostgresConnection::Result PostgresConnection::checked(pg_result* raw)
{
    Result result{raw};
    auto const status = PQresultStatus(raw);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return result;
    auto const* const code = raw != nullptr ? PQresultErrorField(raw, PG_DIAG_SQLSTATE) : nullptr;
    std::string_view const state = code != nullptr ? code : "";
    auto const message = fmt::format(
        "PostgreSQL {}: {}", state,
        raw != nullptr ? PQresultErrorMessage(raw) : PQerrorMessage(handle_.get()));
    if (state == "40001" || state == "40P01")
        throw Conflict{message};
    // 57P01 to 57P05: the server is shutting down, starting, or has closed the session.
    if (PQstatus(handle_.get()) != CONNECTION_OK || state.starts_with("57P") ||
        state.starts_with("08")) {
        disconnect();
        throw Lost{message};
    }
    if (state == "53100")
        throw Full{message};
    throw Error{message};
}

std::string const& PostgresConnection::prepare(Prepared& prepared, std::vector<unsigned> types)
{
    auto const serves = [&](Variant const& variant) {
        for (std::size_t i = 0; i < types.size(); ++i)
            if (types[i] != 0 && variant.types[i] != 0 && types[i] != variant.types[i])
                return false;
        return true;
    };
    auto const found = std::ranges::find_if(prepared.variants, serves);
    if (found != prepared.variants.end())
        return found->name;
    Variant variant{.name = fmt::format("s{}", ++prepared_count_), .types = std::move(types)};
    checked(PQprepare(
        handle_.get(), variant.name.c_str(), prepared.statement.text.c_str(),
        static_cast<int>(variant.types.size()), variant.types.data()));
    return prepared.variants.emplace_back(std::move(variant)).name;
}

PostgresConnection::Bound
PostgresConnection::bind(std::string_view sql, std::span<Param const> params)
{
    auto found = prepared_.find(sql);
    if (found == prepared_.end())
        found = prepared_.emplace(sql, Prepared{number_parameters(sql, '$'), {}}).first;
    auto& prepared = found->second;
    Bound bound{.name = {}, .params = PostgresParams{values_in_order(prepared.statement, params)}};
    bound.name = prepare(prepared, bound.params.types());
    return bound;
}

void PostgresConnection::forget_too_many()
{
    if (prepared_count_ < most_prepared)
        return;
    script("DEALLOCATE ALL");
    prepared_.clear();
    prepared_count_ = 0;
}

std::int64_t
PostgresConnection::query(std::string_view sql, std::span<Param const> params, Tx::Sink const& sink)
{
    forget_too_many();
    auto const bound = bind(sql, params);
    auto const result = checked(PQexecPrepared(
        handle_.get(), bound.name.c_str(), bound.params.count(), bound.params.values(),
        bound.params.lengths(), bound.params.formats(), 0));
    for (int row = 0; row < PQntuples(result.get()); ++row)
        sink(PostgresRow{result.get(), row});
    return rows_written(result.get());
}

std::int64_t
PostgresConnection::bulk(std::string_view sql, std::span<std::vector<Param> const> sets)
{
    forget_too_many();
    std::int64_t written = 0;
    while (!sets.empty()) {
        auto const now = sets.first(std::min(sets.size(), pipeline_length));
        std::vector<Bound> bound;
        bound.reserve(now.size());
        for (auto const& set : now)
            bound.push_back(bind(sql, set));
        pipeline(bound, written);
        sets = sets.subspan(now.size());
    }
    return written;
}

void PostgresConnection::pipeline(std::span<Bound const> sets, std::int64_t& written)
{
    auto* const connection = handle_.get();
    PQenterPipelineMode(connection);
    for (auto const& set : sets)
        PQsendQueryPrepared(
            connection, set.name.c_str(), set.params.count(), set.params.values(),
            set.params.lengths(), set.params.formats(), 0);
    PQpipelineSync(connection);

    // The first error is the cause; the statements behind it were not run.
    PGresult* failed = nullptr;
    for (bool synced = false; !synced && PQstatus(connection) == CONNECTION_OK;) {
        Result result{PQgetResult(connection)};
        auto const status = PQresultStatus(result.get());
        if (result == nullptr)
            continue;  // between two statements
        synced = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            written += rows_written(result.get());
        else if (!synced && failed == nullptr)
            failed = result.release();
    }
    PQexitPipelineMode(connection);
    if (failed != nullptr || PQstatus(connection) != CONNECTION_OK)
        checked(failed);
}

void PostgresConnection::script(std::string const& statements)
{
    checked(PQexec(handle_.get(), statements.c_str()));
}

bool PostgresConnection::wait_for_others(int or_this, std::chrono::milliseconds at_most)
{
    std::array<pollfd, 2> files{
        pollfd{.fd = PQsocket(handle_.get()), .events = POLLIN, .revents = 0},
        pollfd{.fd = or_this, .events = POLLIN, .revents = 0}};
    ::poll(files.data(), files.size(), static_cast<int>(at_most.count()));
    if (PQconsumeInput(handle_.get()) == 0)
        throw Lost{std::string{"PostgreSQL: "} + PQerrorMessage(handle_.get())};
    bool others = false;
    while (PGnotify* const notice = PQnotifies(handle_.get())) {
        others = others || notice->be_pid != PQbackendPID(handle_.get());
        PQfreemem(notice);
    }
    return others;
}

}  // namespace tellfirst::db
