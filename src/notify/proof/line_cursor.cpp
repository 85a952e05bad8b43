#include "kernel/text.hpp"
#include "notify/proof/proof.hpp"

namespace tellfirst::notify {

std::string LineCursor::text() const
{
    if (post)
        return post->text();
    return fmt::format(
        "{}.{}.{}", ContactId{recipient}.text(), notice.text(),
        channel ? name_of(*channel) : std::string_view{});
}

std::optional<LineCursor> LineCursor::parse(std::string_view text)
{
    if (auto const post = WebhookDeliveryId::parse(text))
        return LineCursor{.post = *post};
    auto const parts = split(text, '.');
    if (parts.size() != 3)
        return std::nullopt;
    auto const contact = ContactId::parse(parts[0]);
    auto const notice = NoticeId::parse(parts[1]);
    auto const channel = parse_enum<Channel>(parts[2]);
    if (!contact || !notice || !channel)
        return std::nullopt;
    return LineCursor{.recipient = contact->value(), .notice = *notice, .channel = *channel};
}

LineCursor LineCursor::of(ProofLine const& line)
{
    if (line.post)
        return {.post = line.post};
    return {
        .recipient = line.contact.value_or(ContactId{}).value(),
        .notice = line.notice,
        .channel = line.channel};
}

}  // namespace tellfirst::notify
