#include "app/chosen.hpp"

#include "kernel/files.hpp"
#include "support/results.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::app;

namespace {

// An environment of its own.
Lookup environment(std::map<std::string, std::string> variables)
{
    return [variables = std::move(variables)](char const* name) -> char const* {
        auto const found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    };
}

Problem refused_toml(std::string_view text)
{
    Chosen chosen;
    auto const done = read_toml(chosen, text, "t.toml");
    REQUIRE(done.has_error());
    return done.error();
}

}  // namespace

TEST_CASE("read_toml: names stand alone or in tables, texts and whole numbers are values")
{
    Chosen chosen;
    REQUIRE(read_toml(chosen, "http = \"[::1]:81\"\n[notify]\nundo_seconds = 5\n", "t.toml"));
    CHECK(chosen.http == "[::1]:81");
    CHECK(chosen.settings.notify.undo == std::chrono::seconds{5});
}

TEST_CASE("read_toml: a refusal names the file, the line and the key")
{
    auto const unknown = refused_toml("http = \"h:1\"\n[notify]\nundo = 5\n");
    CHECK(unknown.code == "settings.unknown_key");
    CHECK(unknown.detail == "t.toml, line 3: there is no setting notify.undo.");
    auto const bad = refused_toml("\nhttp = \"8080\"");
    CHECK(bad.code == "settings.bad_value");
    CHECK(bad.detail == "t.toml, line 2: http must be HOST:PORT, such as 127.0.0.1:8080.");
    CHECK(refused_toml("http = true").code == "settings.bad_value");
    CHECK(refused_toml("http = \"").code == "settings.bad_file");
}

TEST_CASE("read_file: a file that is not there is refused by its name")
{
    support::TempDir const folder;
    Chosen chosen;
    auto const done = read_file(chosen, folder / "none.toml");
    REQUIRE(done.has_error());
    CHECK(done.error().code == "settings.bad_file");
    CHECK(done.error().detail == folder / "none.toml" + " cannot be read.");
}

TEST_CASE("read_environment: a variable sets its key and wins over what was read before")
{
    Chosen chosen;
    REQUIRE(read_toml(chosen, "domain = \"a.example\"\nhttp = \"a:1\"", "t.toml"));
    REQUIRE(read_environment(
        chosen,
        environment({{"TELLFIRST_DOMAIN", "b.example"}, {"TELLFIRST_NOTIFY_UNDO_SECONDS", "7"}})));
    CHECK(chosen.settings.domain == "b.example");
    CHECK(chosen.http == "a:1");
    CHECK(chosen.settings.notify.undo == std::chrono::seconds{7});
}

TEST_CASE("read_environment: a secret may stand in a file, without its line end")
{
    support::TempDir const folder;
    replace_file(folder / "db", "postgres://x:secret@y/z\n");
    Chosen chosen;
    REQUIRE(read_environment(chosen, environment({{"TELLFIRST_DB_FILE", folder / "db"}})));
    CHECK(chosen.database == "postgres://x:secret@y/z");
}

TEST_CASE("read_environment: a refusal names the variable")
{
    Chosen chosen;
    auto const bad = read_environment(chosen, environment({{"TELLFIRST_HTTP", "8080"}}));
    REQUIRE(bad.has_error());
    CHECK(bad.error().detail.starts_with("TELLFIRST_HTTP: http must be"));
    auto const gone = read_environment(chosen, environment({{"TELLFIRST_DB_FILE", "/no/file"}}));
    REQUIRE(gone.has_error());
    CHECK(gone.error().code == "settings.bad_file");
}

TEST_CASE("read_toml: an array of texts is a list with commas, and of nothing else")
{
    Chosen chosen;
    REQUIRE(read_toml(chosen, "relay = [\"smtp://a\", \"smtp://b\"]", "t.toml"));
    CHECK(chosen.relay == "smtp://a, smtp://b");
    auto const mixed = read_toml(chosen, "relay = [\"smtp://a\", 25]", "t.toml");
    REQUIRE(mixed.has_error());
    CHECK(mixed.error().code == "settings.bad_value");
}
