#pragma once
// The statements of lists. A list of 100,000 tickets must cost no more than its page, so each is
// read along one index, the narrowest that its filter allows:
//
//     words         the tickets of the rarest word, at most `most_candidates` of them
//     incident, account
//     state         in the order of due times or changes, so nothing is sorted
//     nothing       in the order of changes
//
// What else the filter says is asked of each ticket on the way, in a form that no index answers:
// SQLite knows nothing of how many rows a value has, and would gladly walk all that are solved to
// find the two of an account.
#include "tickets/store.hpp"

namespace tellfirst::tickets::store {

// A word that more tickets have than this is looked for among the newest of them only.
inline constexpr int most_candidates = 10'000;

// What is asked for, but for the values; `words` is how many.
struct Shape {
    Order order = Order::by_change;
    bool state = false;
    bool account = false;
    bool incident = false;
    bool number = false;
    std::size_t words = 0;
};

// Its parameters are key, id and limit, and of those that the shape names: state, account,
// incident, number, most, and from0, until0, from1, until1 ... of the words, the rarest first.
[[nodiscard]] std::string page_sql(Shape const& shape);

}  // namespace tellfirst::tickets::store
