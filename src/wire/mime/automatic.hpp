#pragma once
#include "wire/mime/parse.hpp"

#include <boost/describe/enum.hpp>

#include <string_view>

namespace tellfirst::mime {

// Why a mail is taken for one that no person wrote: it is never answered by a machine of ours
// (RFC 3834 section 2). Headers lie, so whoever answers counts his answers as well.
enum class Automatic {
    none,            // a person, as far as one can tell
    null_sender,     // empty return path: a bounce, or an answer that wants none
    auto_submitted,  // says so itself, or asks for no automatic answer
    report,          // multipart/report: delivery status, complaint
    list,            // came over a mailing list
    bulk,            // Precedence: bulk, list or junk
    loop,            // X-Loop: some machine has seen it before
    daemon,          // mailer-daemon, postmaster, noreply
};

BOOST_DESCRIBE_ENUM(Automatic, none, null_sender, auto_submitted, report, list, bulk, loop, daemon)

// `envelope_from` is the return path of the transport ("" or "<>" is the empty one). Whoever has no
// envelope passes the address in From. A subject ("Out of office") alone proves nothing.
[[nodiscard]] Automatic why_automatic(Mail const& mail, std::string_view envelope_from);

}  // namespace tellfirst::mime
