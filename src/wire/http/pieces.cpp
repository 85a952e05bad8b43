#include "wire/http/head.hpp"
#include "wire/http/inside.hpp"

#include "db/db.hpp"
#include "kernel/log.hpp"

namespace tellfirst::http {
namespace {

// RFC 9112 section 7.1. Nothing to say is no chunk: an empty one would be the end.
[[nodiscard]] std::string framed(std::string_view piece, bool chunked)
{
    if (!chunked || piece.empty())
        return std::string{piece};
    return fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
}

// Nothing where it could not be made.
asio::awaitable<std::optional<std::string>>
next_piece(Server::Inside& in, std::shared_ptr<Exchange> exchange, std::shared_ptr<Reply> reply)
{
    auto const piece = std::make_shared<std::string>();
    auto const& house = in.options.house;
    auto const outcome = co_await transact(in, false, [exchange, reply, piece, &house](db::Tx& tx) {
        Call call{tx, exchange->request.actor, house.clock.now(), house.settings, house.ids};
        *piece = reply->more(call);
        return true;
    });
    if (outcome.ending == db::Ending::committed)
        co_return std::move(*piece);
    log::warning("http.broken_off", {{"route", exchange->route->path}});
    co_return std::nullopt;
}

}  // namespace

asio::awaitable<bool> send_in_pieces(
    Server::Inside& in, Socket& socket, std::shared_ptr<Exchange> exchange, Reply reply,
    Framing framing)
{
    auto const whole = std::make_shared<Reply>(std::move(reply));
    if (framing.chunked)
        whole->headers.emplace_back("transfer-encoding", "chunked");
    auto bytes = head_of(*whole) + (framing.keep ? in.tail_to_keep : in.tail_to_close);
    if (!framing.with_body)
        co_return !co_await socket.write({asio::buffer(bytes)}) && framing.keep;
    bytes += framed(whole->body, framing.chunked);
    for (;;) {
        if (co_await socket.write({asio::buffer(bytes)}))
            co_return false;
        socket.give_forever();  // now it is us who are slow
        auto const piece = co_await next_piece(in, exchange, whole);
        if (!piece) {
            socket.break_off();
            co_return false;
        }
        if (piece->empty())
            break;
        bytes = framed(*piece, framing.chunked);
    }
    constexpr std::string_view last_chunk = "0\r\n\r\n";
    if (framing.chunked && co_await socket.write({asio::buffer(last_chunk)}))
        co_return false;
    co_return framing.keep;
}

}  // namespace tellfirst::http
