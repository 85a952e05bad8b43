#include "team/routes.hpp"
#include "team/tokens.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::team {
namespace {

// A new token is the only one that ever comes with its secret.
struct NewTokenShown : Token {
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(NewTokenShown, (Token), (secret))

Result<http::Reply> get_tokens(http::Request const& request, Call& call)
{
    return http::list<TokenId>(
        request, [&](auto after, int most) { return list_tokens(call, after, most); });
}

Result<http::Reply> post_token(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewToken>();
    if (!wish)
        return wish.error();
    auto const made = create_token(call, *wish);
    if (!made)
        return made.error();
    return http::created(
        "/api/v1/tokens/" + made->token.id.text(),
        to_json(NewTokenShown{{made->token}, made->secret}));
}

Result<http::Reply> delete_token(http::Request const& request, Call& call)
{
    auto const id = request.id<TokenId>("token");
    if (!id)
        return id.error();
    auto const token = revoke_token(call, *id);
    if (!token)
        return token.error();
    return http::ok(to_json(*token));
}

}  // namespace

void add_token_routes(http::Table& table)
{
    table.get("/api/v1/tokens", Right::signed_in, get_tokens)
        .says("Your API tokens; all of them for whoever manages tokens")
        .asks({"after", "limit"})
        .gives<http::Page<Token>>();
    table.post("/api/v1/tokens", Right::signed_in, post_token)
        .says("Make an API token; its secret is shown this once")
        .takes<NewToken>()
        .gives<NewTokenShown>(201)
        .holds_secret();
    table.remove("/api/v1/tokens/{id}", Right::signed_in, delete_token)
        .says("Revoke an API token")
        .gives<Token>();
}

}  // namespace tellfirst::team
