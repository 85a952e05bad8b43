#include "status/issues/tell_closed.hpp"

#include "accounts/accounts.hpp"
#include "status/issues/issue_store.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::status {
namespace {

// Letters in one transaction; an issue of thousands never holds the writer for long.
constexpr std::ptrdiff_t letters_a_slice = 100;

struct Slice {
    IssueId issue;
    std::optional<ContactId> after;  // the last one who was told
};
BOOST_DESCRIBE_STRUCT(Slice, (), (issue, after))

struct Texts {
    std::string_view subject;  // {title}
    std::string_view body;     // {name}, {title}, {text}
};

constexpr Texts english{
    .subject = "Closed: {title}",
    .body = "Hello {name},\n\nyou told us that this affects you, too: {title}. We have closed "
            "it:\n\n{text}\n\nIf it does not work for you yet, answer this mail.\n"};
constexpr Texts german{
    .subject = "Erledigt: {title}",
    .body =
        "Guten Tag {name},\n\nSie haben uns gesagt, dass auch Sie betroffen sind: {title}. Das "
        "ist für uns erledigt:\n\n{text}\n\nWenn es bei Ihnen noch nicht geht, antworten Sie auf "
        "diese Mail.\n"};

Texts const& texts_in(std::string const& language)
{
    return words::language_of(language) == words::Language::de ? german : english;
}

void tell(Call& call, Issue const& issue, accounts::Contact const& contact)
{
    auto const brand = accounts::brand_of(call, contact.id);
    auto const& texts = texts_in(contact.language);
    auto const title = fmt::arg("title", issue.title);
    (void)notify::send(
        call, {.to = contact.id,
               .from = brand.mail_from,
               .from_name = brand.mail_name,
               .subject = fmt::format(fmt::runtime(texts.subject), title),
               .text = fmt::format(
                   fmt::runtime(texts.body), fmt::arg("name", contact.name), title,
                   fmt::arg("text", issue.closing_text)),
               .automatic = true,
               .about = issue.id.text(),
               .key = fmt::format("{} closed {}", issue.id.text(), contact.id.text())});
}

void later(Call& call, Slice const& slice)
{
    jobs::later(call, {.kind = tell_closed_job, .body = to_json(slice), .due_at = call.now});
}

}  // namespace

void tell_closed_later(Call& call, IssueId id)
{
    later(call, {.issue = id, .after = {}});
}

Result<void> tell_closed(Call& call, jobs::Job const& job)
{
    auto const slice = job.body_as<Slice>();
    if (!slice)
        return slice.error();
    auto const issue = store::find_issue(call.tx, slice->issue);
    if (!issue)
        return not_found("issue");
    auto const heard = contacts_heard(call.tx, issue->id.text(), VoiceKind::affects_me);
    auto const first =
        slice->after ? std::ranges::upper_bound(heard, *slice->after) : heard.begin();
    auto const last = first + std::min(letters_a_slice, heard.end() - first);
    for (auto const id : std::ranges::subrange{first, last})
        if (auto const contact = accounts::find_contact(call.tx, id))
            tell(call, *issue, *contact);
    if (last != heard.end())
        later(call, {.issue = issue->id, .after = *(last - 1)});
    return {};
}

}  // namespace tellfirst::status
