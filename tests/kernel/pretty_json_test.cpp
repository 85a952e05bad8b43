#include "kernel/pretty_json.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;

namespace {

Json any_json(int depth)
{
    auto const text = [] { return *rc::gen::string<std::string>(); };
    switch (*rc::gen::inRange(0, depth > 0 ? 6 : 4)) {
    case 0: return nullptr;
    case 1: return *rc::gen::arbitrary<std::int64_t>();
    case 2: return *rc::gen::arbitrary<bool>();
    case 3: return Json(text().c_str());
    case 4: {
        JsonArray list;
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            list.push_back(any_json(depth - 1));
        return list;
    }
    default: {
        JsonObject object;
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            object[std::to_string(left)] = any_json(depth - 1);
        return object;
    }
    }
}

}  // namespace

TEST_CASE("pretty_json: each value has a line, two blanks deeper in each object and list")
{
    auto const json = parse_json(R"({"type":"x","data":{"list":[1,"\"two\""],"none":{}}})").value();
    CHECK(pretty_json(json) == R"({
  "type": "x",
  "data": {
    "list": [
      1,
      "\"two\""
    ],
    "none": {}
  }
})");
}

TEST_CASE("pretty_json: it means what it was made of")
{
    CHECK(rc::check([] {
        auto const json = any_json(3);
        auto const text = write_json(json);
        // Only what is UTF-8 is JSON at all.
        auto const read = parse_json(text);
        RC_PRE(read.has_value());
        RC_ASSERT(parse_json(pretty_json(*read)).value() == *read);
    }));
}
