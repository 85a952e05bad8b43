#include "notify/oneself/oneself.hpp"

#include "notify/finish.hpp"
#include "notify/inbox/inbox_store.hpp"
#include "notify/oneself/store.hpp"
#include "notify/push/push_store.hpp"

namespace tellfirst::notify {
namespace {

constexpr std::string_view gone = "erased";

struct Words {
    std::string subject;
    std::string text;
};

Words words_of(store::OwnRow const& row)
{
    if (row.kind == NoticeKind::announcement) {
        auto words = db::from_value<Announcement>(row.body);
        return {std::move(words.title), std::move(words.text)};
    }
    auto letter = db::from_value<Letter>(row.body);
    return {std::move(letter.subject), std::move(letter.text)};
}

void blank_letter(Call& call, NoticeId id)
{
    auto letter = store::find_notice(call.tx, id)->body_as<Letter>();
    letter.subject = letter.text = gone;
    store::save_body(call.tx, id, write_json(to_json(letter)));
}

}  // namespace

std::vector<OwnNotice> held_notices_of(db::Tx& tx, ContactId contact)
{
    std::vector<OwnNotice> held;
    for (auto& row : store::own_rows(tx, contact, most_held_notices)) {
        auto words = words_of(row);
        held.push_back(
            {.said_at = row.said_at,
             .about = std::move(row.about),
             .subject = std::move(words.subject),
             .text = std::move(words.text),
             .channel = row.channel,
             .address = std::move(row.address),
             .state = row.state,
             .at = row.at,
             .reason = std::move(row.reason)});
    }
    return held;
}

void forget(Call& call, ContactId contact, Email const& address)
{
    auto const waiting = store::waiting_notices(call.tx, contact);
    store::cancel_waiting_for(call.tx, contact, call.now);
    for (auto const id : waiting)
        finish_over(call, id);
    for (auto const id : store::letters_to(call.tx, contact))
        blank_letter(call, id);
    store::blank_deliveries(call.tx, contact);
    store::blank_bounces(call.tx, contact);
    store::forget_address(call.tx, address);
    store::remove_browsers(call.tx, contact);
    store::forget_inbox(call.tx, contact);
}

}  // namespace tellfirst::notify
