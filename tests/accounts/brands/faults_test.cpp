#include "accounts/brands/faults.hpp"

#include "accounts/brands/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

std::vector<std::string> fields(NewBrand const& wish, Standing standing = Standing::partner)
{
    std::vector<std::string> named;
    for (auto const& fault : faults_in(wish, standing))
        named.push_back(fault.field);
    return named;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("faults_in brand: a partner needs a host and a sender of his own, the vendor does not")
{
    CHECK(fields({.name = "Lens"}) == Fields{"host", "mail_from"});
    CHECK(fields({.name = "Lens"}, Standing::vendor).empty());
    CHECK(fields(partner("Lens", "lens.test")).empty());
}

TEST_CASE("faults_in brand: the vendor stands above all")
{
    CHECK(fields({.name = "Smug", .parent = BrandId{2}}, Standing::vendor) == Fields{"parent"});
}

TEST_CASE("faults_in brand: all that is wrong is said at once")
{
    auto wish = partner(" ", "-lens.test");
    wish.accent = "green";
    wish.mail_name = "Two\nlines";
    wish.language = "Deutsch!";
    wish.contact = {
        .text = std::string(501, 'x'), .phone = "call me", .url = "javascript:alert(1)"};
    CHECK(
        fields(wish) == Fields{
                            "name", "host", "accent", "mail_name", "language", "contact.text",
                            "contact.phone", "contact.url"});
}

TEST_CASE("faults_in brand: a contact's address is one of the web and cannot leave its quotes")
{
    auto const is_fine = [](std::string url) {
        auto wish = partner("Lens", "lens.test");
        wish.contact.url = std::move(url);
        return fields(wish).empty();
    };
    CHECK(is_fine("https://lens.test/help?a=1#b"));
    for (auto const* const wrong :
         {"", "https://", "https:///x", "lens.test", "ftp://lens.test", "https://a\"b",
          "https://a b", "data:text/html,x"})
        CHECK_FALSE(is_fine(wrong));
}

TEST_CASE("is_host: labels of letters, digits and inner hyphens")
{
    for (auto const* const good : {"localhost", "a-b.Example.test", "xn--mnchen-3ya.de"})
        CHECK(is_host(good));
    for (auto const* const wrong :
         {"", ".", "a..b", "a.", "-a.b", "a-.b", "a b", "a_b", "ä.test", "a:1"})
        CHECK_FALSE(is_host(wrong));
    CHECK_FALSE(is_host(std::string(64, 'a')));
}
