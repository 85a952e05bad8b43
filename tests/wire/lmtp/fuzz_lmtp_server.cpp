// A peer that says anything at any time. No message ever holds a bare CR or LF, none is handed
// over without a sender and recipients of ours, and it does not matter how the bytes were cut.
#include "wire/lmtp/server_machine.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace tellfirst::lmtp;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool is_help(std::string_view recipient)
{
    return recipient.ends_with("@h");
}

void look_at(Envelope const& mail)
{
    require(!mail.recipients.empty() && mail.recipients.size() <= ServerMachine::most_recipients);
    for (auto const& recipient : mail.recipients)
        require(is_help(recipient));
    require(mail.data.empty() || mail.data.ends_with("\r\n"));
    for (std::size_t i = 0; i < mail.data.size(); ++i) {
        require(mail.data[i] != '\n' || (i > 0 && mail.data[i - 1] == '\r'));
        require(mail.data[i] != '\r' || mail.data[i + 1] == '\n');
    }
    for (char const c : mail.from)
        require(c != '\r' && c != '\n');
}

// All that came of it, as one string.
std::string converse(std::string_view input, std::size_t piece)
{
    ServerMachine machine{"mx", is_help};
    std::string all;
    while (!input.empty()) {
        machine.received(input.substr(0, piece));
        input.remove_prefix(std::min(piece, input.size()));
        all += machine.take_output();
        while (auto const mail = machine.take_message()) {
            require(machine.waits_for_answer());
            look_at(*mail);
            all += mail->from + "|" + mail->data;
            machine.answer(Verdict{static_cast<int>(mail->data.size() % 3)});
            all += machine.take_output();
        }
        require(!machine.waits_for_answer());
    }
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size < 2)
        return 0;
    std::string_view const input{reinterpret_cast<char const*>(data) + 2, size - 2};
    std::size_t const piece = 1 + data[0];
    // Without luck a fuzzer never finds the way to DATA: half of the runs begin there.
    auto const said =
        (data[1] % 2 == 0 ? "LHLO c\r\nMAIL FROM:<a@b>\r\nRCPT TO:<x@h>\r\nDATA\r\n" : "") +
        std::string{input};
    require(converse(said, piece) == converse(said, said.size() + 1));
    return 0;
}
