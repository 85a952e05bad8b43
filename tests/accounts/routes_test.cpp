#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

constexpr ServiceId unknown_service{99};

// As the room above does, which knows services.
Result<void>
refuse_unknown(db::Tx&, std::span<ServiceId const> services, std::span<ServiceId const> held)
{
    auto const is_in = [](auto const& some) {
        return std::ranges::find(some, unknown_service) != some.end();
    };
    if (is_in(services) && !is_in(held))
        return invalid("service.not_found", "services[0]", "There is no such service.");
    return {};
}

struct Desk {
    support::World world;
    http::Table table;

    Desk() { add_routes(table, refuse_unknown); }

    http::Reply
    ask(std::string_view method, std::string const& path, std::string body = "",
        http::Headers headers = {})
    {
        auto const reply = support::ask(
            world, table, Actor::system(),
            {.method = method,
             .path = path,
             .body = std::move(body),
             .headers = std::move(headers)});
        return reply ? *reply : http::problem(reply.error());
    }

    std::string id_of(http::Reply const& reply)
    {
        REQUIRE(reply.status == 201);
        return std::string{support::json_of(reply).at("id").as_string()};
    }

    std::string add_plan(std::string const& name)
    {
        return id_of(ask("POST", "/api/v1/plans", R"({"name":")" + name + R"("})"));
    }
};

std::string code_of(http::Reply const& reply)
{
    return std::string{support::json_of(reply).at("code").as_string()};
}

std::string header_of(http::Reply const& reply, std::string_view name)
{
    for (auto const& [key, value] : reply.headers)
        if (key == name)
            return value;
    return "";
}

}  // namespace

TEST_CASE("routes: each says what it does, what it gives, and takes a body where it has one")
{
    http::Table table;
    add_routes(table, refuse_unknown);
    REQUIRE_FALSE(table.routes().empty());
    for (auto const& route : table.routes()) {
        CAPTURE(route->path);
        CHECK_FALSE(route->summary.empty());
        CHECK(bool{route->reply_schema != nullptr});
        auto const has_body = route->method != "GET" && route->method != "DELETE";
        CHECK((route->request_schema != nullptr) == has_body);
        CHECK(route->right != Right::anyone);
    }
}

TEST_CASE("routes: reading and writing need different rights")
{
    http::Table table;
    add_routes(table, refuse_unknown);
    auto const right = [&](auto method, auto path) {
        return table.find(method, path)->route->right;
    };
    CHECK(right("POST", "/api/v1/plans") == Right::write_plans);
    CHECK(right("PUT", "/api/v1/plans/x") == Right::write_plans);
    CHECK(right("GET", "/api/v1/plans") == Right::read_plans);
    CHECK(right("POST", "/api/v1/calendars") == Right::write_plans);
    CHECK(right("POST", "/api/v1/accounts") == Right::write_accounts);
    CHECK(right("PUT", "/api/v1/accounts/x/services") == Right::write_accounts);
    CHECK(right("PUT", "/api/v1/contacts/x/topics") == Right::write_accounts);
    CHECK(right("GET", "/api/v1/accounts/x") == Right::read_accounts);
    CHECK(right("PUT", "/api/v1/brands/x/logo") == Right::write_accounts);
}

TEST_CASE("routes: a plan is created with its address and version, and read there")
{
    Desk desk;
    auto const reply = desk.ask(
        "POST", "/api/v1/plans", R"({"name":"Pro","availability":99.9,"topics":["news"]})");
    auto const id = desk.id_of(reply);
    CHECK(header_of(reply, "location") == "/api/v1/plans/" + id);
    CHECK(header_of(reply, "etag") == "\"1\"");
    auto const read = desk.ask("GET", "/api/v1/plans/" + id);
    CHECK(read.status == 200);
    CHECK(read.body == reply.body);
    CHECK(support::json_of(read).at("availability").as_double() == 99.9);
}

TEST_CASE("routes: a plan is only changed at the version that If-Match names")
{
    Desk desk;
    auto const path = "/api/v1/plans/" + desk.add_plan("Pro");
    CHECK(
        desk.ask("PUT", path, R"({"name":"Pro","reopen_days":3})", {{"if-match", "\"1\""}})
            .status == 200);
    auto const late = desk.ask("PUT", path, R"({"name":"Late"})", {{"if-match", "\"1\""}});
    CHECK(late.status == 412);
    CHECK(code_of(late) == "http.stale");
    CHECK(desk.ask("PUT", path, R"({"name":"Pro"})", {{"if-match", "rubbish"}}).status == 400);
    CHECK(support::json_of(desk.ask("GET", path)).at("reopen_days") == 3);
}

TEST_CASE("routes: services, topics and brand are only changed at the version that If-Match names")
{
    Desk desk;
    auto const account = desk.ask(
        "POST", "/api/v1/accounts",
        R"({"name":"A","plan":")" + desk.add_plan("Pro") +
            R"(","contacts":[{"name":"Ada","email":"ada@example.test"}]})");
    auto const contact = support::json_of(account).at("contacts").at(0).at("id").as_string();
    auto const services = "/api/v1/accounts/" + desk.id_of(account) + "/services";
    auto const topics = "/api/v1/contacts/" + std::string{contact} + "/topics";
    for (auto const& [path, body] :
         {std::pair{services, R"({"services":[]})"}, std::pair{topics, R"({"topics":["news"]})"},
          std::pair{"/api/v1/brands/" + BrandId{1}.text(), R"({"name":"B"})"}}) {
        CHECK(desk.ask("PUT", path, body, {{"if-match", "\"9\""}}).status == 412);
        CHECK(desk.ask("PUT", path, body, {{"if-match", "\"1\""}}).status == 200);
    }
}

TEST_CASE("routes: a body that is wrong is refused with its fields")
{
    Desk desk;
    auto const unknown = desk.ask("POST", "/api/v1/plans", R"({"name":"Pro","colour":"red"})");
    CHECK(unknown.status == 422);
    CHECK(support::json_of(unknown).at("errors").at(0).at("field") == "colour");
    auto const account = desk.ask(
        "POST", "/api/v1/accounts",
        R"({"name":"A","plan":"pln_aaaaaaaaaaab","contacts":[{"name":"Ada","email":"nowhere"}]})");
    CHECK(account.status == 422);
    CHECK(support::json_of(account).at("errors").at(0).at("field") == "contacts[0].email");
    CHECK(support::json_of(account).at("errors").at(0).at("detail") == "not an address");
}

TEST_CASE("routes: an account on a plan that does not exist is 422")
{
    Desk desk;
    auto const reply =
        desk.ask("POST", "/api/v1/accounts", R"({"name":"A","plan":"pln_aaaaaaaaaaab"})");
    CHECK(reply.status == 422);
    CHECK(code_of(reply) == "plan.not_found");
}

TEST_CASE("routes: the rule of a plan is read and changed")
{
    Desk desk;
    auto const path = "/api/v1/plans/" + desk.add_plan("Pro") + "/services";
    CHECK(support::json_of(desk.ask("GET", path)).at("services").as_array().empty());
    auto const service = ServiceId{101}.text();
    CHECK(desk.ask("PUT", path, R"({"services":[")" + service + R"("]})").status == 200);
    CHECK(support::json_of(desk.ask("GET", path)).at("services").at(0).as_string() == service);
    CHECK(desk.ask("PUT", path, R"({"services":null})").status == 422);
    CHECK(support::json_of(desk.ask("GET", path)).at("version") == 2);
    CHECK(desk.ask("PUT", path, R"({"services":[]})", {{"if-match", "\"1\""}}).status == 412);
    CHECK(desk.ask("GET", "/api/v1/plans/pln_aaaaaaaaaaab/services").status == 404);
}

TEST_CASE("routes: nobody is said to use a service that is not known, unless he was before")
{
    Desk desk;
    auto const plan = desk.add_plan("Pro");
    auto const unknown = R"({"services":[")" + unknown_service.text() + R"("]})";
    auto const refused = [&](http::Reply const& reply) {
        return reply.status == 422 && code_of(reply) == "service.not_found";
    };
    CHECK(refused(desk.ask("PUT", "/api/v1/plans/" + plan + "/services", unknown)));
    CHECK(refused(desk.ask(
        "POST", "/api/v1/accounts",
        R"({"name":"Ada","plan":")" + plan + R"(","services":[")" + unknown_service.text() +
            R"("]})")));
    auto const account = desk.id_of(
        desk.ask("POST", "/api/v1/accounts", R"({"name":"Ada","plan":")" + plan + R"("})"));
    auto const path = "/api/v1/accounts/" + account + "/services";
    CHECK(refused(desk.ask("PUT", path, unknown)));
    desk.world.write([&](Call& call) {
        return change_exposure(call, AccountId::parse(account).value(), {{unknown_service}});
    });
    CHECK(desk.ask("PUT", path, unknown).status == 200);
}

TEST_CASE("routes: an account, its services, its contacts and their topics")
{
    Desk desk;
    auto const plan = desk.add_plan("Pro");
    auto const account = desk.id_of(desk.ask(
        "POST", "/api/v1/accounts",
        R"({"name":"A","plan":")" + plan +
            R"(","contacts":[{"name":"Ada","email":"ada@example.test","topics":["news"]}]})"));
    auto const path = "/api/v1/accounts/" + account;
    CHECK(support::json_of(desk.ask("GET", path)).at("services").is_null());

    auto const service = ServiceId{101}.text();
    auto const exposed =
        desk.ask("PUT", path + "/services", R"({"services":[")" + service + R"("]})");
    CHECK(exposed.status == 200);
    CHECK(support::json_of(exposed).at("services").at(0).as_string() == service);
    CHECK(desk.ask("PUT", path + "/services", "{}").status == 422);
    CHECK(support::json_of(desk.ask("PUT", path + "/services", R"({"services":null})"))
              .at("services")
              .is_null());

    auto const bob =
        desk.ask("POST", path + "/contacts", R"({"name":"Bob","email":"bob@example.test"})");
    auto const contact = "/api/v1/contacts/" + desk.id_of(bob);
    CHECK(header_of(bob, "location") == contact);
    CHECK(support::json_of(desk.ask("GET", contact)).at("topics").is_null());
    auto const chosen = desk.ask("PUT", contact + "/topics", R"({"topics":["planned"]})");
    CHECK(chosen.status == 200);
    CHECK(support::json_of(desk.ask("GET", contact)).at("topics").at(0) == "planned");
    CHECK(desk.ask("PUT", contact + "/topics", "{}").status == 422);
}

TEST_CASE("routes: accounts are listed by search and by plan")
{
    Desk desk;
    auto const pro = desk.add_plan("Pro");
    auto const free = desk.add_plan("Free");
    for (auto const& [name, plan] : {std::pair{"Ada", pro}, std::pair{"Adam", free}})
        desk.id_of(desk.ask(
            "POST", "/api/v1/accounts",
            R"({"name":")" + std::string{name} + R"(","plan":")" + plan + R"("})"));
    auto const count = [&](std::string const& query) {
        auto const reply = desk.ask("GET", "/api/v1/accounts" + query);
        REQUIRE(reply.status == 200);
        return support::json_of(reply).at("items").as_array().size();
    };
    CHECK(count("") == 2);
    CHECK(count("?q=ADAM") == 1);
    CHECK(count("?plan=" + pro) == 1);
    CHECK(count("?q=adam&plan=" + pro) == 0);
    CHECK(desk.ask("GET", "/api/v1/accounts?plan=Pro").status == 422);
}

TEST_CASE("routes: what is not there is 404, whether its id could be one or not")
{
    Desk desk;
    for (auto const* const path :
         {"/api/v1/plans/pln_aaaaaaaaaaab", "/api/v1/plans/nonsense",
          "/api/v1/accounts/acc_aaaaaaaaaaab", "/api/v1/accounts/x",
          "/api/v1/contacts/con_aaaaaaaaaaab", "/api/v1/contacts/x"})
        CHECK_MESSAGE(desk.ask("GET", path).status == 404, path);
}

TEST_CASE("routes: lists go on at their cursor until nothing is left")
{
    Desk desk;
    std::vector<std::string> made;
    for (auto const* const name : {"One", "Two", "Three"})
        made.push_back(desk.add_plan(name));

    std::vector<std::string> listed;
    std::string path = "/api/v1/plans?limit=2";
    for (int page = 0; page < 2; ++page) {
        auto const reply = support::json_of(desk.ask("GET", path));
        for (auto const& item : reply.at("items").as_array())
            listed.emplace_back(item.at("id").as_string());
        CHECK(reply.at("next").is_null() == (page == 1));
        if (page == 0)
            path = "/api/v1/plans?limit=2&after=" + std::string{reply.at("next").as_string()};
    }
    CHECK(listed == made);
    CHECK(desk.ask("GET", "/api/v1/plans?after=acc_aaaaaaaaaaab").status == 422);
    CHECK(desk.ask("GET", "/api/v1/plans?limit=0").status == 422);
    CHECK(support::json_of(desk.ask("GET", "/api/v1/accounts")).at("items").as_array().empty());
}

TEST_CASE("routes: calendars are added beside the one that is there from the start")
{
    Desk desk;
    desk.id_of(desk.ask(
        "POST", "/api/v1/calendars",
        R"({"name":"Nights","week":{"monday":[{"opens":"20:00","closes":"24:00"}]}})"));
    auto const list = support::json_of(desk.ask("GET", "/api/v1/calendars"));
    CHECK(list.at("items").as_array().size() == 2);
}

TEST_CASE("routes: the default brand is listed, read and changed; a partner's is added")
{
    Desk desk;
    auto const list = support::json_of(desk.ask("GET", "/api/v1/brands")).at("items").as_array();
    REQUIRE(list.size() == 1);
    auto const one = "/api/v1/brands/" + std::string{list[0].at("id").as_string()};
    CHECK(support::json_of(desk.ask("GET", one)).at("name") == "Support");
    CHECK(desk.ask("PUT", one, R"({"name":"Smug"})", {{"if-match", "\"1\""}}).status == 200);
    CHECK(support::json_of(desk.ask("GET", one + "/resolved")).at("name") == "Smug");
    CHECK(desk.ask("PUT", one, R"({"name":"Smug"})", {{"if-match", "\"1\""}}).status == 412);
    auto const partner = desk.id_of(desk.ask(
        "POST", "/api/v1/brands",
        R"({"name":"Lens","host":"lens.test","mail_from":"help@lens.test"})"));
    CHECK(desk.ask("GET", "/api/v1/brands/" + partner).status == 200);
}

TEST_CASE("routes: a brand's logo is put, read as it was sent, and deleted")
{
    Desk desk;
    auto const brand = desk.id_of(desk.ask(
        "POST", "/api/v1/brands",
        R"({"name":"Lens","host":"lens.test","mail_from":"help@lens.test"})"));
    auto const logo = "/api/v1/brands/" + brand + "/logo";
    CHECK(desk.ask("GET", logo).status == 404);
    std::string const wish = R"({"type":"image/svg+xml","data":"PHN2Zy8+"})";
    CHECK(desk.ask("PUT", logo, wish).status == 200);
    CHECK(support::json_of(desk.ask("GET", logo)) == *parse_json(wish));
    CHECK(desk.ask("DELETE", logo).status == 200);
    CHECK(desk.ask("GET", logo).status == 404);
}

TEST_CASE("routes: a brand is deleted at the version that If-Match names, the default one never")
{
    Desk desk;
    auto const partner = "/api/v1/brands/" +
                         desk.id_of(desk.ask(
                             "POST", "/api/v1/brands",
                             R"({"name":"Lens","host":"lens.test","mail_from":"help@lens.test"})"));
    CHECK(desk.ask("DELETE", partner, "", {{"if-match", "\"7\""}}).status == 412);
    auto const gone = desk.ask("DELETE", partner, "", {{"if-match", "\"1\""}});
    CHECK(gone.status == 200);
    CHECK(support::json_of(gone).at("name") == "Lens");
    CHECK(desk.ask("GET", partner).status == 404);
    CHECK(desk.ask("DELETE", "/api/v1/brands/" + BrandId{1}.text()).status == 409);
}
