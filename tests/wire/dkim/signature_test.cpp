#include "wire/dkim/signature.hpp"

#include "kernel/text.hpp"
#include "wire/dkim/canonical.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace tellfirst::dkim {
namespace {

using namespace std::chrono_literals;

using Fields = std::vector<std::string_view>;

// The names as a verifier reads them.
std::vector<std::string> names_in(Covered const& covered)
{
    std::vector<std::string> names;
    for (auto const name : split(covered.names, ':'))
        names.emplace_back(trim(name));
    return names;
}

TEST_CASE("cover names what a reader sees once more than it stands, even where it is absent")
{
    auto const covered = cover(Fields{"From: a@b", "Subject: Hi", "X-Other: no"});
    CHECK(
        names_in(covered) ==
        std::vector<std::string>{
            "from", "from", "reply-to", "to", "cc", "subject", "subject", "date", "message-id"});
    CHECK(covered.fields == "from:a@b\r\nsubject:Hi\r\n");
}

TEST_CASE("cover names all others only where they stand: MIME, the thread, the list")
{
    auto const covered = cover(Fields{
        "MIME-Version: 1.0", "Content-Type: text/plain", "Content-Transfer-Encoding: 7bit",
        "In-Reply-To: <a@b>", "References: <a@b>", "List-Id: <c.d>",
        "List-Unsubscribe: <https://x>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Auto-Submitted: auto-generated"});
    auto const names = names_in(covered);
    for (auto const* const name :
         {"mime-version", "content-type", "content-transfer-encoding", "in-reply-to", "references",
          "list-id", "list-unsubscribe", "list-unsubscribe-post", "auto-submitted"})
        CHECK(std::ranges::count(names, name) == 2);
    CHECK(covered.fields.ends_with(
        "list-unsubscribe-post:List-Unsubscribe=One-Click\r\nauto-submitted:auto-generated\r\n"));
}

TEST_CASE("cover takes the last of several fields of one name first, as verifiers do")
{
    auto const covered = cover(Fields{"To: first", "To: second"});
    CHECK(covered.fields == "to:second\r\nto:first\r\n");
}

TEST_CASE("field_without_signature says what is signed, in lines of at most 78 characters")
{
    auto const field = field_without_signature(
        {.algorithm = "rsa-sha256",
         .domain = "help.example.com",
         .selector = "s2026",
         .signed_at = Instant{1'528'637'909'999'999us}},
        {.names = "from:to", .fields = {}}, "hash");
    CHECK(
        relaxed_field(field) == "dkim-signature:v=1; a=rsa-sha256; c=relaxed/relaxed; "
                                "d=help.example.com; s=s2026; t=1528637909; h=from:to; "
                                "bh=aGFzaA==; b=");
    auto const whole = with_signature(field, std::string(256, 'x'));
    CHECK(whole.ends_with("\r\n"));
    for (auto const line : split(whole, '\n'))
        CHECK(line.size() <= 79);  // with its CR
}

TEST_CASE("cover folds its names into lines of at most 78 characters")
{
    auto const covered = cover(
        Fields{"List-Unsubscribe: <https://x>", "Content-Transfer-Encoding: 7bit", "List-Id: <a>"});
    CHECK(split(covered.names, '\n').size() > 1);
    for (auto const line : split("\th=" + covered.names, '\n'))
        CHECK(line.size() <= 79);
}

TEST_CASE("domain_of_from reads the address behind any name, in lower case")
{
    CHECK(
        domain_of_from(Fields{"To: x@y", "From: Acme <care@Help.Example.COM>"}) ==
        "help.example.com");
    CHECK(domain_of_from(Fields{"from: care@example.com"}) == "example.com");
    CHECK(domain_of_from(Fields{"From: \"a@b\"\r\n <care@example.com>"}) == "example.com");
    CHECK(domain_of_from(Fields{"From: nobody"}).empty());
    CHECK(domain_of_from(Fields{"Subject: Hi"}).empty());
}

}  // namespace
}  // namespace tellfirst::dkim
