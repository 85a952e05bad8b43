#include "notify/holds/held_letter.hpp"

#include "accounts/accounts.hpp"
#include "notify/compose.hpp"
#include "notify/notify.hpp"
#include "notify/seal.hpp"
#include "notify/texts.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::notify {
namespace {

struct LetterTexts {
    std::string_view subject;           // {title}
    std::string_view body;              // {line}, {title}, {text}, {link}, {until}, {on_page}
    std::string_view on_page;           // where everybody may read it there
    std::string_view by_itself, never;  // {time}
};

constexpr LetterTexts english{
    .subject = "Held for you: {title}",
    .body = "This waits for your release before your customers are told:\n\n{line}\n\n{title}\n\n"
            "{text}\n\n"
            "Read it, change it or release it here:\n\n{link}\n\n{until}{on_page}",
    .on_page = " Your status page shows it already.",
    .by_itself = "If you do nothing, it goes to them as it is, {time}.",
    .never = "If nobody releases it by {time}, they do not hear of it."};

constexpr LetterTexts german{
    .subject = "Wartet auf Ihre Freigabe: {title}",
    .body = "Dies wartet auf Ihre Freigabe, bevor Ihre Kunden es erhalten:\n\n{line}\n\n{title}"
            "\n\n{text}\n\nHier lesen Sie es, ändern es oder geben es "
            "frei:\n\n{link}\n\n{until}{on_page}",
    .on_page = " Ihre Statusseite zeigt es schon.",
    .by_itself = "Wenn Sie nichts tun, erhalten sie es so, wie es ist: {time}.",
    .never = "Wenn es bis {time} niemand freigibt, hören sie nicht davon."};

LetterTexts const& letter_texts_in(words::Language language)
{
    switch (language) {
    case words::Language::en: return english;
    case words::Language::de: return german;
    }
    return english;
}

// When it goes, or is of no use any more.
std::string
until_words(store::Hold const& hold, LetterTexts const& texts, words::Reader const& reader)
{
    auto const text = hold.releases_at ? texts.by_itself : texts.never;
    auto const at = hold.releases_at.value_or(hold.expires_at);
    return fmt::format(fmt::runtime(text), fmt::arg("time", words::full_moment(at, reader)));
}

// He may say it elsewhere, too, while it is held here.
std::string to_hand_on(Call& call, NoticeId notice, words::Reader const& reader)
{
    auto const text = copy_text_in(call, notice, reader);
    return text.empty() ? text
                        : fmt::format("\n\n{}:\n\n{}", texts_in(reader.language).hand_on, text);
}

}  // namespace

void tell_partner(
    Call& call, Forwards const& forwards, store::Hold const& hold, Announcement const& words)
{
    auto const brand = accounts::resolved_brand(call, forwards.brand);
    auto const address = forwards.tell ? forwards.tell : brand.contact.email;
    if (!address)
        return;  // it was taken from the brand since: the list of what is held says it
    auto const to = accounts::add_prospect(call, brand.name, *address, forwards.brand);
    words::Reader const reader{.language = words::language_of(to.language), .zone = to.zone};
    auto const& texts = letter_texts_in(reader.language);
    auto const token =
        seal::release_token(call.settings.secret, {.notice = hold.notice, .brand = hold.brand});
    send(
        call,
        {.to = to.id,
         .from = brand.mail_from,
         .from_name = brand.mail_name,
         .reply_to = std::nullopt,
         .subject = fmt::format(fmt::runtime(texts.subject), fmt::arg("title", words.title)),
         .text =
             fmt::format(
                 fmt::runtime(texts.body), fmt::arg("line", first_line(words, call.now, reader)),
                 fmt::arg("title", words.title), fmt::arg("text", words.text),
                 fmt::arg("link", brand.url + "/held/" + token),
                 fmt::arg("until", until_words(hold, texts, reader)),
                 fmt::arg("on_page", words.has_page.value_or(false) ? texts.on_page : "")) +
             to_hand_on(call, hold.notice, reader),
         .automatic = true,
         .about = hold.about,
         .key = fmt::format("held:{}:{}", hold.notice.text(), hold.brand.text())});
}

}  // namespace tellfirst::notify
