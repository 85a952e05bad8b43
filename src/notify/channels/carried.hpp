#pragma once
// What came of one attempt to reach somebody over HTTP. Pure.
#include "notify/fate.hpp"

namespace tellfirst::http {
struct Answered;
}

namespace tellfirst::notify {

struct Carried {
    enum class Kind {
        accepted,
        refused,   // not ever
        later,     // it was looked at: not now
        doubtful,  // wholly sent perhaps, but there was no answer that we could read
        away,      // not tried: who would take it takes nothing for `again_in`
        closed,    // the same, and nobody else's is taken either
    };
    Kind kind = Kind::accepted;
    int code = 0;       // an HTTP status; 0 where nobody answered
    std::string words;  // the answer, or ours
    std::chrono::milliseconds again_in{0};
    bool operator==(Carried const&) const = default;
};

// As with mail. What was not tried says why it waits.
[[nodiscard]] Fate fate_of(Attempt const& attempt, Carried const& carried, Instant now);

// "201 queued as 7"; what was said where nobody answered.
[[nodiscard]] std::string answer_of(Carried const& carried);

// The first of an answer, on one line: enough to see what is the matter.
[[nodiscard]] std::string first_words(std::string_view body);
// The same of a whole answer; where it has no body, what its status means.
[[nodiscard]] std::string words_of(http::Answered const& answered);

}  // namespace tellfirst::notify
