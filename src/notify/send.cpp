#include "accounts/accounts.hpp"
#include "notify/finish.hpp"
#include "notify/notify.hpp"
#include "notify/store.hpp"
#include "team/team.hpp"

namespace tellfirst::notify {
namespace {

// A letter that could not be handed over for so long is reported as failed: its writer must know.
constexpr std::chrono::hours letter_is_wanted{72};
// Nobody is to be woken for what was the matter last night.
constexpr std::chrono::hours page_is_wanted{6};

std::optional<std::string> key_of(std::string_view kind, std::string const& key)
{
    if (key.empty())
        return std::nullopt;
    return std::string{kind} + ":" + key;
}

NoticeId
write_to_one(Call& call, Notice notice, store::Addressee const& to, std::chrono::seconds undo = {})
{
    if (notice.key)
        if (auto const said = store::notice_of_key(call.tx, *notice.key))
            return said;
    notice.id = call.new_id<NoticeId>();
    notice.lane = Lane::transactional;
    notice.brand = to.brand;
    notice.at = call.now;
    notice.due_at = call.now + undo;
    store::add_notice(call.tx, notice);
    store::add_addressee(call.tx, notice, to);
    call.tx.wake_listeners();
    return notice.id;
}

// Where one of us reads on: the console's page of it, or the list of promises.
std::string in_console(std::string_view url, std::string_view about)
{
    if (IncidentId::parse(about))
        return fmt::format("{}/console/incidents/{}", url, about);
    if (TicketId::parse(about))
        return fmt::format("{}/console/tickets/{}", url, about);
    if (NoticeId::parse(about))
        return fmt::format("{}/console/news", url);
    return fmt::format("{}/console/promises", url);
}

}  // namespace

NoticeId send(Call& call, Letter const& letter, std::chrono::seconds undo)
{
    auto const contact = accounts::find_contact(call.tx, letter.to);
    if (!contact)
        return NoticeId{};
    Notice notice{.kind = NoticeKind::letter, .about = letter.about};
    notice.body = write_json(to_json(letter));
    notice.key = key_of("letter", letter.key);
    notice.useful_until = call.now + letter_is_wanted;

    store::Addressee to{
        .recipient = contact->id.value(),
        .address = contact->email.text(),
        .name = contact->name,
        .language = contact->language,
        .zone = contact->zone,
        .brand = accounts::brand_of(call, contact->id).id,
        .message_id = std::nullopt};
    if (!letter.message_id.empty())
        to.message_id = letter.message_id;
    return write_to_one(call, std::move(notice), to, undo);
}

bool take_back(Call& call, NoticeId letter)
{
    if (!store::cancel_unclaimed(call.tx, letter, call.now))
        return false;
    finish(call, *store::find_notice(call.tx, letter));
    return true;
}

void page(Call& call, PersonId id, Page const& page)
{
    auto const person = team::find_person(call.tx, id);
    if (!person || person->disabled)
        return;
    Notice notice{.kind = NoticeKind::page, .about = page.about};
    auto words = page;
    words.text += "\n" + in_console(call.settings.public_url, page.about) + "\n";
    notice.body = write_json(to_json(words));
    notice.key = key_of("page:" + id.text(), page.key);
    notice.useful_until = call.now + page_is_wanted;
    write_to_one(
        call, std::move(notice),
        {.recipient = person->id.value(),
         .address = person->email.text(),
         .name = person->name,
         .language = person->language,
         .zone = person->zone,
         .brand = accounts::default_brand(call.tx).id,
         .message_id = std::nullopt});
}

}  // namespace tellfirst::notify
