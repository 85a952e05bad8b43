#include "wire/smtp/maildir.hpp"
#include "wire/smtp/sender.hpp"

#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace tellfirst;
using namespace tellfirst::smtp;

namespace {

std::unique_ptr<Outlet> open(std::string const& address)
{
    return open_outlet(
        address, {}, [](std::size_t) { return std::vector<Outgoing>{}; },
        [](std::vector<Outcome> const&) {});
}

}  // namespace

TEST_CASE("open_outlet: the scheme says whether mail leaves to a relay or into a folder")
{
    support::TempDir const folder;
    CHECK(dynamic_cast<Sender*>(open("smtp://127.0.0.1:2525").get()) != nullptr);
    CHECK(dynamic_cast<Maildir*>(open("maildir:" + (folder / "mails")).get()) != nullptr);
    CHECK_THROWS_AS((void)open("http://127.0.0.1"), std::invalid_argument);
    CHECK_THROWS_AS((void)open(""), std::invalid_argument);
}
