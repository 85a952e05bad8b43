#include "tickets/conversation.hpp"
#include "tickets/store.hpp"

namespace tellfirst::tickets {

MailId take_in(Call& call, Incoming const& mail)
{
    auto const id = call.new_id<MailId>();
    store::add_mail(
        call.tx,
        {.id = id,
         .envelope_from = mail.from,
         .envelope_to = mail.to,
         .size = mail.kept.size,
         .received_at = call.now},
        mail.kept);
    jobs::later(
        call, {.kind = read_mail_job, .body = to_json(ReadMail{.mail = id}), .due_at = call.now});
    return id;
}

std::vector<Mail>
mails(db::Tx& tx, std::optional<Outcome> outcome, std::optional<MailId> after, int limit)
{
    return store::mails(tx, outcome, after, limit);
}

}  // namespace tellfirst::tickets
