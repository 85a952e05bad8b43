#pragma once
#include "wire/mime/parse.hpp"

#include <boost/describe/enum.hpp>

#include <string>
#include <string_view>

namespace tellfirst::mime {

// The results that RFC 8601 section 2.7 names; what we do not know is `none`.
enum class Verdict { none, pass, fail, softfail, neutral, policy, temperror, permerror };

BOOST_DESCRIBE_ENUM(Verdict, none, pass, fail, softfail, neutral, policy, temperror, permerror)

struct AuthResults {
    Verdict spf = Verdict::none;
    Verdict dkim = Verdict::none;  // pass if any signature passed
    Verdict dmarc = Verdict::none;
    std::string spf_domain;    // of smtp.mailfrom (or smtp.helo), in lower case
    std::string dkim_domain;   // header.d of the signature that passed
    std::string dmarc_domain;  // header.from

    bool operator==(AuthResults const&) const = default;
};

BOOST_DESCRIBE_STRUCT(AuthResults, (), (spf, dkim, dmarc, spf_domain, dkim_domain, dmarc_domain))

// What our own mail server found out, from its Authentication-Results headers. Anybody can write
// such a header: only the topmost run of them that carries the name of the server that we trust
// counts, because that server writes above what it was sent. An empty name trusts nobody.
[[nodiscard]] AuthResults auth_results(Mail const& mail, std::string_view trusted_server);

}  // namespace tellfirst::mime
