#include "jobs/jobs.hpp"
#include "kernel/text.hpp"
#include "notify/bounces/bounce_store.hpp"
#include "notify/bounces/read_bounce.hpp"
#include "wire/mime/parse.hpp"

namespace tellfirst::notify {

bool takes_bounces(std::string_view recipient)
{
    auto const local = ascii_lower(recipient.substr(0, recipient.rfind('@')));
    return local == "bounce" || local.starts_with("bounce+");
}

MailId take_bounce(Call& call, CameBack const& mail)
{
    Bounce const bounce{
        .id = call.new_id<MailId>(), .received_at = call.now, .to = mail.to, .size = mail.size};
    store::add_bounce(call.tx, bounce, mail);
    jobs::later(
        call,
        {.kind = read_bounce_job, .body = to_json(ReadBounce{bounce.id}), .due_at = call.now});
    return bounce.id;
}

std::vector<Bounce>
bounces(db::Tx& tx, std::optional<BounceOutcome> outcome, std::optional<MailId> after, int limit)
{
    return store::bounces(tx, outcome, after, limit);
}

std::optional<BounceInFull> find_bounce(db::Tx& tx, MailId id)
{
    auto const bounce = store::find_bounce(tx, id);
    auto const mail = store::came_back(tx, id);
    if (!bounce || !mail)
        return std::nullopt;
    return BounceInFull{*bounce, mime::readable_text(mime::parse(mail->raw))};
}

Result<Bounce> see_bounce(Call& call, MailId id)
{
    auto bounce = store::find_bounce(call.tx, id);
    if (!bounce)
        return not_found("bounce");
    if (bounce->outcome == BounceOutcome::seen)
        return *bounce;  // said twice
    if (bounce->outcome != BounceOutcome::unattributed)
        return conflict(
            "bounce.attributed", "What it is about is known: nobody has to look at it.");
    bounce->outcome = BounceOutcome::seen;
    store::save_read(call.tx, *bounce);
    call.tell(BounceSeen{.bounce = id});
    return *bounce;
}

}  // namespace tellfirst::notify
