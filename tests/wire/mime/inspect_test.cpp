#include "wire/mime/inspect.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

TEST_CASE("inspect: prints the whole mail as JSON")
{
    CHECK(
        inspect("From: Anna <a@b>\nSubject: ö\nMessage-ID: <m@b>\n\nhi\n") ==
        R"({"from":[{"name":"Anna","email":"a@b"}],"to":[],"cc":[],"subject":"ö",)"
        R"("body_text":"hi\n","body_html":"","attachments":[],"message_id":"m@b",)"
        R"("in_reply_to":[],"references":[]})");
}

}  // namespace
}  // namespace tellfirst::mime
