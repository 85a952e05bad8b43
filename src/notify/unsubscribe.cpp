#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "notify/seal.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {
namespace {

// What he hears about now: his own choice, or what his plan says.
std::vector<accounts::Topic> topics_of(Call const& call, accounts::Contact const& contact)
{
    if (contact.topics)
        return *contact.topics;
    if (!contact.account)
        return {};
    auto const terms = accounts::terms_of(call.tx, *contact.account, call.now);
    return terms ? terms->topics : std::vector<accounts::Topic>{};
}

}  // namespace

Result<accounts::Topic> unsubscribe(Call& call, std::string_view token)
{
    auto const wish = seal::read_unsubscribe_token(call.settings.secret, token);
    if (!wish)
        return not_found("link");
    auto const contact = accounts::find_contact(call.tx, wish->contact);
    if (!contact)
        return wish->topic;  // he is gone, and so is what we would have sent him

    auto topics = topics_of(call, *contact);
    if (std::erase(topics, wish->topic) > 0) {
        Call his{call};
        his.actor = {.kind = Actor::Kind::contact, .id = contact->id.value()};
        auto const chosen = accounts::choose_topics(his, contact->id, topics);
        if (!chosen)
            return chosen.error();
    }
    store::opt_out_waiting(call.tx, contact->id, wish->topic);
    return wish->topic;
}

}  // namespace tellfirst::notify
