#include "accounts/faults.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

std::vector<std::string> codes(Faults const& faults)
{
    std::vector<std::string> found;
    for (auto const& fault : faults)
        found.push_back(fault.field + " " + fault.code);
    return found;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("faults: a name is one line of 1 to 200 bytes")
{
    CHECK(faults_in_name("brand", "name", "Smug").empty());
    CHECK(faults_in_name("brand", "name", std::string(200, 'x')).empty());
    CHECK(codes(faults_in_name("brand", "name", "  ")) == Codes{"name brand.needs_name"});
    CHECK(
        codes(faults_in_name("brand", "name", std::string(201, 'x'))) ==
        Codes{"name brand.name_too_long"});
    CHECK(
        codes(faults_in_name("brand", "name", "Smug\nBcc: all")) ==
        Codes{"name brand.name_has_control"});
}

TEST_CASE("faults: zones are those of the zone database, and nothing that opens a file")
{
    for (auto const* const known : {"Etc/UTC", "UTC", "Europe/Berlin", "Etc/GMT+5"})
        CHECK_MESSAGE(is_known_zone(known), known);
    for (auto const* const unknown :
         {"", "Mars/Base", "localtime", "/etc/localtime", "../zoneinfo/UTC", "file:/etc/localtime",
          "Fixed/UTC+05:00:00", "Europe/Berlin ", "Europe"})
        CHECK_FALSE_MESSAGE(is_known_zone(unknown), unknown);
    CHECK_FALSE(is_known_zone(std::string(65, 'A')));
}

TEST_CASE("faults: languages have the form of BCP 47")
{
    for (auto const* const language : {"en", "de", "pt-BR", "zh-Hant-TW", "gsw"})
        CHECK_MESSAGE(is_language(language), language);
    for (auto const* const wrong : {"", "e", "EN", "english", "en_US", "en-", "-en", "en-x y"})
        CHECK_FALSE_MESSAGE(is_language(wrong), wrong);
}

TEST_CASE("faults: everything that is wrong is said at once, each with its path")
{
    NewAccount const wish{
        .name = "",
        .contacts = {
            person("Ada", "ada@example.test"),
            {.name = "",
             .email = {},
             .phone = "call me",
             .language = "english",
             .zone = "Mars/Base"}}};
    CHECK(
        codes(faults_in(wish)) ==
        Codes{
            "name account.needs_name", "contacts[1].name contact.needs_name",
            "contacts[1].email contact.needs_email", "contacts[1].phone contact.bad_phone",
            "contacts[1].language language.wrong_form", "contacts[1].zone zone.unknown"});
}

TEST_CASE("faults: telephone numbers have digits and what people write between them")
{
    auto contact = person("Ada", "ada@example.test");
    for (auto const* const phone : {"+49 (30) 123-456", "0123/456.78"}) {
        contact.phone = phone;
        CHECK(faults_in(contact).empty());
    }
    for (auto const* const phone : {"", "-", "123 ext"}) {
        contact.phone = phone;
        CHECK(codes(faults_in(contact)) == Codes{"phone contact.bad_phone"});
    }
}

TEST_CASE("faults: an account in one request has limits")
{
    NewAccount wish{.name = "A"};
    wish.services = std::vector<ServiceId>(1000, galleries);
    wish.contacts = std::vector<NewContact>(1000, person("Ada", "ada@example.test"));
    CHECK(faults_in(wish).empty());
    wish.services->push_back(galleries);
    CHECK(codes(faults_in(wish)) == Codes{"services account.too_many_services"});
    wish.contacts.push_back(wish.contacts.front());
    CHECK(codes(faults_in(wish)) == Codes{"contacts account.too_many_contacts"});
}

TEST_CASE("refusal: the first fault gives the code, all of them are listed")
{
    auto const problem = refusal(
        {{"name", "a.needs_name", "must not be empty"}, {"zone", "zone.unknown", "is not"}});
    CHECK(problem.kind == Refusal::invalid);
    CHECK(problem.code == "a.needs_name");
    CHECK(problem.field == "name");
    CHECK(problem.detail == "name: must not be empty");
    CHECK(problem.errors.size() == 2);
}
