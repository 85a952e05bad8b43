#include "accounts/accounts.hpp"
#include "kernel/log.hpp"
#include "kernel/text.hpp"
#include "notify/notify.hpp"
#include "tickets/conversation.hpp"
#include "tickets/repeated.hpp"
#include "tickets/thread.hpp"
#include "tickets/verified.hpp"
#include "wire/mime/automatic.hpp"
#include "wire/mime/parse.hpp"
#include "wire/mime/reply_text.hpp"

// A mail becomes a ticket, or joins one, or is kept as what a machine sent. Parsing happens outside
// any transaction; all that follows is one, together with the end of the job, so a crash anywhere
// repeats it from the start and doubles nothing.
namespace tellfirst::tickets {
namespace {

constexpr std::string_view unsubscribe_prefix = "unsubscribe+";

// What is left of a mail of which not all could be read; the raw one is always there.
constexpr std::string_view unread_warning = "(We could not read all of this mail.)";

struct Parsed {
    mime::Mail mail;
    mime::Automatic automatic = mime::Automatic::none;
    std::optional<Email> sender;
    std::string sender_name;
    std::string text;
    std::string folded;
    bool verified = false;
};

Parsed parse(Mail const& row, std::string const& raw, std::string const& trusted_server)
{
    Parsed parsed{.mail = mime::parse(raw)};
    parsed.automatic = mime::why_automatic(parsed.mail, row.envelope_from);
    auto const split = mime::split_reply(mime::readable_text(parsed.mail));
    parsed.text = trim(split.newest);
    parsed.folded = split.folded;
    if (!parsed.mail.unread.empty())
        parsed.text += "\n\n" + std::string{unread_warning};
    // From is who wrote it; where that is nothing, the envelope still says where it came from.
    if (!parsed.mail.from.empty()) {
        parsed.sender = Email::parse(parsed.mail.from.front().email);
        parsed.sender_name = parsed.mail.from.front().name;
    }
    if (!parsed.sender)
        parsed.sender = Email::parse(row.envelope_from);
    if (parsed.sender)
        parsed.verified =
            is_verified(mime::auth_results(parsed.mail, trusted_server), *parsed.sender);
    return parsed;
}

// Why nobody is to be answered, in a word; "" where a person wrote.
std::string why_no_ticket(Call& call, Parsed const& parsed)
{
    if (parsed.automatic != mime::Automatic::none)
        return std::string{name_of(parsed.automatic)};
    if (!parsed.sender)
        return "no_sender";
    if (accounts::is_our_sender(call, *parsed.sender))
        return "our_own";  // two of our machines talking to each other
    return {};
}

accounts::Contact contact_of(Call& call, Mail const& row, Parsed const& parsed)
{
    if (auto const known = accounts::find_contact_by_email(call.tx, *parsed.sender))
        return *known;
    return accounts::add_prospect(
        call, parsed.sender_name, *parsed.sender,
        accounts::brand_written_to(call, row.envelope_to));
}

// Joins the ticket that it proves to belong to, else opens one. Answers which, and what happened.
store::Read place(Call& call, Mail const& row, Parsed const& parsed)
{
    auto const contact = contact_of(call, row, parsed);
    auto const thread = find_thread(
        call, {.contact = contact,
               .envelope_to = row.envelope_to,
               .in_reply_to = parsed.mail.in_reply_to,
               .references = parsed.mail.references,
               .subject = parsed.mail.subject});
    Words words{
        .contact = contact,
        .subject = parsed.mail.subject,
        .text = parsed.text,
        .folded = parsed.folded,
        .address = row.envelope_to,
        .message_id = parsed.mail.message_id,
        .mail = row.id,
        .verified = parsed.verified,
        .follows = thread.follows,
        .may_belong_to = thread.may_belong_to};
    if (thread.joins) {
        auto ticket = store::find_ticket(call.tx, *thread.joins).value();
        add(call, ticket, words);
        return {.outcome = Outcome::joined, .ticket = ticket.id};
    }
    return {.outcome = Outcome::opened, .ticket = open(call, words).id};
}

store::Read judge(Call& call, Mail const& row, Parsed const& parsed)
{
    if (row.envelope_to.starts_with(unsubscribe_prefix)) {
        auto const at = row.envelope_to.find('@');
        auto const token =
            row.envelope_to.substr(unsubscribe_prefix.size(), at - unsubscribe_prefix.size());
        (void)notify::unsubscribe(call, token);  // a token that is none asks for nothing
        return {.outcome = Outcome::automatic, .reason = "unsubscribe"};
    }
    auto const reason = why_no_ticket(call, parsed);
    if (!reason.empty())
        return {.outcome = Outcome::automatic, .reason = reason};
    auto const same =
        sameness(parsed.sender->text(), parsed.mail.message_id, parsed.mail.subject, parsed.text);
    // An answer to a ticket may say what was said before; anything else is one request sent twice.
    auto const same_text = seal::ticket_named_in(row.envelope_to)
                               ? std::string{}
                               : sameness_of_text(parsed.sender->text(), parsed.text);
    auto const earlier = store::ticket_of_same(
        call.tx, {.same = same,
                  .same_text = same_text,
                  .address = row.envelope_to,
                  .since = call.now - std::chrono::hours{hours_of_repetition}});
    auto read = earlier ? store::Read{.outcome = Outcome::repeated, .ticket = earlier}
                        : place(call, row, parsed);
    read.same = same;
    read.same_text = same_text;
    return read;
}

}  // namespace

Result<void> read_mail(House& house, jobs::Job const& job)
{
    auto const wish = job.body_as<ReadMail>();
    if (!wish)
        return wish.error();
    auto const [row, kept] = house.read(Actor::system(), [&](Call& call) {
        return std::pair{
            store::find_mail(call.tx, wish->mail), store::kept_of(call.tx, wish->mail)};
    });
    if (!row || !kept)
        return not_found("mail");
    auto const parsed =
        parse(*row, load_raw(house.settings, *kept), house.settings.trusted_mail_server);
    return house.write(Actor::system(), [&](Call& call) -> Result<void> {
        if (auto const held = jobs::finish(call, job); !held)
            return held;
        auto const read = judge(call, *row, parsed);
        store::save_read(call.tx, row->id, read);
        log::event(
            "mail.read", {{"mail", row->id.text()},
                          {"outcome", name_of(read.outcome)},
                          {"reason", read.reason}});
        return {};
    });
}

}  // namespace tellfirst::tickets
