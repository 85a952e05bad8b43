#pragma once
#include "db/tx.hpp"

#include <deque>

namespace tellfirst::notify::store {

// Parameters of a statement whose number is not known before.
class Bound {
  public:
    template <class T>
    void add(std::string_view name, T const& value)
    {
        params_.emplace_back(name, value);
    }

    // A name that is used nowhere else, "word0", bound.
    template <class T>
    [[nodiscard]] std::string const& bind(std::string_view name, T const& value)
    {
        auto const& each = names_.emplace_back(fmt::format("{}{}", name, names_.size()));
        params_.emplace_back(each, value);
        return each;
    }

    // "(:service0, :service1)", bound.
    template <class T>
    [[nodiscard]] std::string list(std::string_view name, std::vector<T> const& ids)
    {
        if (ids.empty())
            return "(NULL)";
        std::string marks;
        for (auto const& id : ids)
            marks += (marks.empty() ? "(:" : ", :") + bind(name, id);
        return marks + ")";
    }

    // "VALUES (:service0), (:service1)", bound: rows to join with, of one column.
    template <class T>
    [[nodiscard]] std::string rows(std::string_view name, std::vector<T> const& ids)
    {
        std::string rows;
        for (auto const& id : ids)
            rows += fmt::format(
                "{}(CAST(:{} AS BIGINT))", rows.empty() ? "VALUES " : ", ", bind(name, id));
        return rows;
    }

    [[nodiscard]] std::span<db::Param const> params() const { return params_; }

  private:
    std::deque<std::string> names_;  // a deque: params_ point into it
    std::vector<db::Param> params_;
};

template <class T>
[[nodiscard]] std::vector<T> all(db::Tx& tx, std::string_view sql, Bound const& bound)
{
    std::vector<T> rows;
    tx.query(
        sql, bound.params(), [&](db::Row const& row) { rows.push_back(db::from_row<T>(row)); });
    return rows;
}

}  // namespace tellfirst::notify::store
