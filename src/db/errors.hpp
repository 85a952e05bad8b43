#pragma once
#include <stdexcept>

// What only a bug or a broken machine can cause. Nothing of these texts goes outside.
namespace tellfirst::db {

// The database refused a statement, or could not do it. Nothing was written.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The disk is full. Nothing was written; reads go on, and so do writes once there is room.
struct Full : Error {
    using Error::Error;
};

// The disk or the memory failed, or the file is damaged.
struct Broken : Error {
    using Error::Error;
};

// No connection, a queue that is full, or too many conflicts. Nothing was written; try later.
struct Unavailable : Error {
    using Error::Error;
};

// The commit failed in a way that may or may not have stored it: never say "done", never say
// "not done", deduplicate the retry.
struct Unknown : Error {
    using Error::Error;
};

// A statement and its parameters do not fit together. Always a bug.
struct BadStatement : std::logic_error {
    using std::logic_error::logic_error;
};

}  // namespace tellfirst::db
