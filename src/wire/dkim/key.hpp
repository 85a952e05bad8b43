#pragma once
#include "kernel/problem.hpp"

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

namespace tellfirst::dkim {

// A private key that signs. Any number of threads may use it at once.
class Key {
  public:
    // PEM without a password: RSA of 2048 to 4096 bits (RFC 8301), or Ed25519 (RFC 8463). Error
    // dkim.bad_key, whose detail goes on after the name of the file.
    [[nodiscard]] static Result<Key> parse(std::string_view pem);

    [[nodiscard]] std::string_view algorithm() const;             // as a= names it
    [[nodiscard]] std::string sign(std::string_view data) const;  // raw

  private:
    explicit Key(std::shared_ptr<evp_pkey_st> key) : key_{std::move(key)} {}

    std::shared_ptr<evp_pkey_st> key_;  // shared by copies, as OpenSSL itself would count them
};

}  // namespace tellfirst::dkim
