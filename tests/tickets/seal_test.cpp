#include "tickets/seal.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::tickets;

namespace {

constexpr seal::Owner ours{.secret = "a secret of thirty-two bytes or so", .domain = "help.test"};
constexpr seal::Owner theirs{.secret = "another one", .domain = "help.test"};

std::int64_t positive()
{
    return *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 58);
}

}  // namespace

TEST_CASE("seal: a Message-ID that we made names its ticket, and only under our secret")
{
    rc::check([] {
        TicketId const ticket{positive()};
        auto const id = seal::message_id(ours, ticket, EntryId{positive()});
        RC_ASSERT(seal::ticket_of_message_id(ours.secret, id) == ticket);
        RC_ASSERT(!seal::ticket_of_message_id(theirs.secret, id));
    });
}

TEST_CASE("seal: a Message-ID changed in any one letter names nothing")
{
    auto const id = seal::message_id(ours, TicketId{123456789}, EntryId{987654321});
    for (std::size_t i = 0; i <= id.find('@'); ++i) {
        auto forged = id;
        forged[i] = forged[i] == 'b' ? 'c' : 'b';
        CHECK_FALSE(seal::ticket_of_message_id(ours.secret, forged));
    }
    for (auto const* const junk : {"", "@", "a.b.c@help.test", "..@help.test", "x@help.test"})
        CHECK_FALSE(seal::ticket_of_message_id(ours.secret, junk));
}

TEST_CASE("seal: a reply address belongs to one ticket and one contact, whatever case it comes in")
{
    rc::check([] {
        TicketId const ticket{positive()};
        ContactId const contact{positive()};
        auto address = seal::reply_address(ours, ticket, contact);
        RC_ASSERT(address.find('@') <= 64U);  // RFC 5321 4.5.3.1.1
        RC_ASSERT(seal::ticket_named_in(address) == ticket);
        RC_ASSERT(seal::is_reply_address(ours.secret, address, ticket, contact));
        RC_ASSERT(!seal::is_reply_address(theirs.secret, address, ticket, contact));
        RC_ASSERT(
            !seal::is_reply_address(ours.secret, address, ticket, ContactId{contact.value() + 1}));
        for (char& c : address)
            c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        RC_ASSERT(seal::is_reply_address(ours.secret, address, ticket, contact));
    });
}

TEST_CASE("seal: an address of any other kind names no ticket")
{
    for (auto const* const other :
         {"help@help.test", "reply+@help.test", "reply+short-00@help.test", "reply", ""})
        CHECK_FALSE(seal::ticket_named_in(other));
}

TEST_CASE("seal: a brand's domain is worn, not proved")
{
    seal::Owner const partner{.secret = ours.secret, .domain = "help.lens.test"};
    auto const id = seal::message_id(partner, TicketId{5}, EntryId{6});
    CHECK(id.ends_with("@help.lens.test"));
    CHECK(seal::ticket_of_message_id(ours.secret, id) == TicketId{5});
    auto const address = seal::reply_address(partner, TicketId{5}, ContactId{7});
    CHECK(address.ends_with("@help.lens.test"));
    CHECK(seal::is_reply_address(ours.secret, address, TicketId{5}, ContactId{7}));
}
