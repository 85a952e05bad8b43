#pragma once
// Every word of ours on a ticket that a customer reads, by language. `{name}` is filled in by fmt.
#include "wire/words/moments.hpp"

namespace tellfirst::tickets {

struct Texts {
    std::string_view subject;   // {number}
    std::string_view hello;     // {name}
    std::string_view received;  // {number}
    std::string_view due;       // {time}
    std::string_view no_due;
    std::string_view open_hours;  // {to}
    std::string_view opens_next;  // {time}
    std::string_view named;       // {services}, {when}
    std::string_view suspected;   // {services}, {when}
    std::string_view eta;         // {time}
    std::string_view next_word;   // {time}
    std::string_view overdue;
    std::string_view workaround;  // {workaround}
    std::string_view others_one;
    std::string_view others;  // {count}
    std::string_view told;    // of the end
    std::string_view add_to_it;
    std::string_view resolved;  // {title}
    std::string_view still_not;
};

[[nodiscard]] Texts const& texts_in(words::Language language);

}  // namespace tellfirst::tickets
