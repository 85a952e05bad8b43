#include "notify/bounces/read_bounce.hpp"

#include "kernel/log.hpp"
#include "kernel/text.hpp"
#include "notify/bounces/bounce_store.hpp"
#include "notify/bounces/harm.hpp"
#include "notify/bounces/suppress.hpp"
#include "wire/mime/returned.hpp"

#include <algorithm>

// Anybody can send us a bounce. What it says counts only for a delivery that it proves to know: by
// the sealed address that it came to, which only the receiving server and its relays have seen, or
// by the sealed Message-ID of the mail that it brings back. The address that is suppressed is the
// one to which we wrote, never one that the bounce names.
namespace tellfirst::notify {
namespace {

constexpr std::size_t longest_subject = 200;  // a line of a list

struct Read {
    mime::Mail mail;
    mime::Returned returned;
};

Read read_raw(CameBack const& raw)
{
    Read read{.mail = mime::parse(raw.raw), .returned = {}};
    read.returned = mime::read_returned(read.mail, raw.from);
    return read;
}

std::optional<seal::Delivery>
delivery_of(Call& call, std::string_view to, mime::Returned const& returned)
{
    auto const& secret = call.settings.secret;
    if (auto const sealed = seal::read_bounce_address(secret, to))
        return sealed;
    if (auto const sealed = seal::read_bounce_address(secret, returned.sender))
        return sealed;
    if (returned.message_id.empty())
        return std::nullopt;
    if (auto const sealed = seal::read_message_id(secret, returned.message_id))
        return sealed;
    return store::delivery_of_message(call.tx, returned.message_id);
}

bool names(mime::ReturnedRecipient const& recipient, std::string_view address)
{
    auto const key = ascii_lower(address);
    return ascii_lower(recipient.original_recipient) == key ||
           ascii_lower(recipient.final_recipient) == key;
}

// Of several recipients the one to whom we wrote. He may have passed it on to an address of which
// we know nothing: then what failed, or else what stands first.
mime::ReturnedRecipient const&
recipient_of(mime::Returned const& returned, std::string_view address)
{
    auto const& all = returned.recipients;
    auto found =
        std::ranges::find_if(all, [&](auto const& recipient) { return names(recipient, address); });
    if (found == all.end())
        found = std::ranges::find(all, mime::Action::failed, &mime::ReturnedRecipient::action);
    return found == all.end() ? all.front() : *found;
}

// Where our address only passes mail on, it is somebody behind it who is gone. Our address exists,
// and others may stand behind it, too.
Harm harm_to(std::string_view address, mime::ReturnedRecipient const& recipient)
{
    auto const harm = harm_of(recipient.status, recipient.code);
    auto const& went_to = recipient.final_recipient;
    bool const was_passed_on = !went_to.empty() && ascii_lower(went_to) != ascii_lower(address);
    return harm == Harm::hard && was_passed_on ? Harm::soft : harm;
}

// "550 5.1.1 no such user", with the status where the server did not say it itself.
std::string reason_of(mime::ReturnedRecipient const& recipient)
{
    auto const status = recipient.status.text();
    if (recipient.words.empty())
        return status.empty() ? "no reason given" : status;
    return recipient.words.contains(status) ? recipient.words : status + " " + recipient.words;
}

void bounce_delivery(
    Call& call, Bounce& bounce, store::Sent const& sent, mime::ReturnedRecipient const& recipient)
{
    bounce.outcome = BounceOutcome::bounced;
    bounce.words = reason_of(recipient);
    bounce.status = recipient.status.text();
    if (sent.state == State::bounced)
        return;  // said twice
    store::mark_bounced(
        call.tx, {sent.notice, sent.recipient},
        {.reason = bounce.words, .code = recipient.code, .at = call.now});
    call.tell(DeliveryBounced{
        .notice = sent.notice,
        .contact = sent.contact(),
        .about = sent.about,
        .status = bounce.status});
    auto const address = Email::parse(sent.address);
    if (!address)
        return;
    Failure const failure{
        .address = *address, .contact = sent.contact(), .words = bounce.words, .bounce = bounce.id};
    switch (harm_to(sent.address, recipient)) {
    case Harm::none: return;
    case Harm::soft: return count_soft_bounce(call, failure);
    case Harm::hard: return suppress_gone(call, failure);
    }
}

void take_complaint(Call& call, Bounce& bounce, store::Sent const& sent)
{
    bounce.outcome = BounceOutcome::complained;
    if (auto const address = Email::parse(sent.address))
        suppress_complainer(
            call,
            {.address = *address, .contact = sent.contact(), .words = {}, .bounce = bounce.id},
            sent.brand);
}

// What it does to the delivery that it is proven to be about.
void judge(Call& call, Bounce& bounce, store::Sent const& sent, mime::Returned const& returned)
{
    bounce.notice = sent.notice;
    bounce.contact = sent.contact();
    bounce.address = sent.address;
    switch (returned.kind) {
    case mime::ReturnKind::report: {
        auto const& recipient = recipient_of(returned, sent.address);
        if (recipient.action == mime::Action::failed)
            return bounce_delivery(call, bounce, sent, recipient);
        bounce.outcome = BounceOutcome::delayed;
        bounce.words = reason_of(recipient);
        bounce.status = recipient.status.text();
        return;
    }
    case mime::ReturnKind::words:
        return bounce_delivery(call, bounce, sent, {.words = returned.words});
    case mime::ReturnKind::complaint: return take_complaint(call, bounce, sent);
    case mime::ReturnKind::automatic: bounce.outcome = BounceOutcome::automatic; return;
    case mime::ReturnKind::other: bounce.outcome = BounceOutcome::unattributed; return;
    }
}

// What a person sees who has to make sense of it.
void keep_for_a_person(Bounce& bounce, Read const& read)
{
    bounce.outcome = BounceOutcome::unattributed;
    if (read.returned.recipients.empty())
        return;
    auto const& first = read.returned.recipients.front();
    bounce.address =
        first.original_recipient.empty() ? first.final_recipient : first.original_recipient;
    bounce.words = reason_of(first);
    bounce.status = first.status.text();
}

void weigh(Call& call, Bounce& bounce, Read const& read)
{
    bounce.sender = read.mail.from.empty() ? "" : read.mail.from.front().email;
    bounce.subject = mime::in_one_line(read.mail.subject, longest_subject);
    bounce.words = mime::in_one_line(mime::readable_text(read.mail), mime::longest_words);
    auto const delivery = delivery_of(call, bounce.to, read.returned);
    auto const sent = delivery ? store::find_sent(call.tx, *delivery) : std::nullopt;
    if (sent)
        judge(call, bounce, *sent, read.returned);
    else if (read.returned.kind == mime::ReturnKind::automatic)
        bounce.outcome = BounceOutcome::automatic;  // whoever is away: it has arrived
    else
        keep_for_a_person(bounce, read);
    if (bounce.outcome == BounceOutcome::unattributed)
        call.tell(BounceUnattributed{.bounce = bounce.id});
}

}  // namespace

Result<void> read_bounce(House& house, jobs::Job const& job)
{
    auto const wish = job.body_as<ReadBounce>();
    if (!wish)
        return wish.error();
    auto const raw = house.read(
        Actor::system(), [&](Call& call) { return store::came_back(call.tx, wish->bounce); });
    if (!raw)
        return not_found("bounce");
    auto const read = read_raw(*raw);
    return house.write(Actor::system(), [&](Call& call) -> Result<void> {
        if (auto const held = jobs::finish(call, job); !held)
            return held;
        auto bounce = store::find_bounce(call.tx, wish->bounce).value();
        weigh(call, bounce, read);
        store::save_read(call.tx, bounce);
        log::event(
            "notify.bounce_read",
            {{"bounce", bounce.id.text()}, {"outcome", name_of(bounce.outcome)}});
        return {};
    });
}

}  // namespace tellfirst::notify
