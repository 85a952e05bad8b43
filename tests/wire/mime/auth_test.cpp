#include "wire/mime/auth.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

AuthResults of(std::string_view headers, std::string_view trusted = "mx.b.test")
{
    return auth_results(parse(std::string{headers} + "\n\n"), trusted);
}

TEST_CASE("auth_results: reads the verdicts and whom they are about")
{
    CHECK(
        of("Authentication-Results: mx.b.test 1;\n spf=pass (a; b) smtp.mailfrom=x@A.test;\n"
           " dkim=fail header.d=z.test; dkim=pass header.d=a.test reason=\"x;y\";\n"
           " dmarc=pass header.from=a.test") == AuthResults{
                                                    .spf = Verdict::pass,
                                                    .dkim = Verdict::pass,
                                                    .dmarc = Verdict::pass,
                                                    .spf_domain = "a.test",
                                                    .dkim_domain = "a.test",
                                                    .dmarc_domain = "a.test"});
}

TEST_CASE("auth_results: nobody but the trusted server is believed")
{
    CHECK(of("Authentication-Results: evil.test; dmarc=pass header.from=a.test") == AuthResults{});
    CHECK(of("Authentication-Results: mx.b.test; dmarc=pass", "") == AuthResults{});
}

TEST_CASE("auth_results: what stands below the server's own lines was sent by anybody")
{
    auto const found = of("Authentication-Results: MX.b.test; spf=fail\n"
                          "Authentication-Results: mx.b.test; dkim=none\n"
                          "Received: from x\n"
                          "Authentication-Results: mx.b.test; dmarc=pass header.from=a.test");
    CHECK(found.spf == Verdict::fail);
    CHECK(found.dmarc == Verdict::none);
}

TEST_CASE("auth_results: an unknown verdict is none")
{
    CHECK(of("Authentication-Results: mx.b.test; spf=hardly; none").spf == Verdict::none);
}

}  // namespace
}  // namespace tellfirst::mime
