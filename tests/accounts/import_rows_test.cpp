#include "accounts/import_rows.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

ImportLookups const lookups{
    .plan_named = [](std::string_view name) -> std::optional<PlanId> {
        if (name == "Basic")
            return PlanId{1};
        if (name == "Pro")
            return PlanId{2};
        return std::nullopt;
    },
    .service_named = [](std::string_view name) -> std::optional<ServiceId> {
        if (name == "Galleries")
            return galleries;
        if (name == "Uploads")
            return uploads;
        return std::nullopt;
    },
    .is_taken = [](Email const& email) { return email == address("old@example.test"); },
    .has_rule = [](PlanId plan) { return plan == PlanId{1}; }};

constexpr std::string_view header = "account,plan,contact,email,services,topics,language,zone\n";

ImportPreview preview(std::string const& lines)
{
    return preview_of(read_csv(std::string{header} + lines), lookups);
}

// "line: detail" of each error.
std::vector<std::string> errors(std::string const& lines)
{
    std::vector<std::string> texts;
    for (auto const& error : preview(lines).errors)
        texts.push_back(fmt::format("{}: {}", error.line, error.detail));
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("import: a line is an account with one contact")
{
    auto const read = preview(
        "Ada & Co,Pro,Ada,ada@example.test,Uploads; Galleries,news;tickets,de,Europe/Berlin\n");
    CHECK(read.errors.empty());
    REQUIRE(read.accounts.size() == 1);
    auto const& account = read.accounts[0];
    CHECK(account.name == "Ada & Co");
    CHECK(account.plan == PlanId{2});
    CHECK(account.services == std::vector{galleries, uploads});
    REQUIRE(account.contacts.size() == 1);
    CHECK(account.contacts[0].name == "Ada");
    CHECK(account.contacts[0].email.text() == "ada@example.test");
    CHECK(account.contacts[0].topics == std::vector{Topic::news, Topic::tickets});
    CHECK(account.contacts[0].language == "de");
    CHECK(account.contacts[0].zone == "Europe/Berlin");
}

TEST_CASE("import: where the plan's rule says what is used, exposure is known")
{
    auto const read = preview("A,Basic,A,a@example.test,,,,\nB,Pro,B,b@example.test,,,,\n");
    CHECK(read.errors.empty());
    CHECK(read.unknown_exposure == 1);
}

TEST_CASE("import: empty services are unknown exposure, none is exposure to nothing")
{
    auto const read = preview("A,Pro,A,a@example.test,,,,\nB,Pro,B,b@example.test,none,none,,\n");
    CHECK(read.errors.empty());
    REQUIRE(read.accounts.size() == 2);
    CHECK_FALSE(read.accounts[0].services);
    CHECK_FALSE(read.accounts[0].contacts[0].topics);
    CHECK(read.accounts[1].services == std::vector<ServiceId>{});
    CHECK(read.accounts[1].contacts[0].topics == std::vector<Topic>{});
    CHECK(read.unknown_exposure == 1);
    CHECK(read.contacts == 2);
}

TEST_CASE("import: lines of the same account are its contacts, wherever they stand")
{
    auto const read =
        preview("A,Pro,One,1@example.test,Galleries,,,\nB,Basic,Two,2@example.test,,,,\n"
                "A,Pro,Three,3@example.test,Galleries,,,\n");
    CHECK(read.errors.empty());
    REQUIRE(read.accounts.size() == 2);
    CHECK(read.accounts[0].contacts.size() == 2);
}

TEST_CASE("import: columns stand in any order, and those with defaults may be left out")
{
    auto const read = preview_of(
        read_csv("Email,Contact,Plan,Account\nada@example.test,Ada,Basic,Ada & Co\n"), lookups);
    CHECK(read.errors.empty());
    REQUIRE(read.accounts.size() == 1);
    CHECK(read.accounts[0].plan == PlanId{1});
    CHECK(read.accounts[0].contacts[0].language.empty());  // his brand's
}

TEST_CASE("import: an account without contact and address has no contacts")
{
    auto const read = preview("A,Pro,,,,,,\n");
    CHECK(read.errors.empty());
    CHECK(read.accounts.at(0).contacts.empty());
}

TEST_CASE("import: each wrong line is named with what is wrong")
{
    CHECK(errors(",Pro,A,a@example.test,,,,\n") == Texts{"2: account: must not be empty"});
    CHECK(errors("A,Gold,A,a@example.test,,,,\n") == Texts{"2: plan: there is no plan \"Gold\""});
    CHECK(
        errors("A,Pro,A,a@example.test,Fax,,,\n") ==
        Texts{"2: services: there is no service \"Fax\""});
    CHECK(errors("A,Pro,A,nowhere,,,,\n") == Texts{"2: email: \"nowhere\" is not an address"});
    CHECK(errors("A,Pro,A,,,,,\n") == Texts{"2: email: \"\" is not an address"});
    CHECK(errors("A,Pro,,a@example.test,,,,\n") == Texts{"2: contact: must not be empty"});
    CHECK(
        errors("A,Pro,A,a@example.test,,gossip,,\n") ==
        Texts{"2: topics: \"gossip\" are not all topics"});
    CHECK(
        errors("A,Pro,A,a@example.test,,,en,Mars/Base\n") ==
        Texts{"2: zone: is not a time zone such as \"Europe/Berlin\""});
    CHECK(
        errors("A,Pro,A,a@example.test,,,English,\n") ==
        Texts{"2: language: is not a language such as \"en\""});
    CHECK(errors("A,Pro,A\n") == Texts{"2: has 3 fields, the header has 8"});
}

TEST_CASE("import: all that is wrong with a line is said at once")
{
    CHECK(
        errors("Ada,Gold,Ada,no address,Printing,,de,\n") ==
        Texts{
            "2: plan: there is no plan \"Gold\"", "2: services: there is no service \"Printing\"",
            "2: email: \"no address\" is not an address"});
}

TEST_CASE("import: columns that something else than a comma separates are named as that")
{
    auto const read =
        preview_of(read_csv("account;plan;contact;email\nA;Pro;A;a@a.test\n"), lookups);
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].detail == "separate the columns by commas");
}

TEST_CASE("import: an address stands once in the file and is nobody's yet")
{
    CHECK(
        errors("A,Pro,A,a@example.test,,,,\nB,Pro,B,A@Example.test,,,,\n") ==
        Texts{"3: email: A@Example.test stands on line 2 already"});
    CHECK(
        errors("A,Pro,A,old@example.test,,,,\n") ==
        Texts{"2: email: old@example.test is a contact already"});
}

TEST_CASE("import: lines of one account agree on its plan and services")
{
    CHECK(
        errors("A,Pro,A,a@example.test,,,,\nA,Basic,B,b@example.test,,,,\n") ==
        Texts{"3: plan: account \"A\" has another plan on line 2"});
    CHECK(
        errors("A,Pro,A,a@example.test,Uploads,,,\nA,Pro,B,b@example.test,none,,,\n") ==
        Texts{"3: services: account \"A\" has others on line 2"});
}

TEST_CASE("import: a header that cannot be understood is the only error")
{
    auto const read = preview_of(read_csv("account,plan,contact,fax\nA,Pro,A,1\n"), lookups);
    REQUIRE(read.errors.size() == 2);
    CHECK(read.errors[0].line == 1);
    CHECK(read.errors[0].detail == "there is no column \"fax\"");
    CHECK(read.errors[1].detail == "the column \"email\" is missing");
    CHECK(read.accounts.empty());

    auto const twice = preview_of(read_csv("account,plan,contact,email,PLAN\n"), lookups);
    REQUIRE_FALSE(twice.errors.empty());
    CHECK(twice.errors[0].detail == "the column \"plan\" stands twice");
}

TEST_CASE("import: an empty file, a bare header and a broken line are errors")
{
    CHECK(preview_of(read_csv(""), lookups).errors.at(0).detail == "the file is empty");
    CHECK(errors("") == Texts{"1: there is nothing below the header"});
    CHECK(errors("A,\"Pro,A\n") == Texts{"2: a quoted field is never closed"});
}

TEST_CASE("import: a file that is wrong everywhere is not listed line by line for ever")
{
    std::string lines;
    for (int i = 0; i < 1000; ++i)
        lines += "A,Gold,A,a@example.test,,,,\n";
    CHECK(errors(lines).size() == most_line_errors + 1);
}
