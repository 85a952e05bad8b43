#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/store.hpp"
#include "accounts/topics.hpp"

namespace tellfirst::accounts {

Result<Contact> choose_topics(Call& call, ContactId id, std::optional<std::vector<Topic>> topics)
{
    auto contact = find_contact(call.tx, id);
    if (!contact)
        return not_found("contact");
    if (topics)
        topics = topics_in(topic_bits(*topics));  // each once, in the order of the enum
    if (topics == contact->topics)
        return *std::move(contact);  // said twice

    store::set_topics(call.tx, id, topics);
    contact->topics = topics;
    ++contact->version;
    call.tell(TopicsChosen{.contact = id, .topics = topics});
    return *std::move(contact);
}

}  // namespace tellfirst::accounts
