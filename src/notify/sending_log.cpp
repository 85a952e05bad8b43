#include "notify/sending_log.hpp"

#include "kernel/log.hpp"
#include "kernel/text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>

namespace tellfirst::notify {
namespace {

// h NOTICE RECIPIENT
std::string handed_line(seal::Delivery const& delivery)
{
    return fmt::format("h {} {}\n", delivery.notice.value(), delivery.recipient);
}

// s NOTICE RECIPIENT STATE CODE DUE ATTEMPTS AT REASON; DUE is 0 for none.
std::string settled_line(Settled const& settled)
{
    auto const& fate = settled.fate;
    auto reason = fate.reason;
    std::ranges::replace(reason, '\n', ' ');
    return fmt::format(
        "s {} {} {} {} {} {} {} {}\n", settled.delivery.notice.value(), settled.delivery.recipient,
        name_of(fate.state), fate.code, fate.due_at ? to_micros(*fate.due_at) : 0, fate.attempts,
        to_micros(fate.at), reason);
}

// Words of one line, from the left; the rest of the line is the last of them.
class Words {
  public:
    explicit Words(std::string_view line) : rest_{line} {}

    [[nodiscard]] std::string_view next()
    {
        auto const end = std::min(rest_.find(' '), rest_.size());
        auto const word = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return word;
    }

    [[nodiscard]] std::int64_t number()
    {
        auto const word = next();
        std::int64_t value = 0;
        auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc{} || end != word.data() + word.size() || word.empty())
            good_ = false;
        return value;
    }

    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] bool good() const { return good_; }

  private:
    std::string_view rest_;
    bool good_ = true;
};

void read_line(std::string_view line, SendingLog::Past& past)
{
    Words words{line};
    auto const kind = words.next();
    seal::Delivery delivery;
    delivery.notice = NoticeId{words.number()};
    delivery.recipient = words.number();
    if (kind == "h" && words.good()) {
        past[delivery] = std::nullopt;
        return;
    }
    auto const state = parse_enum<State>(words.next());
    Fate fate{.code = words.number()};
    if (auto const due = words.number(); due != 0)
        fate.due_at = from_micros(due);
    fate.attempts = words.number();
    fate.at = from_micros(words.number());
    fate.reason = words.rest();
    if (kind != "s" || !words.good() || !state)
        return;
    fate.state = *state;
    past[delivery] = std::move(fate);
}

int open_file(std::string const& path)
{
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::system_error{errno, std::generic_category(), "open the sending log"};
    return file;
}

template <class Item, class Line>
std::string lines_of(std::span<Item const> items, Line const& line)
{
    std::string lines;
    for (auto const& item : items)
        lines += line(item);
    return lines;
}

}  // namespace

Settled untouched(Attempt const& attempt, Instant now)
{
    return {attempt.delivery, Fate{.due_at = now, .attempts = attempt.attempts, .at = now}};
}

SendingLog::SendingLog(std::string path) : path_{std::move(path)}, file_{open_file(path_)} {}

SendingLog::~SendingLog()
{
    ::close(file_);
}

SendingLog::Past SendingLog::read() const
{
    std::ostringstream text;
    text << std::ifstream{path_, std::ios::binary}.rdbuf();
    auto const all = text.str();
    Past past;
    std::string_view left = all;
    for (auto end = left.find('\n'); end != std::string_view::npos; end = left.find('\n')) {
        read_line(left.substr(0, end), past);
        left.remove_prefix(end + 1);
    }
    return past;
}

void SendingLog::add_handed(std::span<seal::Delivery const> deliveries)
{
    write(lines_of(deliveries, handed_line));
}

void SendingLog::add_settled(std::span<Settled const> settled)
{
    write(lines_of(settled, settled_line));
}

void SendingLog::restart(std::span<seal::Delivery const> handed, std::span<Settled const> settled)
{
    // A new file beside the old one: a crash leaves one or the other, whole.
    auto const fresh = path_ + ".new";
    ::unlink(fresh.c_str());
    ::close(std::exchange(file_, open_file(fresh)));
    bytes_ = 0;
    write(lines_of(handed, handed_line) + lines_of(settled, settled_line));
    if (::rename(fresh.c_str(), path_.c_str()) != 0)
        throw std::system_error{errno, std::generic_category(), "rename the sending log"};
}

// A disk that is full costs copies after a crash, not the mails: they go out all the same.
void SendingLog::write(std::string const& lines)
{
    bytes_ += lines.size();
    std::string_view left = lines;
    while (!left.empty()) {
        auto const written = ::write(file_, left.data(), left.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            log::warning("notify.sending_log_failed", {{"errno", errno}});
            return;
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace tellfirst::notify
