#pragma once
// What was handed to the relay and what it said, on a file, before the database knows.
//
// Outcomes are committed in groups, up to 50 ms after the relay's answer. A process that is killed
// in between would send hundreds of accepted mails again; this file, replayed at the next start,
// leaves only those in doubt that were on the wire. It is written without fsync: it outlives the
// process, not a power cut (then the group's mails go out twice, with the same Message-ID).
#include "notify/fate.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace tellfirst::notify {

struct Settled {
    seal::Delivery delivery;
    Fate fate;
    bool operator==(Settled const&) const = default;
};

// How it stood before it was claimed.
[[nodiscard]] Settled untouched(Attempt const& attempt, Instant now);

class SendingLog {
  public:
    // Creates the file; what an earlier process wrote stays. Throws std::system_error.
    explicit SendingLog(std::string path);
    ~SendingLog();
    SendingLog(SendingLog const&) = delete;
    SendingLog& operator=(SendingLog const&) = delete;

    // The last that was written of each delivery: its fate, or nothing where it was handed to the
    // relay and no answer came. A line that was cut by the crash is left out.
    using Past = std::map<seal::Delivery, std::optional<Fate>>;
    [[nodiscard]] Past read() const;

    void add_handed(std::span<seal::Delivery const> deliveries);
    void add_settled(std::span<Settled const> settled);

    // Forgets everything but these; they are handed and their outcome is not committed yet.
    void restart(std::span<seal::Delivery const> handed, std::span<Settled const> settled);

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

  private:
    void write(std::string const& lines);

    std::string path_;
    int file_ = -1;
    std::size_t bytes_ = 0;
};

}  // namespace tellfirst::notify
