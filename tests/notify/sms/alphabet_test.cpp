#include "notify/sms/alphabet.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst::notify;

namespace {

std::string times(int count, std::string_view text)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

}  // namespace

TEST_CASE("sms_length: one part ends at 160 septets, or at 70 units")
{
    struct Row {
        std::string text;
        SmsLength length;
    };
    for (auto const& [text, length] : {
             Row{"", {.units = 0}},
             Row{times(160, "a"), {.units = 160}},
             Row{times(161, "a"), {.units = 161, .parts = 2}},
             Row{times(306, "a"), {.units = 306, .parts = 2}},
             Row{times(307, "a"), {.units = 307, .parts = 3}},
             Row{times(160, "ä"), {.units = 160}},
             Row{times(80, "€"), {.units = 160}},
             Row{times(81, "€"), {.units = 162, .parts = 2}},
             Row{times(70, "я"), {.is_gsm = false, .units = 70}},
             Row{times(71, "я"), {.is_gsm = false, .units = 71, .parts = 2}},
             Row{times(134, "я"), {.is_gsm = false, .units = 134, .parts = 2}},
             Row{times(135, "я"), {.is_gsm = false, .units = 135, .parts = 3}},
             Row{times(35, "😀"), {.is_gsm = false, .units = 70}},
             Row{"` is in no table", {.is_gsm = false, .units = 16}},
         }) {
        CAPTURE(text);
        CHECK(sms_length(text) == length);
    }
}

TEST_CASE("sms_length: no character is torn in two between parts")
{
    // 152 septets and a euro of two: the euro begins the second part.
    CHECK(sms_length(times(152, "a") + "€" + times(152, "b")).parts == 3);
    CHECK(sms_length(times(151, "a") + "€" + times(153, "b")).parts == 2);
    // 66 units and one of two.
    CHECK(sms_length(times(66, "я") + "😀" + times(66, "я")).parts == 3);
    CHECK(sms_length(times(65, "я") + "😀" + times(67, "я")).parts == 2);
}

TEST_CASE("sms_length: every character of both tables is GSM")
{
    CHECK(
        sms_length("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà").is_gsm);
    CHECK(sms_length("^{}\\[~]|€").units == 18);
}

TEST_CASE("sms_length: parts hold all that there is, and not one of them is too many")
{
    rc::check([](std::vector<bool> const& extended) {
        std::string text;
        for (bool const each : extended)
            text += each ? "€" : "a";
        auto const length = sms_length(text);
        RC_ASSERT(length.is_gsm);
        RC_ASSERT(length.units <= (length.parts == 1 ? 160 : length.parts * 153));
        // A part that is not the last wastes one septet at most.
        RC_ASSERT(length.parts == 1 || length.units > (length.parts - 1) * 152);
    });
}

TEST_CASE("plain_marks: marks of printed text become those of a phone, letters stay")
{
    CHECK(plain_marks("„Größe“ – wir’s … 3\u00a0h · ок") == "\"Größe\" - wir's ... 3 h - ок");
}
