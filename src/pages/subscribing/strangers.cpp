#include "pages/subscribing/strangers.hpp"

#include "pages/oneself/oneself.hpp"
#include "pages/pages.hpp"
#include "pages/subscribing/stranger_store.hpp"
#include "tickets/tickets.hpp"

namespace tellfirst::pages {
namespace {

struct Rest {
    std::optional<ContactId> after;
};
BOOST_DESCRIBE_STRUCT(Rest, (), (after))

void go_on(Call& call, Rest const& rest)
{
    jobs::later(
        call, {.kind = forget_strangers_job,
               .body = to_json(rest),
               .due_at = call.now,
               .key = rest.after ? rest.after->text() : "first"});
}

bool has_written(Call& call, ContactId contact)
{
    return !tickets::tickets_of(call.tx, contact, 1).empty();
}

}  // namespace

void forget_strangers(Call& call)
{
    go_on(call, {});
}

Result<void> forget_next_strangers(Call& call, jobs::Job const& job)
{
    auto const rest = job.body_as<Rest>();
    if (!rest)
        return rest.error();
    auto const strangers = store::strangers(
        call.tx, {.asked_before = call.now - stranger_life, .now = call.now}, rest->after,
        strangers_at_once);
    for (auto const contact : strangers) {
        if (has_written(call, contact))
            continue;
        if (auto const erased = erase_everywhere(call, contact); !erased)
            return erased.error();
    }
    if (std::ssize(strangers) == strangers_at_once)
        go_on(call, {strangers.back()});
    return {};
}

}  // namespace tellfirst::pages
