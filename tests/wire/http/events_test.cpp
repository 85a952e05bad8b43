#include "wire/http/events.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

TEST_CASE("event_of: a fact is one event whose id is its number")
{
    db::Fact const fact{
        .seq = 12,
        .id = FactId{5},
        .at = from_micros(0),
        .room = "status",
        .kind = "IncidentResolved",
        .subject = "inc_x",
        .actor = "system",
        .body = R"({"text":"a\nb"})"};
    CHECK(
        event_of(fact) ==
        fmt::format(
            "id: 12\nevent: fact\ndata: {{\"seq\":12,\"id\":\"{}\","
            "\"at\":\"1970-01-01T00:00:00Z\",\"room\":\"status\","
            "\"kind\":\"IncidentResolved\",\"subject\":\"inc_x\",\"actor\":\"system\","
            "\"body\":{{\"text\":\"a\\nb\"}}}}\n\n",
            FactId{5}.text()));
}

TEST_CASE("resume: a new stream starts from now, a known one where it was")
{
    CHECK(resume("", 70) == Resumption{.after = 70});
    CHECK(resume("69", 70) == Resumption{.after = 69});
    CHECK(resume("70", 70) == Resumption{.after = 70});
}

TEST_CASE("resume: who missed too much, or comes from another life of the data, loads afresh")
{
    Resumption const afresh{.after = 5000, .reset = true};
    CHECK(resume("4000", 5000) == Resumption{.after = 4000});
    for (auto const* id : {"3999", "5001", "-1", "x", "12x", "99999999999999999999"})
        CHECK_MESSAGE(resume(id, 5000) == afresh, id);
}
