#include "tickets/verified.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using mime::AuthResults;
using mime::Verdict;
using tickets::is_verified;

TEST_CASE("is_verified: a pass counts only for the sender's own domain")
{
    auto const ann = Email::parse("ann@A.test").value();
    CHECK(is_verified({.dmarc = Verdict::pass, .dmarc_domain = "a.test"}, ann));
    CHECK(is_verified({.dkim = Verdict::pass, .dkim_domain = "a.test"}, ann));
    CHECK(is_verified({.spf = Verdict::pass, .spf_domain = "a.test"}, ann));
    CHECK_FALSE(is_verified({.dmarc = Verdict::pass, .dmarc_domain = "evil.test"}, ann));
    CHECK_FALSE(is_verified({.dkim = Verdict::pass, .dkim_domain = "evil.test"}, ann));
    CHECK_FALSE(is_verified({.spf = Verdict::softfail, .spf_domain = "a.test"}, ann));
    CHECK_FALSE(is_verified({}, ann));
    CHECK_FALSE(is_verified({.spf = Verdict::pass}, Email{}));
}
