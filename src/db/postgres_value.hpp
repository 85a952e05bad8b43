#pragma once
#include "db/value.hpp"

namespace tellfirst::db {

// Parameters in the form that libpq takes: whole and floating numbers as text, bytes as they are,
// each with the PostgreSQL type that its C++ type stands for. The values must outlive it.
class PostgresParams {
  public:
    explicit PostgresParams(std::vector<Value const*> const& values);

    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] std::vector<unsigned> const& types() const { return types_; }
    [[nodiscard]] char const* const* values() const { return values_.data(); }
    [[nodiscard]] int const* lengths() const { return lengths_.data(); }
    [[nodiscard]] int const* formats() const { return formats_.data(); }

  private:
    std::vector<std::unique_ptr<std::string>> written_;  // numbers as text; never moved
    std::vector<unsigned> types_;
    std::vector<char const*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// A column's text form of that type (an OID). All whole numbers are int64, numeric too where it
// has no fraction and fits (SUM of BIGINT is numeric); bool is 0 or 1.
[[nodiscard]] Value read_postgres(unsigned type, std::string_view text);

}  // namespace tellfirst::db
