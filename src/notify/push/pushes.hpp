#pragma once
// The part of the door that is for browsers which ask to be told.
#include "db/house.hpp"
#include "notify/push/types.hpp"

namespace tellfirst::http {
struct Outgoing;
}

namespace tellfirst::jobs {
class Board;
}

namespace tellfirst::notify {

// More browsers than anybody looks at; the one that asked first makes room.
inline constexpr std::int64_t most_browsers = 5;

// Tells this browser from now on what is announced to the contact. Said twice: once. What another
// contact had asked for there is his no more. Errors push.bad_endpoint, push.bad_keys.
Result<void> add_push(Call& call, ContactId contact, NewPush const& wish);

// This browser no more; nothing where it is not his.
void remove_push(Call& call, ContactId contact, std::string const& endpoint);
// None of his any more: he is erased, or asked for it.
void remove_pushes(Call& call, ContactId contact);

// How many browsers of his are told.
[[nodiscard]] std::int64_t count_pushes(db::Tx& tx, ContactId contact);

// By which a browser knows us, base64url; made on first use.
[[nodiscard]] std::string push_key(House const& house);

// The job that tells browsers which could not be told at first. Keeps what it is given.
void add_push_jobs(jobs::Board& board, http::Outgoing const& outgoing);

}  // namespace tellfirst::notify
