#include "wire/http/cross_site.hpp"
#include "wire/http/head.hpp"
#include "wire/http/inside.hpp"
#include "wire/http/peer.hpp"

#include "kernel/log.hpp"
#include "kernel/text.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace tellfirst::http {
namespace {

namespace beast = boost::beast::http;
using Parser = beast::request_parser<beast::string_body>;
using Buffer = boost::beast::flat_buffer;

constexpr std::size_t most_head_bytes = 16 * 1024;
constexpr std::size_t read_size = 4 * 1024;
constexpr std::size_t read_size_in_body = 32 * 1024;
constexpr std::size_t slowest_body_bytes_a_second = 64 * 1024;

// What the parser may leave unread until more comes: a chunk's size with its extensions, and the
// fields behind the last chunk. It has no limit of its own there.
constexpr std::size_t most_unparsed_bytes = 64 * 1024;

[[nodiscard]] std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

[[nodiscard]] Problem malformed(std::string detail)
{
    return {.kind = Refusal::malformed, .code = "http.malformed", .detail = std::move(detail)};
}

[[nodiscard]] Problem bad_framing()
{
    return malformed("The body is not framed as HTTP/1.1 frames it.");
}

[[nodiscard]] Problem body_too_large(std::size_t limit)
{
    return {
        .kind = Refusal::too_large,
        .code = "http.body_too_large",
        .detail = fmt::format("The body may have {} bytes here.", limit)};
}

[[nodiscard]] Problem problem_of_head(ErrorCode error)
{
    if (error == beast::error::header_limit)
        return {
            .kind = Refusal::malformed,
            .code = "http.head_too_large",
            .detail = fmt::format("The headers may have {} bytes.", most_head_bytes)};
    return malformed("This is not an HTTP/1.1 request.");
}

// Only "chunked" and nothing beside it: whoever stands in front of us may read any other coding, or
// a length as well, in another way, and what lies between the two readings is a smuggled request
// (RFC 9112 section 6.1).
[[nodiscard]] bool is_framed_plainly(Parser const& parser)
{
    auto const& head = parser.get();
    auto const codings = head.count(beast::field::transfer_encoding);
    if (codings == 0)
        return true;
    return codings == 1 && head.version() >= 11 && !parser.content_length() &&
           ascii_lower(trim(view(head[beast::field::transfer_encoding]))) == "chunked";
}

// How a step of reading ended: with nothing to say (go on), with something to refuse, or with
// nobody to say it to.
struct Step {
    bool gone = false;
    std::optional<Problem> problem = {};
};

asio::awaitable<Step> read_head(Server::Inside& in, Socket& socket, Buffer& buffer, Parser& parser)
{
    socket.is_idle = false;
    socket.give_until(in.options.limits.header);
    for (;;) {
        ErrorCode error;
        buffer.consume(parser.put(buffer.data(), error));
        if (parser.is_header_done() && !is_framed_plainly(parser))
            co_return Step{.problem = bad_framing()};
        if (parser.is_header_done())
            co_return Step{};
        if (error && error != beast::error::need_more)
            co_return Step{.problem = problem_of_head(error)};
        auto const [failed, count] = co_await socket.read_some(buffer.prepare(read_size));
        if (failed)
            co_return Step{.gone = true};
        buffer.commit(count);
    }
}

asio::awaitable<Step>
read_body(Server::Inside& in, Socket& socket, Buffer& buffer, Parser& parser, std::size_t limit)
{
    auto const length = parser.content_length().value_or(limit);
    if (parser.content_length() && length > limit)
        co_return Step{.problem = body_too_large(limit)};
    if (parser.is_done())
        co_return Step{};
    auto const extra = std::chrono::seconds{length / slowest_body_bytes_a_second};
    socket.give_until(in.options.limits.body + extra);
    if (ascii_lower(view(parser.get()[beast::field::expect])) == "100-continue") {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        if (co_await socket.write({asio::buffer(go_on)}))
            co_return Step{.gone = true};
        socket.give_until(in.options.limits.body + extra);
    }
    parser.body_limit(limit);
    parser.eager(true);
    while (!parser.is_done()) {
        if (buffer.size() == 0) {
            auto const [error, count] =
                co_await socket.read_some(buffer.prepare(read_size_in_body));
            if (error)
                co_return Step{.gone = true};
            buffer.commit(count);
        }
        ErrorCode error;
        buffer.consume(parser.put(buffer.data(), error));
        if (error == beast::error::need_more) {
            if (buffer.size() > most_unparsed_bytes)
                co_return Step{.problem = bad_framing()};
            auto const [failed, count] = co_await socket.read_some(buffer.prepare(read_size));
            if (failed)
                co_return Step{.gone = true};
            buffer.commit(count);
        } else if (error == beast::error::body_limit) {
            co_return Step{.problem = body_too_large(limit)};
        } else if (error) {
            co_return Step{.problem = bad_framing()};
        }
    }
    co_return Step{};
}

// A proxy adds its word behind those that are there: to the last such header, or as one more.
[[nodiscard]] std::string_view last_header(Request const& request, std::string_view name)
{
    std::string_view last;
    for (auto const& [key, value] : request.headers)
        if (key == name)
            last = value;
    return last;
}

// Everything but the body, which has not come yet. Nothing where the target is no path of ours.
[[nodiscard]] std::optional<Request>
request_of(Parser const& parser, Socket const& socket, Server::Options const& options)
{
    auto const& head = parser.get();
    auto const target = view(head.target());
    auto const mark = target.find('?');
    auto path = decode_path(target.substr(0, mark));
    if (!path || (head.version() >= 11 && head.count(beast::field::host) != 1))
        return std::nullopt;
    Request request{
        .method = std::string{view(head.method_string())},
        .path = *std::move(path),
        .query = mark == target.npos ? "" : std::string{target.substr(mark + 1)}};
    for (auto const& field : head)
        request.headers.emplace_back(ascii_lower(view(field.name_string())), view(field.value()));
    request.peer = client_address(
        socket.peer(), last_header(request, "x-forwarded-for"), options.trusted_proxies);
    return request;
}

// What is refused before anybody looks into a database.
[[nodiscard]] std::optional<Problem>
refuse(Server::Inside& in, Route const& route, Request const& request)
{
    if (is_cross_site(request, in.options.house.settings.public_url))
        return Problem{
            .kind = Refusal::forbidden,
            .code = "http.cross_site",
            .detail = "Another site made your browser send this."};
    bool const only_reads = route.method == "GET" && !route.counted;
    if (route.right != Right::anyone || only_reads)
        return std::nullopt;
    auto& limit = route.own_rate ? in.own_rates.try_emplace(&route, *route.own_rate).first->second
                                 : in.strangers;
    auto const wait = limit.take(rate_key(request.peer), Clock::machine_now());
    if (wait == Duration{0})
        return std::nullopt;
    return Problem{
        .kind = Refusal::too_many,
        .code = "http.too_many",
        .detail = "Too many requests from this address; wait a little.",
        .retry_after_s = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count())};
}

// Without a body, which nobody would read.
[[nodiscard]] bool is_get(Parser const& parser)
{
    auto const method = parser.get().method();
    return (method == beast::verb::get || method == beast::verb::head) && parser.is_done();
}

[[nodiscard]] std::string host_of(Parser const& parser)
{
    return host_name(view(parser.get()[beast::field::host]));
}

[[nodiscard]] std::shared_ptr<HotPage const>
find_hot(Server::Inside& in, Parser const& parser, std::string_view path)
{
    if (!in.options.hot || !is_get(parser))
        return nullptr;
    auto const host = host_of(parser);
    if (in.options.hides && in.options.hides(host, path))
        return nullptr;
    return in.options.hot(host, path);
}

[[nodiscard]] Result<Table::Match>
find_route(Server::Inside& in, Parser const& parser, Request const& request)
{
    if (in.options.hides && in.options.hides(host_of(parser), request.path))
        return no_such_path();
    return in.options.table.find(request.method, request.path);
}

[[nodiscard]] bool is_made(Server::Inside const& in, Parser const& parser, std::string_view path)
{
    auto const& made = in.options.made;
    return made.make && is_get(parser) && path.starts_with(made.prefix);
}

// For a person who has come to nothing; programs are told by a problem.
[[nodiscard]] std::shared_ptr<HotPage const>
find_lost(Server::Inside& in, Parser const& parser, Problem const& problem)
{
    bool const is_api = view(parser.get().target()).starts_with("/api/");
    if (problem.code != no_such_path().code || is_api)
        return nullptr;
    return find_hot(in, parser, lost_path);
}

// What is sent instead of a refusal, if there is something: a page that is made for this address,
// or the one for a person who has come to nothing. That a page cannot be made now is the better
// refusal.
asio::awaitable<std::shared_ptr<HotPage const>>
page_instead(Server::Inside& in, Parser const& parser, std::string path, Problem& refusal)
{
    if (refusal.code == no_such_path().code && is_made(in, parser, path)) {
        auto made = co_await make_page(in, host_of(parser), std::move(path));
        if (made && *made)
            co_return *std::move(made);
        if (!made)
            refusal = made.error();
    }
    co_return find_lost(in, parser, refusal);
}

[[nodiscard]] std::string const& tail_of(Server::Inside const& in, bool keep)
{
    return keep ? in.tail_to_keep : in.tail_to_close;
}

asio::awaitable<ErrorCode> send_hot(
    Server::Inside& in, Socket& socket, Parser const& parser, std::shared_ptr<HotPage const> page,
    bool keep)
{
    auto const& head = parser.get();
    auto const& form = choose_form(*page, view(head[beast::field::accept_encoding]));
    bool const known = is_known(*page, view(head[beast::field::if_none_match]));
    bool const with_body = !known && head.method() != beast::verb::head;
    // A copy: the next sweep may come before its end. One piece, because that is sent faster.
    std::string const answer = (known ? form.not_modified : form.head) + tail_of(in, keep);
    co_return co_await socket.write(
        {asio::buffer(answer), with_body ? asio::buffer(form.body) : asio::const_buffer{}});
}

void log_request(Route const& route, int status, Steady::time_point begun)
{
    auto const took = std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
    log::event(
        "http.request",
        {{"method", route.method}, {"route", route.path}, {"status", status}, {"ms", took}});
}

// Answers whether the connection goes on.
asio::awaitable<bool> send_reply(
    Server::Inside& in, Socket& socket, std::shared_ptr<Exchange> exchange, Reply reply,
    Framing framing)
{
    if (reply.more)
        co_return co_await send_in_pieces(in, socket, exchange, std::move(reply), framing);
    co_return !co_await send(in, socket, reply, framing.with_body, framing.keep) && framing.keep;
}

// A request for which the table must be asked. Answers whether the connection goes on.
asio::awaitable<bool>
answer_by_table(Server::Inside& in, Socket& socket, Buffer& buffer, Parser& parser)
{
    auto const begun = Steady::now();
    bool const is_head = parser.get().method() == beast::verb::head;
    auto request = request_of(parser, socket, in.options);
    if (!request) {
        socket.has_unread = true;
        co_await send(
            in, socket, problem(malformed("The address or the host is not readable.")), !is_head,
            false);
        co_return false;
    }
    auto match = find_route(in, parser, *request);
    auto const limit = match ? match->route->body_limit : default_body_limit;
    auto const step = co_await read_body(in, socket, buffer, parser, limit);
    if (step.gone)
        co_return false;
    if (step.problem) {
        socket.has_unread = true;
        co_await send(in, socket, problem(*step.problem), !is_head, false);
        co_return false;
    }
    bool const keep = parser.get().version() >= 11 && parser.keep_alive() && !in.stopping;
    if (!match) {
        auto refusal = match.error();
        socket.give_forever();
        if (auto page = co_await page_instead(in, parser, request->path, refusal))
            co_return !co_await send_hot(in, socket, parser, std::move(page), keep) && keep;
        auto reply = problem(refusal);
        if (reply.status == 405)
            reply.headers.emplace_back("allow", in.options.table.allowed(request->path));
        co_return !co_await send(in, socket, reply, !is_head, keep) && keep;
    }
    auto const exchange = std::make_shared<Exchange>();
    exchange->route = match->route;
    exchange->request = *std::move(request);
    exchange->request.names = std::move(match->names);
    exchange->request.body = std::move(parser.get().body());

    socket.give_forever();  // now it is us who are slow
    if (exchange->route->stream) {
        buffer = {};
        parser.get().clear();
        co_await stream_facts(in, socket, exchange);
        co_return false;
    }
    auto const refused = refuse(in, *exchange->route, exchange->request);
    auto reply = refused ? problem(*refused) : co_await dispatch(in, exchange);
    log_request(*exchange->route, reply.status, begun);
    if (exchange->result && exchange->result->has_error()) {
        auto refusal = exchange->result->error();
        if (auto page = co_await page_instead(in, parser, exchange->request.path, refusal))
            co_return !co_await send_hot(in, socket, parser, std::move(page), keep) && keep;
        if (refusal != exchange->result->error())
            reply = problem(refusal);
    }
    co_return co_await send_reply(
        in, socket, exchange, std::move(reply),
        {.with_body = !is_head, .keep = keep, .chunked = parser.get().version() >= 11});
}

// One request, of which the first bytes are there. Answers whether the connection goes on.
asio::awaitable<bool> serve_one(Server::Inside& in, Socket& socket, Buffer& buffer)
{
    Parser parser;
    parser.header_limit(most_head_bytes);
    parser.body_limit(boost::none);  // until the route is known
    auto const step = co_await read_head(in, socket, buffer, parser);
    if (step.gone)
        co_return false;
    if (step.problem) {
        socket.has_unread = true;
        co_await send(in, socket, problem(*step.problem), true, false);
        co_return false;
    }
    auto const target = view(parser.get().target());
    if (auto page = find_hot(in, parser, target.substr(0, target.find('?')))) {
        bool const keep = parser.get().version() >= 11 && parser.keep_alive() && !in.stopping;
        co_return !co_await send_hot(in, socket, parser, std::move(page), keep) && keep;
    }
    co_return co_await answer_by_table(in, socket, buffer, parser);
}

}  // namespace

asio::awaitable<ErrorCode>
send(Server::Inside& in, Socket& socket, Reply const& reply, bool with_body, bool keep)
{
    auto const head = head_of(reply) + tail_of(in, keep);
    co_return co_await socket.write(
        {asio::buffer(head), with_body ? asio::buffer(reply.body) : asio::const_buffer{}});
}

asio::awaitable<void> serve(Server::Inside& in, Tcp::socket plain)
{
    Socket socket{in, std::move(plain)};
    socket.give_until(in.options.limits.header);
    if (co_await socket.handshake())
        co_return;
    Buffer buffer;
    for (;;) {
        // Nothing more than this waits for a request: what one needs is made when it comes, in
        // memory that is warm from the last one's, whosever that was.
        if (buffer.size() == 0) {
            auto const [error, count] = co_await socket.read_some(buffer.prepare(read_size));
            if (error)
                break;
            buffer.commit(count);
        }
        if (!co_await serve_one(in, socket, buffer))
            break;
        socket.is_idle = buffer.size() == 0;
        if (in.stopping && socket.is_idle)
            break;
        socket.give_until(in.options.limits.idle);
    }
    co_await socket.finish();
}

}  // namespace tellfirst::http
