#pragma once
#include "db/value.hpp"

#include <functional>
#include <initializer_list>
#include <span>

namespace tellfirst::db {

// One `:name` of a statement and what is bound to it.
struct Param {
    std::string_view name;
    Value value;

    template <class T>
    Param(std::string_view n, T const& v) : name{n}, value{to_value(v)}
    {
    }
};

using Params = std::initializer_list<Param>;

// One row of an answer; only valid while it is being read.
class Row {
  public:
    virtual ~Row() = default;
    [[nodiscard]] virtual std::size_t columns() const = 0;
    [[nodiscard]] virtual std::string_view name(std::size_t column) const = 0;
    [[nodiscard]] virtual Value value(std::size_t column) const = 0;
};

// A described struct takes each of its members from the column of that name (columns and members
// stand in the same order); anything else is read from the one column.
template <class T>
[[nodiscard]] T from_row(Row const& row)
{
    if constexpr (Described<T>) {
        T value{};
        std::size_t column = 0;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            if (column >= row.columns() || row.name(column) != member.name)
                throw BadRow{std::string{"no column "} + member.name + " at its place"};
            using M = std::remove_cvref_t<decltype(value.*member.pointer)>;
            value.*member.pointer = from_value<M>(row.value(column));
            ++column;
        });
        return value;
    } else {
        return from_value<T>(row.value(0));
    }
}

// One transaction. The same SQL text runs on both databases (docs/architecture.md, "SQL").
class Tx {
  public:
    using Sink = std::function<void(Row const&)>;

    virtual ~Tx() = default;

    template <class T>
    [[nodiscard]] std::vector<T> all(std::string_view sql, Params params = {})
    {
        std::vector<T> rows;
        query(sql, {params.begin(), params.size()}, [&](Row const& row) {
            rows.push_back(from_row<T>(row));
        });
        return rows;
    }

    // The first row, if there is one.
    template <class T>
    [[nodiscard]] std::optional<T> one(std::string_view sql, Params params = {})
    {
        std::optional<T> found;
        query(sql, {params.begin(), params.size()}, [&](Row const& row) {
            if (!found)
                found = from_row<T>(row);
        });
        return found;
    }

    // Answers how many rows it wrote.
    std::int64_t run(std::string_view sql, Params params = {})
    {
        return query(sql, {params.begin(), params.size()}, [](Row const&) {});
    }

    // The same statement once for each set of parameters: a loop on SQLite, a pipeline on
    // PostgreSQL. Answers how many rows it wrote in all.
    virtual std::int64_t bulk(std::string_view sql, std::span<std::vector<Param> const> sets) = 0;

    // Runs a statement; answers how many rows it wrote. `one`, `all` and `run` read better.
    virtual std::int64_t
    query(std::string_view sql, std::span<Param const> params, Sink const& sink) = 0;

    // Several statements without parameters, separated by ";": migrations only.
    virtual void script(std::string const& statements) = 0;

    // Appended behind a SELECT whose rows this transaction alone may claim:
    // " FOR UPDATE SKIP LOCKED" on PostgreSQL, nothing where there is one writer anyway.
    [[nodiscard]] virtual std::string_view skip_locked() const = 0;

    // Facts were told or jobs were queued: those who wait for them are woken after the commit.
    void wake_listeners() { wake_ = true; }
    [[nodiscard]] bool wakes_listeners() const { return wake_; }

  private:
    bool wake_ = false;
};

}  // namespace tellfirst::db
