#include "wire/dkim/keys.hpp"

#include "support/temp_dir.hpp"
#include "wire/dkim/key_samples.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace tellfirst::dkim {
namespace {

struct Folder {
    support::TempDir folder;

    std::string add(std::string const& name, std::string_view text) const
    {
        auto path = folder / name;
        std::ofstream{path} << text;
        return path;
    }
};

std::string mail_from(std::string_view address)
{
    return "From: <" + std::string{address} + ">\r\nSubject: Hi\r\n\r\nhello\r\n";
}

std::size_t count(std::string_view text, std::string_view what)
{
    std::size_t found = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

TEST_CASE("parse_key_files reads domain, selector and file of each, and refuses what is none")
{
    CHECK(parse_key_files("").value().empty());
    CHECK(
        parse_key_files(" Help.Example.COM  S1 /etc/a key.pem ,b.example s2 /b").value() ==
        std::vector<KeyFile>{
            {"help.example.com", "s1", "/etc/a key.pem"}, {"b.example", "s2", "/b"}});
    for (auto const* const bad :
         {",", "a.example", "a.example s1", "a.example s1 /a,", "a@b s1 /a", "a.example s;1 /a",
          ".a s1 /a"})
        CHECK(parse_key_files(bad).error().code == "dkim.bad_list");
}

TEST_CASE("Keys signs with each key of the domain in From, and with none of another")
{
    Folder const files;
    auto const keys =
        Keys::read({{"a.example", "rsa1", files.add("rsa", samples::pem_of(samples::rsa()))},
                    {"a.example", "ed1", files.add("ed", samples::ed25519)},
                    {"b.example", "ed2", files.add("b", samples::ed25519)}})
            .value();
    auto const both = keys.signatures(mail_from("care@A.example"), Instant{});
    CHECK(count(both, "DKIM-Signature: v=1;") == 2);
    CHECK(count(both, "d=a.example;") == 2);
    CHECK(both.contains("a=rsa-sha256;"));
    CHECK(both.contains("s=ed1;"));
    CHECK_FALSE(both.contains("b.example"));
    CHECK(both.ends_with("\r\n"));
    CHECK(count(keys.signatures(mail_from("x@b.example"), Instant{}), "s=ed2;") == 1);
    CHECK(keys.signatures(mail_from("x@sub.a.example"), Instant{}).empty());
    CHECK(Keys{}.signatures(mail_from("care@a.example"), Instant{}).empty());
}

TEST_CASE("Keys signs exactly the body that is sent: one other byte is another signature")
{
    Folder const files;
    auto const keys = Keys::read({{"a.example", "ed1", files.add("ed", samples::ed25519)}}).value();
    auto const mail = mail_from("care@a.example");
    CHECK(keys.signatures(mail, Instant{}) == keys.signatures(mail, Instant{}));
    CHECK(keys.signatures(mail, Instant{}) != keys.signatures(mail + ".\r\n", Instant{}));
}

TEST_CASE("Keys names the file that it cannot use")
{
    Folder const files;
    auto const nonsense = files.add("nonsense", "nonsense");
    auto const bad = Keys::read({{"a.example", "s1", nonsense}});
    REQUIRE(bad.has_error());
    CHECK(bad.error().code == "dkim.bad_key");
    CHECK(bad.error().detail.starts_with("The DKIM key file " + nonsense + " of a.example holds"));
    auto const missing = Keys::read({{"a.example", "s1", files.folder / "missing"}});
    REQUIRE(missing.has_error());
    CHECK(missing.error().detail.contains("cannot be read"));
}

}  // namespace
}  // namespace tellfirst::dkim
