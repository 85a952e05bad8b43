#pragma once
// What promises tells.
#include "promises/promises.hpp"

namespace tellfirst::promises {

// Its due moment has passed. Told by a timer; its owner, else who is on duty, is paged.
struct PromiseLate {
    static constexpr std::string_view room = "promises";
    static constexpr std::string_view kind = "PromiseLate";
    PromiseId promise;
    Source source = Source::by_hand;
    std::string about;
    [[nodiscard]] std::string subject() const { return promise.text(); }
};
BOOST_DESCRIBE_STRUCT(PromiseLate, (), (promise, source, about))

struct PromiseMade {
    static constexpr std::string_view room = "promises";
    static constexpr std::string_view kind = "PromiseMade";
    PromiseId promise;
    Source source = Source::by_hand;
    std::string about;
    std::optional<Instant> due_at;
    [[nodiscard]] std::string subject() const { return promise.text(); }
};
BOOST_DESCRIBE_STRUCT(PromiseMade, (), (promise, source, about, due_at))

struct PromiseMoved {
    static constexpr std::string_view room = "promises";
    static constexpr std::string_view kind = "PromiseMoved";
    PromiseId promise;
    std::string about;
    std::optional<Instant> was_due_at;
    std::optional<Instant> due_at;
    [[nodiscard]] std::string subject() const { return promise.text(); }
};
BOOST_DESCRIBE_STRUCT(PromiseMoved, (), (promise, about, was_due_at, due_at))

struct PromiseSettled {
    static constexpr std::string_view room = "promises";
    static constexpr std::string_view kind = "PromiseSettled";
    PromiseId promise;
    State state = State::kept;
    Source source = Source::by_hand;
    std::string about;
    [[nodiscard]] std::string subject() const { return promise.text(); }
};
BOOST_DESCRIBE_STRUCT(PromiseSettled, (), (promise, state, source, about))

struct PromiseReopened {
    static constexpr std::string_view room = "promises";
    static constexpr std::string_view kind = "PromiseReopened";
    PromiseId promise;
    State state = State::open;
    Source source = Source::by_hand;
    std::string about;
    [[nodiscard]] std::string subject() const { return promise.text(); }
};
BOOST_DESCRIBE_STRUCT(PromiseReopened, (), (promise, state, source, about))

}  // namespace tellfirst::promises
