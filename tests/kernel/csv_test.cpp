#include "kernel/csv.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace tellfirst;

namespace {

std::string line(std::vector<std::string> const& cells)
{
    return csv_line(cells);
}

}  // namespace

TEST_CASE("csv_line: cells stand between commas, the line ends in CRLF")
{
    CHECK(line({"Ada", "", "250 ok"}) == "Ada,,250 ok\r\n");
}

TEST_CASE("csv_line: what would break the line is quoted")
{
    CHECK(
        line({"a,b", "say \"hi\"", "two\nlines"}) ==
        "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
}

TEST_CASE("csv_line: no cell is a formula")
{
    for (std::string const formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "  =1"})
        CHECK(line({formula}).starts_with("'"));
    CHECK(line({"\r=1"}) == "\"'\r=1\"\r\n");
    CHECK(line({"=HYPERLINK(\"x\",1)"}) == "\"'=HYPERLINK(\"\"x\"\",1)\"\r\n");
    CHECK(line({"a=1", "5-3"}) == "a=1,5-3\r\n");
}
