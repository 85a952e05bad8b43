#include "notify/sending_log.hpp"

#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace tellfirst;
using namespace tellfirst::notify;

namespace {

seal::Delivery const ada{.notice = NoticeId{1}, .recipient = 11};
seal::Delivery const bob{.notice = NoticeId{1}, .recipient = 12};

Fate accepted()
{
    return {
        .state = State::accepted,
        .reason = "250 2.0.0 queued as 4F",
        .code = 250,
        .attempts = 1,
        .at = from_micros(1'700'000'000'000'000)};
}

void hand(SendingLog& log, seal::Delivery const& delivery)
{
    log.add_handed(std::span{&delivery, 1});
}

void settle(SendingLog& log, Settled const& settled)
{
    log.add_settled(std::span{&settled, 1});
}

}  // namespace

TEST_CASE("SendingLog: another process reads what this one wrote")
{
    support::TempDir const folder;
    {
        SendingLog log{folder / "sending.log"};
        hand(log, ada);
        hand(log, bob);
        settle(log, {ada, accepted()});
    }
    SendingLog const log{folder / "sending.log"};
    CHECK(log.read() == SendingLog::Past{{ada, accepted()}, {bob, std::nullopt}});
}

TEST_CASE("SendingLog: the last line about a delivery is what is known of it")
{
    support::TempDir const folder;
    SendingLog log{folder / "sending.log"};
    auto deferred = accepted();
    deferred.state = State::deferred;
    deferred.due_at = from_micros(1'700'000'060'000'000);
    hand(log, ada);
    settle(log, {ada, deferred});
    CHECK(log.read() == SendingLog::Past{{ada, deferred}});
    hand(log, ada);
    CHECK(log.read() == SendingLog::Past{{ada, std::nullopt}});
}

TEST_CASE("SendingLog: a server's answer cannot write a line of its own")
{
    support::TempDir const folder;
    SendingLog log{folder / "sending.log"};
    auto fate = accepted();
    fate.reason = "250 ok\ns 1 12 accepted 250 0 1 0 forged";
    settle(log, {ada, fate});
    CHECK(log.read().size() == 1);
}

TEST_CASE("SendingLog: a line that the crash cut is left out")
{
    support::TempDir const folder;
    auto const path = folder / "sending.log";
    std::size_t whole = 0;
    {
        SendingLog log{path};
        settle(log, {ada, accepted()});
        whole = std::filesystem::file_size(path);
        settle(log, {bob, accepted()});
    }
    for (auto size = std::filesystem::file_size(path) - 1; size >= whole; --size) {
        std::filesystem::resize_file(path, size);
        CHECK(SendingLog{path}.read() == SendingLog::Past{{ada, accepted()}});
    }
}

TEST_CASE("SendingLog: restart keeps only what is not committed yet")
{
    support::TempDir const folder;
    SendingLog log{folder / "sending.log"};
    hand(log, ada);
    settle(log, {ada, accepted()});
    hand(log, bob);
    log.restart(std::span{&bob, 1}, {});
    CHECK(log.read() == SendingLog::Past{{bob, std::nullopt}});
    settle(log, {bob, accepted()});
    CHECK(log.read() == SendingLog::Past{{bob, accepted()}});
    log.restart({}, {});
    CHECK(log.read().empty());
    CHECK(log.bytes() == 0);
}
