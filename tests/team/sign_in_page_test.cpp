#include "team/sign_in_page.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::team;

namespace {

bool holds(std::string const& page, std::string_view text)
{
    return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("sign_in_page: the first owner is asked for name and address, others only for a password")
{
    auto const owner = sign_in_page({.first_owner = true});
    auto const other = sign_in_page({});
    CHECK(holds(owner, "name=\"email\""));
    CHECK(holds(owner, "name=\"password\""));
    CHECK_FALSE(holds(other, "name=\"email\""));
    CHECK(holds(other, "name=\"password\""));
}

TEST_CASE("sign_in_page: what was typed comes back escaped, with the sentence on what is wrong")
{
    auto const page = sign_in_page(
        {.first_owner = true, .name = "\"><script>", .email = "a@b", .wrong = "Too <short>."});
    CHECK(holds(page, "value=\"&quot;&gt;&lt;script&gt;\""));
    CHECK(holds(page, "value=\"a@b\""));
    CHECK(holds(page, "<p role=\"alert\">Too &lt;short&gt;.</p>"));
    CHECK_FALSE(holds(page, "<script>"));
}

TEST_CASE("spent_link_page: it has no form")
{
    CHECK_FALSE(holds(spent_link_page(), "<form"));
}
