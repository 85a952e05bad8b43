#include "notify/proof/proof_csv.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;

TEST_CASE("csv_of: a line for each delivery, below the names of its columns")
{
    ProofLine const told{
        .contact = ContactId{1},
        .name = "Ada, Countess",
        .address = "ada@example.test",
        .account = AccountId{2},
        .account_name = "=Ada & Co",
        .state = State::accepted,
        .at = support::test_start,
        .reason = "250 ok",
        .notice = NoticeId{3}};
    ProofLine const not_told{
        .contact = ContactId{4},
        .name = "Bob",
        .address = "bob@example.test",
        .state = State::opted_out,
        .reason = "topic unplanned is off",
        .notice = NoticeId{3}};
    CHECK(
        csv_head() + csv_of(std::array{told, not_told}) ==
        fmt::format(
            "contact,name,address,account,account_name,channel,state,at,reason,notice\r\n"
            "{},\"Ada, Countess\",ada@example.test,{},'=Ada & Co,mail,accepted,"
            "2026-03-04T10:00:00Z,250 ok,{}\r\n"
            "{},Bob,bob@example.test,,,mail,opted_out,,topic unplanned is off,{}\r\n",
            ContactId{1}.text(), AccountId{2}.text(), NoticeId{3}.text(), ContactId{4}.text(),
            NoticeId{3}.text()));
}
