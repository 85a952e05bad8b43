#include "pages/oneself/errands.hpp"

#include "pages/oneself/oneself.hpp"
#include "pages/subscribing/office.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::samples;

namespace {

struct Asking : Office {
    explicit Asking(support::Kind kind = support::Kind::sqlite) : Office{kind}
    {
        ada = add_account(
                  add_plan("Pro"),
                  {{.name = "Ada", .email = *Email::parse("ada@example.test"), .language = "de"}})
                  .at(0)
                  .id;
    }

    // The secret of the link that was mailed, "" where nothing was.
    std::string ask(Errand errand)
    {
        auto const before = letters().size();
        write([&](Call& call) { ask_for(call, errand, ada); });
        auto const now = letters();
        if (now.size() == before)
            return {};
        return path_in(now.back(), "/mine/").substr(std::string_view{"/mine/"}.size());
    }
    std::optional<WantedErrand> behind(std::string const& secret)
    {
        return read([&](Call& call) { return errand_behind(call, secret); });
    }
    std::optional<WantedErrand> spend(std::string const& secret)
    {
        return write([&](Call& call) { return spend_errand(call, secret); });
    }

    ContactId ada;
};

}  // namespace

TEST_CASE("ask_for: he alone gets a letter with a link, in his language")
{
    Asking house;
    REQUIRE_FALSE(house.ask(Errand::erase).empty());
    auto const letter = house.letters().at(0);
    CHECK(letter.to == house.ada);
    CHECK(letter.subject.starts_with("Sollen wir Sie löschen?"));
    CHECK(letter.text.contains("https://help.example.test/mine/"));
    CHECK(letter.automatic);
}

TEST_CASE("ask_for: of either kind he gets three links in a day, and then again")
{
    Asking house;
    for (int i = 0; i < most_errand_links; ++i)
        REQUIRE_FALSE(house.ask(i % 2 == 0 ? Errand::copy : Errand::erase).empty());
    CHECK(house.ask(Errand::copy).empty());
    CHECK(house.ask(Errand::erase).empty());
    house.pass(errand_link_life);
    CHECK_FALSE(house.ask(Errand::copy).empty());
}

TEST_CASE("spend_errand: a link does what it was asked for, once")
{
    for (auto const kind : {support::Kind::sqlite, support::Kind::postgres}) {
        Asking house{kind};
        auto const secret = house.ask(Errand::erase);
        WantedErrand const wanted{.contact = house.ada, .errand = Errand::erase};
        CHECK(house.behind(secret) == wanted);
        CHECK(house.behind(secret) == wanted);
        CHECK(house.spend(secret) == wanted);
        CHECK_FALSE(house.behind(secret));
        CHECK_FALSE(house.spend(secret));
        CHECK_FALSE(house.spend("guessed"));
    }
}

TEST_CASE("spend_errand: after a day a link does nothing")
{
    Asking house;
    auto const secret = house.ask(Errand::copy);
    house.pass(errand_link_life - 1s);
    CHECK(house.behind(secret));
    house.pass(1s);
    CHECK_FALSE(house.behind(secret));
    CHECK_FALSE(house.spend(secret));
}

TEST_CASE("ask_for: the secret itself stands in no table but in the letter")
{
    Asking house;
    auto const secret = house.ask(Errand::copy);
    auto const kept = house.read(
        [&](Call& call) { return call.tx.one<db::Blob>("SELECT hash FROM pages_errands"); });
    REQUIRE(kept);
    CHECK_FALSE(kept->bytes.contains(secret));
}

TEST_CASE("erase_everywhere: links that wait do nothing any more")
{
    Asking house;
    auto const secret = house.ask(Errand::copy);
    REQUIRE(house.write([&](Call& call) { return erase_everywhere(call, house.ada); }));
    CHECK_FALSE(house.behind(secret));
}
