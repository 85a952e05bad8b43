// Before the first message: greeting, TLS, password.
#include "kernel/digest.hpp"
#include "wire/smtp/client_machine.hpp"

#include <fmt/format.h>

namespace tellfirst::smtp {

void ClientMachine::tls_started()
{
    // What was offered in the clear may have been forged: ask again (RFC 3207 section 4.2).
    phase_ = Phase::opening;
    settings_.encrypted = true;
    greet(Step::ehlo);
}

void ClientMachine::take_session_reply(Step step, Reply const& reply)
{
    if (step == Step::ehlo && reply.code >= 500 && settings_.starttls != StartTls::required)
        return greet(Step::helo);
    if (step == Step::starttls && !reply.is_positive() &&
        settings_.starttls == StartTls::if_offered)
        return sign_in();
    // A token that it does not like is answered by 334 and a reason; the refusal proper comes after
    // an empty line.
    if (step == Step::auth_token && reply.code == 334)
        return say(Step::auth, "");
    auto const asked_for_more = step == Step::auth_user || step == Step::auth_password;
    if (asked_for_more ? reply.code != 334 : !reply.is_positive())
        return end({reply.code, reply.printable()});

    if (step == Step::greeting)
        return greet(Step::ehlo);
    if (step == Step::ehlo || step == Step::helo)
        return greeted(reply);
    if (step == Step::starttls) {
        // Bytes behind the 220 came in the clear and must not be read as if encrypted.
        if (!replies_.is_empty())
            return end({.text = "the relay sent data before TLS began"});
        phase_ = Phase::tls;
        return;
    }
    if (step == Step::auth_user)
        return say(Step::auth_password, to_base64(settings_.credentials->user));
    if (step == Step::auth_password)
        return say(Step::auth, to_base64(settings_.credentials->password));
    if (step == Step::auth || step == Step::auth_token)
        phase_ = Phase::ready;
}

void ClientMachine::greet(Step step)
{
    say(step, fmt::format("{} {}", step == Step::ehlo ? "EHLO" : "HELO", settings_.our_name));
}

void ClientMachine::greeted(Reply const& reply)
{
    offered_ = read_capabilities(reply.text);
    if (settings_.encrypted || settings_.starttls == StartTls::never)
        return sign_in();
    if (offered_.starttls)
        return say(Step::starttls, "STARTTLS");
    if (settings_.starttls == StartTls::required)
        return end({.text = "the relay offers no TLS"});
    sign_in();
}

void ClientMachine::sign_in()
{
    auto const& known = settings_.credentials;
    if (!known)
        phase_ = Phase::ready;
    else if (!settings_.encrypted && !settings_.trusted_wire)
        end({.text = "the password is not sent without TLS"});
    else if (!known->token_file.empty())
        sign_in_by_token(known->user);
    else if (offered_.auth_plain) {
        using namespace std::string_literals;
        say(Step::auth, "AUTH PLAIN " + to_base64("\0"s + known->user + "\0"s + known->password));
    } else if (offered_.auth_login)
        say(Step::auth_user, "AUTH LOGIN");
    else
        end({.text = "the relay offers no way to sign in that we know"});
}

void ClientMachine::sign_in_by_token(std::string const& user)
{
    if (!offered_.auth_xoauth2)
        return end({.text = "the relay offers no XOAUTH2, by which we sign in with a token"});
    if (settings_.access_token.empty())
        return end({.text = "there is no access token in the token_file of the relay"});
    say(Step::auth_token,
        "AUTH XOAUTH2 " +
            to_base64(fmt::format("user={}\1auth=Bearer {}\1\1", user, settings_.access_token)));
}

}  // namespace tellfirst::smtp
