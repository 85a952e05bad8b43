#include "notify/news/news.hpp"
#include "notify/notify.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

Result<http::Reply> post_news(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewNews>();
    if (!wish)
        return wish.error();
    auto const said = publish_news(call, *wish);
    if (!said)
        return said.error();
    return http::created("/api/v1/news/" + said->id.text(), to_json(*said));
}

Result<http::Reply> get_all(http::Request const& request, Call& call)
{
    return http::list<NoticeId>(
        request, [&](auto after, int most) { return news(call, after, most); });
}

Result<News> asked_for(http::Request const& request, Call& call)
{
    auto const id = request.id<NoticeId>("news");
    if (!id)
        return id.error();
    auto const found = find_news(call, *id);
    if (!found)
        return not_found("news");
    return *found;
}

Result<http::Reply> get_one(http::Request const& request, Call& call)
{
    auto const found = asked_for(request, call);
    if (!found)
        return found.error();
    return http::ok(to_json(*found));
}

Result<http::Reply> get_proof(http::Request const& request, Call& call)
{
    auto const found = asked_for(request, call);
    if (!found)
        return found.error();
    return http::ok(to_json(proof_of(call.tx, found->id)));
}

Result<http::Reply> get_proof_lines(http::Request const& request, Call& call)
{
    auto const found = asked_for(request, call);
    if (!found)
        return found.error();
    return reply_proof_lines(request, call, found->id);
}

Result<http::Reply> get_proof_csv(http::Request const& request, Call& call)
{
    auto const found = asked_for(request, call);
    if (!found)
        return found.error();
    return reply_proof_file(found->id);
}

}  // namespace

void add_news_routes(http::Table& table)
{
    table.post("/api/v1/news", Right::publish_status, post_news)
        .says("Tells news to who reads in the name of a brand and wants to hear of it.")
        .takes<NewNews>()
        .gives<News>(201);
    table.get("/api/v1/news", Right::read_status, get_all)
        .says("News, newest first, and how far each is.")
        .asks({"after", "limit"})
        .gives<http::Page<News>>();
    table.get("/api/v1/news/{id}", Right::read_status, get_one)
        .says("One piece of news, and how far it is.")
        .gives<News>();
    table.get("/api/v1/news/{id}/proof", Right::read_proof, get_proof)
        .says("How many contacts were told news, will be, and were not.")
        .gives<Proof>();
    table.get("/api/v1/news/{id}/proof/deliveries", Right::read_proof, get_proof_lines)
        .says("Everybody whom news was for: told when and by what, or why not.")
        .asks(lines_asked())
        .gives<http::Page<ProofLine>>();
    table.get("/api/v1/news/{id}/proof.csv", Right::read_proof, get_proof_csv)
        .says("The proof of news as a table for spreadsheets.")
        .gives_text("text/csv");
}

}  // namespace tellfirst::notify
