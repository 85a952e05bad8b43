#pragma once
#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace tellfirst {

// Why something was refused. One switch maps it to HTTP, one to "retry or give up".
enum class Refusal {
    malformed,        // 400: not even readable
    unauthenticated,  // 401: who are you?
    forbidden,        // 403: you may not
    not_found,        // 404: not there, or not yours (the two answers are the same bytes)
    conflict,         // 409: the world has moved on
    stale,            // 412: If-Match names an old version
    too_large,        // 413
    invalid,          // 422: readable, but not acceptable
    too_many,         // 429: later
    internal,         // 500: our fault
    unavailable,      // 503: later, our fault
};

// One field that is wrong: `field` is its path ("contacts[2].email").
struct FieldError {
    std::string field;
    std::string code;
    std::string detail;

    bool operator==(FieldError const&) const = default;
};

// What a customer, an agent or a peer can cause, as a value. `code` is stable ("quota.used_up"):
// clients and tests use it. `detail` is a sentence for people and says what to do.
struct Problem {
    Refusal kind = Refusal::internal;
    std::string code;
    std::string detail = {};
    std::string field = {};               // the one field it is about, if it is about one
    std::vector<FieldError> errors = {};  // all of them, where several are wrong
    int retry_after_s = 0;                // for too_many and unavailable; 0 says nothing

    bool operator==(Problem const&) const = default;
};

template <class T>
using Result = boost::system::result<T, Problem>;

// Somebody took the value of a refused Result: a bug of ours, so an exception.
struct Unchecked : std::logic_error {
    explicit Unchecked(Problem const& problem) : std::logic_error{"unchecked: " + problem.code} {}
};

[[noreturn]] inline void
throw_exception_from_error(Problem const& problem, boost::source_location const&)
{
    throw Unchecked{problem};
}

[[nodiscard]] inline Problem invalid(std::string code, std::string field, std::string detail)
{
    return {
        .kind = Refusal::invalid,
        .code = std::move(code),
        .detail = std::move(detail),
        .field = std::move(field)};
}

// "incident", id -> 404 incident.not_found. The id is not repeated: it may be somebody else's.
[[nodiscard]] inline Problem not_found(std::string const& what)
{
    return {
        .kind = Refusal::not_found,
        .code = what + ".not_found",
        .detail = "There is no such " + what + "."};
}

// The world has moved on: what was asked fits it no more.
[[nodiscard]] inline Problem conflict(std::string code, std::string detail)
{
    return {.kind = Refusal::conflict, .code = std::move(code), .detail = std::move(detail)};
}

// If-Match named a version that somebody has replaced meanwhile.
[[nodiscard]] inline Problem stale()
{
    return {
        .kind = Refusal::stale,
        .code = "http.stale",
        .detail = "Somebody changed this meanwhile. Read it again and repeat your change."};
}

}  // namespace tellfirst
