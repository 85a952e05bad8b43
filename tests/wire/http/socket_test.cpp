// Slow peers, and TLS.
#include "wire/http/server.hpp"

#include "support/temp_dir.hpp"
#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

// For tests of what happens when a peer is slow.
[[nodiscard]] Limits short_limits()
{
    return {.header = 150ms, .body = 150ms, .idle = 150ms, .write = 150ms, .sweep = 20ms};
}

// A key and a certificate for it that it signed itself, valid for an hour.
[[nodiscard]] TlsFiles make_certificate(support::TempDir const& folder)
{
    TlsFiles const files{.certificate = folder / "cert.pem", .key = folder / "key.pem"};
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    X509* const certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* const name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    BIO* const certificate_file = BIO_new_file(files.certificate.c_str(), "w");
    BIO* const key_file = BIO_new_file(files.key.c_str(), "w");
    PEM_write_bio_X509(certificate_file, certificate);
    PEM_write_bio_PrivateKey(key_file, key, nullptr, nullptr, 0, nullptr, nullptr);
    BIO_free(certificate_file);
    BIO_free(key_file);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return files;
}

// Asks over TLS up to that version; answers all that came back, or nothing without a handshake.
[[nodiscard]] std::string ask_over_tls(std::uint16_t port, int highest_version)
{
    RawClient const client{port};
    SSL_CTX* const context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_max_proto_version(context, highest_version);
    SSL* const tls = SSL_new(context);
    SSL_set_fd(tls, client.handle());
    std::string answer;
    if (SSL_connect(tls) == 1) {
        std::string_view const request =
            "GET /open/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        SSL_write(tls, request.data(), static_cast<int>(request.size()));
        std::array<char, 4096> bytes{};
        for (int count = 0; (count = SSL_read(tls, bytes.data(), bytes.size())) > 0;)
            answer.append(bytes.data(), static_cast<std::size_t>(count));
        SSL_shutdown(tls);
    }
    SSL_free(tls);
    SSL_CTX_free(context);
    return answer;
}

}  // namespace

TEST_CASE("Server: who sends his headers or his body too slowly is dropped")
{
    TestServer test{short_limits()};
    for (std::string_view const begun :
         {"GET /open/1 HTTP/1.1\r\nHo", "",
          "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"}) {
        RawClient client{test.server.port()};
        client.send(begun);
        CHECK_MESSAGE(client.is_closed(), begun);
    }
}

TEST_CASE("Server: a connection that asks nothing more is closed")
{
    TestServer test{short_limits()};
    RawClient client{test.server.port()};
    CHECK(client.ask("GET", "/open/1").status == 200);
    CHECK(client.is_closed());
}

TEST_CASE("Server: speaks TLS 1.2 and later where it has a certificate, and nothing older")
{
    support::TempDir const folder;
    TestServer test{{}, {}, make_certificate(folder)};
    CHECK(ask_over_tls(test.server.port(), TLS1_3_VERSION).starts_with("HTTP/1.1 200"));
    CHECK(ask_over_tls(test.server.port(), TLS1_2_VERSION).starts_with("HTTP/1.1 200"));
    CHECK(ask_over_tls(test.server.port(), TLS1_1_VERSION).empty());
}

TEST_CASE("Server: does not start without its certificate")
{
    CHECK_THROWS(TestServer{{}, {}, TlsFiles{"/nonexistent/cert.pem", "/nonexistent/key.pem"}});
}

TEST_CASE("Server: who does not take his reply is dropped")
{
    // More than any socket's buffer holds.
    auto const page = make_hot_page({.body = std::string(20'000'000, 'a'), .type = "text/plain"});
    auto limits = short_limits();
    limits.slowest_bytes_a_second = 1'000'000'000;
    TestServer test{limits, [page](std::string_view, std::string_view) { return page; }};
    RawClient client{test.server.port()};
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.read_until("HTTP/1.1 200") == "HTTP/1.1 200");
    auto const begun = std::chrono::steady_clock::now();
    test.server.stop(10s);  // waits for whoever is still being served
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}
