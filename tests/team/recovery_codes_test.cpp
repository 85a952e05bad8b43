#include "team/recovery_codes.hpp"

#include "kernel/digest.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace tellfirst;
using namespace tellfirst::team;
using support::World;

namespace {

struct Office : World {
    PersonId ada = somebody(*this, "ada").id;

    std::vector<std::string> make()
    {
        return write([&](Call& call) { return make_recovery_codes(call, ada); });
    }
    bool use(std::string const& code)
    {
        return write([&](Call& call) { return use_recovery_code(call, ada, code); });
    }
};

}  // namespace

TEST_CASE("make_recovery_codes: ten different ones that can be typed")
{
    Office office;
    auto const codes = office.make();
    CHECK(std::set(codes.begin(), codes.end()).size() == 10);
    for (auto const& code : codes)
        CHECK(std::regex_match(code, std::regex{"[a-z2-7]{5}-[a-z2-7]{5}"}));
}

TEST_CASE("use_recovery_code: case, spaces and dashes do not count")
{
    Office office;
    auto code = office.make()[0];
    code.replace(5, 1, " ");
    code[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(code[0])));
    CHECK(office.use(code));
    CHECK(facts_told(office).back() == support::ToldFact{"RecoveryCodeUsed", office.ada.text()});
}

TEST_CASE("use_recovery_code: what is none of his is refused and told to nobody")
{
    Office office;
    office.make();
    auto const told = facts_told(office);
    for (auto const* const code : {"", "-", "aaaaa-aaaaa"})
        CHECK_FALSE(office.use(code));
    CHECK(facts_told(office) == told);
}

TEST_CASE("make_recovery_codes: a copy of the database is not enough to find them")
{
    Office office;
    auto const code = office.make()[0];
    office.settings.secret = "another house's";
    CHECK_FALSE(office.use(code));
}
