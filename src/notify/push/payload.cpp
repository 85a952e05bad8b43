#include "notify/push/payload.hpp"

#include "notify/compose.hpp"
#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

// More of a title no browser shows.
constexpr std::size_t longest_title = 200;

}  // namespace

PushPayload push_payload(Message const& message)
{
    return {
        .title = one_line(message.words.title, longest_title),
        .body = first_line(message.words, message.said_at, message.reader),
        .url = message.link,
        .tag = message.words.about.text()};
}

}  // namespace tellfirst::notify
