#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/webhooks.hpp"

namespace tellfirst::notify {
namespace {

// Of an incident that is older nobody asks any more which program heard of it.
constexpr std::chrono::days kept{90};

// A sweep comes every hour; more at once would keep the one writer.
constexpr std::int64_t most_at_once = 5000;

}  // namespace

void forget_old_posts(Call& call)
{
    store::forget_posts(call.tx, call.now - kept, most_at_once);
}

}  // namespace tellfirst::notify
