#include "pages/sign_in.hpp"

#include "accounts/accounts.hpp"
#include "pages/pages.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;

namespace {

struct Office : support::World {
    Office()
    {
        pages::add_jobs(board);
        ada = write([](Call& call) {
                  return accounts::add_prospect(
                      call, "Ada", *Email::parse("ada@example.test"), BrandId{1});
              }).id;
    }

    void want(std::string_view address)
    {
        write([&](Call& call) { pages::ask_for_link(call, *Email::parse(address)); });
        jobs::Runner runner{house(), board, 1};
        runner.start();
        REQUIRE(runner.rest(5s));
        runner.stop();
    }
    std::int64_t links_of_ada()
    {
        return read([&](Call& call) { return accounts::sign_in_links_made(call, ada); });
    }

    jobs::Board board;
    ContactId ada;
};

}  // namespace

TEST_CASE("send_link: a known address gets a link, in any case of its letters")
{
    Office office;
    office.want("ADA@Example.Test");
    CHECK(office.links_of_ada() == 1);
}

TEST_CASE("send_link: an unknown address leaves no trace")
{
    Office office;
    auto const facts = support::facts_told(office);
    office.want("nobody@example.test");
    CHECK(office.links_of_ada() == 0);
    CHECK(support::facts_told(office) == facts);
}

TEST_CASE("send_link: an address gets three links in 15 minutes and no more")
{
    Office office;
    for (int i = 0; i < 5; ++i)
        office.want("ada@example.test");
    CHECK(office.links_of_ada() == pages::most_links);
    office.pass(15min);
    office.want("ada@example.test");
    CHECK(office.links_of_ada() == 1);
}
