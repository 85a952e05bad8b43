#include "pages/subscribing/subscribing.hpp"

#include "pages/subscribing/office.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::samples;
using accounts::Topic;

namespace {

void want(Office& office, std::string_view email, std::string language = "en")
{
    office.write([&](Call& call) {
        ask_to_subscribe(
            call, {.email = *Email::parse(email),
                   .brand = accounts::default_brand(call.tx).id,
                   .language = std::move(language),
                   .topics = {Topic::unplanned},
                   .origin = "here"});
    });
    office.run_jobs();
}

std::vector<accounts::NewContact> people(int count)
{
    std::vector<accounts::NewContact> all;
    for (int i = 0; i < count; ++i)
        all.push_back(
            {.name = "Ada", .email = *Email::parse(fmt::format("ada{}@example.test", i))});
    return all;
}

}  // namespace

TEST_CASE("send_confirmation: the address gets one letter with a link, in its language")
{
    Office office;
    want(office, "eve@example.test", "de");
    auto const letters = office.letters();
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].to == office.known_as("eve@example.test")->id);
    CHECK(letters[0].subject.starts_with("Bitte bestätigen"));
    CHECK(letters[0].automatic);
    CHECK_FALSE(Office::path_in(letters[0], "https://help.example.test/confirm/").empty());
}

TEST_CASE("send_confirmation: a partner's subscriber reads his name and his host")
{
    Office office;
    auto const lens = office.write([](Call& call) {
        accounts::NewBrand brand{.name = "Lens", .host = "status.lens.test"};
        brand.mail_from = Email::parse("care@lens.test");
        return accounts::add_brand(call, brand);
    });
    office.write([&](Call& call) {
        ask_to_subscribe(
            call, {.email = *Email::parse("eve@example.test"),
                   .brand = lens->id,
                   .topics = {Topic::unplanned}});
    });
    office.run_jobs();
    auto const letter = office.letters().at(0);
    CHECK(letter.from.text() == "care@lens.test");
    CHECK(letter.text.contains("Lens"));
    CHECK_FALSE(Office::path_in(letter, "https://status.lens.test/confirm/").empty());
}

TEST_CASE("send_confirmation: who has asked too often gets no more letters")
{
    Office office;
    for (int i = 0; i < 5; ++i)
        want(office, "eve@example.test");
    CHECK(std::ssize(office.letters()) == accounts::most_asked_for_one_address);
}

TEST_CASE(
    "send_invitations: more than fit into one slice all get a letter with a link of their own")
{
    Office office;
    auto const plan = office.add_plan("Pro");
    constexpr int count = 2 * invitations_at_once + 1;
    office.add_account(plan, people(count));
    auto const invited = office.write([&](Call& call) { return invite(call, plan); });
    REQUIRE(invited);
    CHECK(invited->invited == count);
    office.run_jobs();
    std::set<std::string> paths;
    std::set<ContactId> readers;
    for (auto const& letter : office.letters()) {
        paths.insert(Office::path_in(letter, "/confirm/"));
        readers.insert(letter.to);
    }
    CHECK(paths.size() == count);
    CHECK(readers.size() == count);
}

TEST_CASE("send_invitations: invited twice, everybody has one letter")
{
    Office office;
    auto const plan = office.add_plan("Pro");
    office.add_account(plan, people(3));
    for (int i = 0; i < 2; ++i) {
        REQUIRE(office.write([&](Call& call) { return invite(call, plan); }));
        office.run_jobs();
    }
    CHECK(office.letters().size() == 3);
}
