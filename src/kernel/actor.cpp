#include "kernel/actor.hpp"

namespace tellfirst {

std::string Actor::text() const
{
    switch (kind) {
    case Kind::nobody: return "nobody";
    case Kind::system: return "system";
    case Kind::person: return PersonId{id}.text();
    case Kind::token: return TokenId{id}.text();
    case Kind::contact: return ContactId{id}.text();
    }
    return "nobody";
}

}  // namespace tellfirst
