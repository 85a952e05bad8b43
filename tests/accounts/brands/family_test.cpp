#include "accounts/brands/family.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

namespace {

Brand brand(int id, std::optional<int> parent)
{
    Brand made;
    made.name = fmt::format("Brand {}", id);
    made.host = fmt::format("b{}.test", id);
    made.id = BrandId{id};
    if (parent)
        made.parent = BrandId{*parent};
    made.is_default = !parent;
    return made;
}

// 1 - 2 - 3 - 4, and 5 below 1
std::vector<Brand> const all{brand(1, {}), brand(2, 1), brand(3, 2), brand(4, 3), brand(5, 1)};

std::string code(int child, int parent)
{
    auto const fault = fault_in_parent(all, BrandId{child}, BrandId{parent});
    return fault ? fault->code : "";
}

Settings settings_at(std::string url)
{
    Settings settings;
    settings.public_url = std::move(url);
    return settings;
}

}  // namespace

TEST_CASE("fault_in_parent: a parent exists, is not below, and leaves room for those below")
{
    CHECK(code(9, 3).empty());
    CHECK(code(9, 4) == "brand.too_deep");
    CHECK(code(2, 5) == "brand.too_deep");  // 3 and 4 would come along
    CHECK(code(4, 5).empty());
    CHECK(code(2, 2) == "brand.cycle");
    CHECK(code(2, 4) == "brand.cycle");
    CHECK(code(2, 7) == "brand.parent_not_found");
}

TEST_CASE("resolve: the nearest ancestor that has a colour gives it, and black or white on it")
{
    auto brands = all;
    brands[0].accent = "#000000";
    brands[2].accent = "#ffff00";
    auto const settings = settings_at("https://help.smug.test");
    CHECK(resolve(brands, BrandId{4}, settings).accent == "#ffff00");
    CHECK(resolve(brands, BrandId{4}, settings).accent_text == "#000000");
    CHECK(resolve(brands, BrandId{2}, settings).accent == "#000000");
    CHECK(resolve(brands, BrandId{2}, settings).accent_text == "#ffffff");
}

TEST_CASE("resolve: a partner's address has his host, and scheme and port of ours")
{
    CHECK(resolve(all, BrandId{2}, settings_at("https://help.smug.test")).url == "https://b2.test");
    CHECK(resolve(all, BrandId{2}, settings_at("http://[::1]:8080")).url == "http://b2.test:8080");
    CHECK(resolve(all, BrandId{1}, settings_at("http://[::1]:8080")).url == "http://[::1]:8080");
}

TEST_CASE("resolve: logo, contact and sender are never another brand's")
{
    auto brands = all;
    brands[0].logo = "/logo-1.png";
    brands[0].contact.phone = "+49 30 1234";
    brands[0].mail_name = "Smug";
    auto const shown = resolve(brands, BrandId{2}, settings_at("https://help.smug.test"));
    CHECK_FALSE(shown.logo);
    CHECK(shown.contact == BrandContact{});
    CHECK(shown.mail_name == "Brand 2");
}

TEST_CASE("resolve: mail of a partner comes to his sender's domain, the vendor's to the house's")
{
    auto brands = all;
    brands[0].mail_from = Email::parse("care@smug.test");
    brands[1].mail_from = Email::parse("Care@Help.Lens.test");
    auto settings = settings_at("https://help.smug.test");
    settings.domain = "help.smug.test";
    CHECK(resolve(brands, BrandId{1}, settings).mail_domain == "help.smug.test");
    CHECK(resolve(brands, BrandId{2}, settings).mail_domain == "help.lens.test");
}

TEST_CASE("resolve: rows that point in a circle end all the same")
{
    std::vector<Brand> circle{brand(1, {}), brand(2, 3), brand(3, 2)};
    CHECK(resolve(circle, BrandId{2}, settings_at("http://a.test")).language == "en");
}

TEST_CASE("resolve: an id that is none is the default brand")
{
    CHECK(resolve(all, BrandId{77}, settings_at("http://a.test")).id == BrandId{1});
}

TEST_CASE("host_in: what stands between the slashes, without its port")
{
    CHECK(host_in("https://help.smug.test") == "help.smug.test");
    CHECK(host_in("http://127.0.0.1:8080/x") == "127.0.0.1");
    CHECK(host_in("http://[::1]:8080") == "[::1]");
}
