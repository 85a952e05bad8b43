#pragma once
// Words to mails. Pure: no clock, no database, no settings.
//
// An announcement is compiled once for each brand, language and zone of its readers; what differs
// from reader to reader (greeting, account, links, Message-ID) are slots. A letter has one reader.
#include "notify/seal.hpp"
#include "notify/store.hpp"
#include "notify/texts.hpp"
#include "wire/mime/compose.hpp"

namespace tellfirst::notify {

// Who speaks: a reader hears his own brand, and of no other.
struct Voice {
    std::string secret;  // of the house, for its seals
    accounts::ResolvedBrand brand;

    [[nodiscard]] seal::Owner owner() const
    {
        return {.secret = secret, .domain = brand.mail_domain};
    }
};

// Why somebody is told: his account uses what it is about; it concerns his account alone; or nobody
// knows what it uses. Or because he wants news.
enum class Why { uses, own, unknown, news };

// Who is spoken to.
struct Listener {
    std::int64_t id = 0;  // of the contact or person
    std::string name;
    Email address;
    Reader reader;
    std::string account_name;
    Why why = Why::uses;
};

// The longest first line of an announcement, in characters: it is forwarded as a text message.
inline constexpr std::size_t longest_first_line = 140;

// "Mail, Web: down, looking for the cause; expected back by 16:30 CET." For those who read no more.
// Of news its title.
[[nodiscard]] std::string first_line(
    Announcement const& words, Instant said_at, Reader const& reader,
    std::size_t most_characters = longest_first_line);

// Where it is read as it stands at that moment. What not everybody may know of stands behind a
// sign-in, in the reader's own language; news has no page but his inbox.
[[nodiscard]] std::string
item_page(Announcement const& words, accounts::ResolvedBrand const& brand, Reader const& reader);

// By brand and topic: "<planned.abc.help.example.com>".
[[nodiscard]] std::string list_id(accounts::Topic topic, accounts::ResolvedBrand const& brand);

// Whole, or the first line alone: for who passes his mail on to a telephone. What he can do besides
// (stop it, above all) stands in the headers.
enum class Form { whole, first_line };

// `hand_on`: a text in which nobody is named, for readers with customers of their own; or "".
struct Manner {
    Form form = Form::whole;
    std::string hand_on = {};
};

// Compiles the announcement for these readers. Never refuses what status accepts: a line end in a
// title becomes a space, braces are text.
[[nodiscard]] Result<mime::Template> compile_announcement(
    Notice const& notice, Voice const& voice, Reader const& reader, Manner const& manner = {});

// The mail for one of them.
[[nodiscard]] std::string fill_announcement(
    mime::Template const& compiled, Notice const& notice, Voice const& voice,
    Listener const& listener);

// A letter, a page or a digest, whole.
[[nodiscard]] Result<std::string>
compose_letter(Notice const& notice, Voice const& voice, Listener const& listener);

}  // namespace tellfirst::notify
