#include "wire/mime/reply_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tellfirst::mime {
namespace {

struct Style {
    std::string_view what;
    std::string_view text;
    std::string_view newest;
};

TEST_CASE("split_reply: shows what is new in the style of every mail program")
{
    for (auto const& [what, text, newest] : std::initializer_list<Style>{
             {"no quotation", "Hello\n\nBye\n", "Hello\n\nBye\n"},
             {"Gmail",
              "Thanks!\n\nOn Sat, Nov 21, 2026 at 10:00 AM Anna <a@b.test> wrote:\n> old\n",
              "Thanks!\n"},
             {"Gmail, wrapped",
              "Thanks!\n\nOn Sat, 21 Nov 2026 at 10:00, Anna Lee\n<a@b.test> wrote:\n\n> old\n>\n"
              "> more\n",
              "Thanks!\n"},
             {"Gmail, German",
              "Danke!\n\nAm Sa., 21. Nov. 2026 um 10:00 Uhr schrieb Anna <\na@b.test>:\n\n> alt\n",
              "Danke!\n"},
             {"Thunderbird", "On 11/21/26 10:00, Anna wrote:\n> old\n\nMy answer\n",
              "\nMy answer\n"},
             {"Thunderbird, between",
              "Am 21.11.26 um 10:00 schrieb Anna:\n> one?\nyes\n> two?\nno\n", "yes\nno\n"},
             {"Outlook",
              "Fixed.\n\nFrom: Anna <a@b.test>\nSent: Saturday, November 21, 2026\nTo: Bo\n"
              "Subject: RE: x\n\nold\n",
              "Fixed.\n"},
             {"Outlook with a line, German",
              "Geht.\n\n________________________________\nVon: Anna\nGesendet: Samstag\nAn: Bo\n"
              "Betreff: x\n\nalt\n",
              "Geht.\n"},
             {"old Outlook", "Yes\n\n-----Original Message-----\nFrom: Anna\n\nold\n", "Yes\n"},
             {"old Outlook, German", "Ja\n-----Ursprüngliche Nachricht-----\nVon: Anna\nalt\n",
              "Ja\n"},
             {"Apple Mail",
              "Ok\n\n> On 21. Nov 2026, at 10:00, Anna <a@b.test> wrote:\n> \n> old\n", "Ok\n"},
             {"Apple Mail, German",
              "Ok\n\nVon meinem iPhone gesendet\n\n> Am 21.11.2026 um 10:00 schrieb Anna:\n> alt\n",
              "Ok\n"},
             {"Yandex", "Ok\n\n21.11.2026, 14:05, \"Anna\" <a@b.test>:\n\nold\nwithout marks\n",
              "Ok\n"},
             {"a signature", "Hi\n-- \nAnna\nAcme\n", "Hi\n"},
             {"a signature above the quotation", "Hi\n\n-- \nAnna\n\nOn 1/2/26, B wrote:\n> old\n",
              "Hi\n"},
             {"a telephone", "Hi\n\nSent from my iPhone\n", "Hi\n"},
             {"only a quotation", "> old\n", "> old\n"},
             {"a forwarded mail",
              "See below\n\n---------- Forwarded message ---------\nFrom: A\nDate: x\nTo: "
              "b\n\nold\n",
              "See below\n\n---------- Forwarded message ---------\nFrom: A\nDate: x\nTo: b\n\n"
              "old\n"},
             {"a sentence that ends like one", "As Bo wrote:\nno\n", "As Bo wrote:\nno\n"},
             {"a colon after a number", "Error 5:\nboom\n", "Error 5:\nboom\n"},
         }) {
        CAPTURE(what);
        CHECK(split_reply(text).newest == newest);
    }
}

std::vector<std::string> sorted_lines(std::string const& text)
{
    std::vector<std::string> lines{""};
    for (char const c : text) {
        lines.back() += c;
        if (c == '\n')
            lines.emplace_back();
    }
    std::ranges::sort(lines);
    std::erase(lines, "");
    return lines;
}

TEST_CASE("split_reply: deletes nothing")
{
    CHECK(rc::check([] {
        auto const line = rc::gen::element<std::string>(
            "", "> old", "text", "-- ", "On 1/2/26, B wrote:", "From: a", "Sent: b", "To: c",
            "-----Original Message-----", "__________", "Sent from my iPhone", "Am 1.2.26",
            "schrieb Anna:", " ");
        std::string text;
        for (auto const& each : *rc::gen::container<std::vector<std::string>>(line))
            text += each + "\n";
        auto const [newest, folded] = split_reply(text);
        auto both = sorted_lines(newest);
        std::ranges::copy(sorted_lines(folded), std::back_inserter(both));
        std::ranges::sort(both);
        RC_ASSERT(both == sorted_lines(text));
    }));
}

}  // namespace
}  // namespace tellfirst::mime
