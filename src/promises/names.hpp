#pragma once
#include "promises/promises.hpp"

#include <map>

namespace tellfirst::promises {

// The names behind text ids of contacts, accounts, persons and tokens; "" for whatever else there
// is ("public", "system"). Each is looked up once: a page of the ledger has few different ones.
class Names {
  public:
    explicit Names(db::Tx& tx) : tx_{tx} {}
    [[nodiscard]] std::string const& of(std::string const& id);

  private:
    db::Tx& tx_;
    std::map<std::string, std::string> names_;
};

}  // namespace tellfirst::promises
