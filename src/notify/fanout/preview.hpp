#pragma once
// How an announcement looks to its readers, before any of it leaves.
#include "db/house.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify {

// `parts`: in so many pieces it travels.
struct Preview {
    Channel channel = Channel::mail;
    BrandId brand;
    std::string language;
    std::string subject;
    std::string text;
    std::optional<std::string> html;
    std::int64_t parts = 1;
};
BOOST_DESCRIBE_STRUCT(Preview, (), (channel, brand, language, subject, text, html, parts))

// The newest word about this as a real reader gets it, the first of each brand and language: made
// by what makes the mails that leave. Of an audience that is not written down yet, the first 20,000
// contacts are looked at. `call` is the transaction that announced it, which need not be kept.
[[nodiscard]] std::vector<Preview> previews_of(House const& house, Call& call, About const& about);

// One of these, to be sent for trial after that transaction is gone.
struct Specimen {
    Announcement words;
    BrandId brand;
    std::string language;
    std::optional<AccountId> account;
    std::string account_name;
};
struct SpecimenWanted {
    std::optional<BrandId> brand;
    std::optional<std::string> language;
};
// Nothing where nobody hears of it in this brand's name and this language.
[[nodiscard]] std::optional<Specimen>
specimen_of(Call& call, About const& about, SpecimenWanted const& wanted);

// Sends it to the person who asks, "[test]" before its subject; answers his address. It stands in
// no proof. Error test.needs_a_person where a token asks.
[[nodiscard]] Result<Email> send_specimen(Call& call, Specimen const& specimen);

}  // namespace tellfirst::notify
