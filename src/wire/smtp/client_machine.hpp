#pragma once
#include "wire/smtp/capabilities.hpp"
#include "wire/smtp/message.hpp"
#include "wire/smtp/reply.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tellfirst::smtp {

enum class StartTls { never, if_offered, required };

// By a password, or (XOAUTH2) by an access token that somebody else keeps fresh in a file: it is
// read for each connection.
struct Credentials {
    std::string user;
    std::string password;
    std::string token_file = {};

    bool operator==(Credentials const&) const = default;
};

struct ClientSettings {
    std::string our_name = "localhost";  // what we say in EHLO
    StartTls starttls = StartTls::if_offered;
    bool encrypted = false;     // the conversation begins inside TLS
    bool trusted_wire = false;  // loopback: credentials may go unencrypted
    std::optional<Credentials> credentials = {};
    std::string access_token = {};    // what stands in their token_file, where they have one
    std::size_t most_messages = 100;  // a connection; relays cut longer ones off
    // So many may be wholly sent and unanswered where the relay takes them by BDAT. A connection
    // that dies then leaves as many of which nobody knows whether they were taken.
    std::size_t window = 8;
};

// The client's side of one SMTP connection (RFC 5321), without the connection: bytes in, bytes
// and outcomes out. The owner asks `wants` what to do next and does that.
//
// Where the relay offers PIPELINING, one write holds the end of one message and the envelope of
// the next: [body k .][MAIL k+1][RCPT k+1][DATA]. So a message costs one round trip, and at most
// one message a connection is wholly sent but unanswered, whenever the connection may die. Where
// it offers CHUNKING, too, a message waits for nothing: [MAIL][RCPT][BDAT n LAST][body], as many
// as the window holds.
class ClientMachine {
  public:
    enum class Wants {
        write,     // send `output`, then call `wrote`
        read,      // then call `received`
        tls,       // do the handshake, then call `tls_started`
        messages,  // nothing to do: `offer` one, or `leave`
        close,     // it is over
    };

    // To be sent in this order. Views: valid until the next call that changes the machine.
    struct Output {
        std::string_view head;
        std::string_view body;
        std::string_view tail;

        [[nodiscard]] std::size_t size() const { return head.size() + body.size() + tail.size(); }
    };

    // Why the connection ended before we wanted it to; code 0 where the relay did not say.
    struct Trouble {
        int code = 0;
        std::string text;
        // The message whose recipient a 421 stood against, if it did.
        std::optional<std::uint64_t> about = {};
        bool in_session = false;  // it came after the greetings: the relay was there for mail
    };

    explicit ClientMachine(ClientSettings settings) : settings_{std::move(settings)} {}

    [[nodiscard]] Wants wants() const;
    [[nodiscard]] Output output() const;

    [[nodiscard]] bool is_greeted() const { return phase_ != Phase::opening; }

    // Has it room for one more? It holds one in reserve, whose envelope travels with the body
    // before it.
    [[nodiscard]] bool takes_messages() const;
    void offer(Outgoing message);
    void leave();                             // after what was offered, QUIT
    [[nodiscard]] bool says_goodbye() const;  // nothing is left but the answer to QUIT

    void wrote(std::size_t bytes);  // so many bytes of `output` have left
    void received(std::string_view bytes);
    void tls_started();
    void closed(std::string_view why);  // by the relay, the network, or a deadline

    [[nodiscard]] std::vector<Outcome> take_outcomes() { return std::exchange(outcomes_, {}); }

    // Once it is over: messages that the relay has certainly not taken; send them elsewhere.
    [[nodiscard]] std::vector<Outgoing> take_returned() { return std::exchange(returned_, {}); }
    [[nodiscard]] std::optional<Trouble> const& trouble() const { return trouble_; }

  private:
    enum class Phase { opening, tls, ready, over };
    enum class Step {
        greeting,
        ehlo,
        helo,
        starttls,
        auth,
        auth_token,
        auth_user,
        auth_password,
        reset,
        mail,
        rcpt,
        data,
        end_of_data,
        chunk,
        quit,
    };
    struct Slot {
        Outgoing message;
        bool is_ascii = false;       // its data: looked through once, for it may be long
        Step next = Step::mail;      // the command of its envelope that is still to be said
        bool settled = false;        // its outcome is known; only the conversation must be finished
        std::string unstuffed = {};  // its data for BDAT, where that differs

        [[nodiscard]] std::string_view chunk() const
        {
            return unstuffed.empty() ? message.data : unstuffed;
        }
    };

    void take(Reply const& reply);
    void take_session_reply(Step step, Reply const& reply);
    void take_envelope_reply(Step step, Reply const& reply);
    void take_end_of_data(Reply const& reply);
    void take_chunk_reply(Step step, Reply const& reply);
    void take_closing(Reply const& reply);
    void greet(Step step);
    void greeted(Reply const& reply);
    void sign_in();
    void sign_in_by_token(std::string const& user);
    void go_on();
    void go_on_in_chunks();
    void finish_body();
    bool begin_envelope();
    void say_envelope();
    void say(Step step, std::string_view command);
    [[nodiscard]] static bool needs_utf8(Slot const& slot);
    [[nodiscard]] std::string mail_command(Slot const& slot) const;
    [[nodiscard]] std::optional<Reply> refuse_unsent(Slot const& slot) const;
    [[nodiscard]] bool in_chunks() const { return offered_.chunking && offered_.pipelining; }
    [[nodiscard]] std::string_view body() const;
    void settle(Slot& slot, Reply const& reply);
    void end(Trouble trouble);

    ClientSettings settings_;
    Capabilities offered_;
    Phase phase_ = Phase::opening;
    bool leaving_ = false;
    bool needs_reset_ = false;  // the relay may still hold an envelope that we gave up
    bool body_due_ = false;     // `sending_` got its 354
    std::size_t begun_ = 0;

    ReplyReader replies_;
    std::deque<Step> expected_{Step::greeting};  // replies that must come, oldest first
    std::deque<Outgoing> waiting_;
    std::optional<Slot> opening_;  // its envelope is under way
    std::optional<Slot> sending_;  // its body is next, or under way
    std::deque<Slot> in_flight_;   // by BDAT, oldest first; the last may be under way

    bool body_in_output_ = false;  // of `sending_`, or of the last in flight
    std::string commands_;
    std::size_t written_ = 0;      // bytes of the output that have left
    std::size_t end_of_body_ = 0;  // where in the output the final dot's CRLF ends

    std::vector<Outcome> outcomes_;
    std::vector<Outgoing> returned_;
    std::optional<Trouble> trouble_;
};

}  // namespace tellfirst::smtp
