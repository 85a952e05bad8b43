#pragma once
#include "kernel/ids.hpp"
#include "kernel/right.hpp"

#include <string>

namespace tellfirst {

// Who does something. Every fact names its actor.
struct Actor {
    enum class Kind { nobody, system, person, token, contact };

    Kind kind = Kind::nobody;
    std::int64_t id = 0;  // of the person, token or contact
    RightSet rights = {};

    // "system", "nobody", or the id's text form ("per_...").
    [[nodiscard]] std::string text() const;

    [[nodiscard]] static Actor system()
    {
        return {.kind = Kind::system, .rights = RightSet::all()};
    }
    [[nodiscard]] static Actor nobody() { return {}; }

    bool operator==(Actor const&) const = default;
};

}  // namespace tellfirst
