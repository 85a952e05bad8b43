#include "app/listen_on.hpp"

#include "app/address.hpp"

namespace tellfirst::app {

http::Listen listen_on(std::string const& address, Chosen const& chosen)
{
    auto const [host, port] = parse_host_port(address).value();
    http::Listen listen{.host = host == "localhost" ? "127.0.0.1" : host, .port = port};
    if (!chosen.tls_certificate.empty())
        listen.tls = http::TlsFiles{.certificate = chosen.tls_certificate, .key = chosen.tls_key};
    return listen;
}

std::string address_of(Chosen const& chosen, std::uint16_t port)
{
    auto const host = parse_host_port(chosen.http).value().host;
    return fmt::format(
        "{}://{}:{}", chosen.tls_certificate.empty() ? "http" : "https",
        host.contains(':') ? "[" + host + "]" : host, port);
}

Problem cannot_start(std::exception const& error)
{
    return {
        .kind = Refusal::unavailable,
        .code = "listen.failed",
        .detail = fmt::format("Tellfirst cannot start: {}.", error.what())};
}

}  // namespace tellfirst::app
