#pragma once
// What a room needs to offer routes: Request, Reply, Table. No socket is seen here.
#include "db/call.hpp"
#include "db/house.hpp"
#include "kernel/schema.hpp"
#include "wire/http/list.hpp"
#include "wire/http/message.hpp"
#include "wire/http/rate_limit.hpp"

#include <functional>

namespace tellfirst::http {

// Runs inside one transaction that is committed only if it answers a Reply: a request that is
// refused has written nothing. GET runs on a read snapshot (but see writes_by_get), everything else
// may write.
using Handler = std::function<Result<Reply>(Request const&, Call&)>;

// Runs on a bounded pool of worker threads outside any transaction: for what takes long (hashing
// a password). Uses house.read and house.write itself.
using WorkHandler = std::function<Result<Reply>(Request const&, House&)>;

inline constexpr std::size_t default_body_limit = 256 * 1024;

// One row of the table: who may do what where, and what the API document says of it.
struct Route {
    std::string_view method;
    std::string_view path;  // "/api/v1/tickets/{id}"
    Right right;
    Handler handler = nullptr;
    WorkHandler work = nullptr;
    std::string_view summary = {};
    Json (*request_schema)() = nullptr;
    Json (*reply_schema)() = nullptr;
    std::string_view reply_type = {};  // of an answer that is no JSON
    int success = 200;
    std::size_t body_limit = default_body_limit;
    std::vector<std::string_view> query = {};  // names of its query parameters
    bool stream = false;                       // an event stream of facts; it has no handler
    bool secret = false;                       // see holds_secret
    bool counted = false;                      // see counts_strangers
    bool writes = false;                       // a GET that does, see writes_by_get
    std::optional<Rate> own_rate = {};         // see takes_gusts

    Route& says(std::string_view text) { return summary = text, *this; }
    template <class T>
    Route& takes()
    {
        request_schema = [] { return schema_of<T>(SchemaUse::input); };
        return *this;
    }
    template <class T>
    Route& gives(int status = 200)
    {
        reply_schema = [] { return schema_of<T>(SchemaUse::output); };
        success = status;
        return *this;
    }
    Route& gives_text(std::string_view type) { return reply_type = type, *this; }
    Route& asks(std::vector<std::string_view> names) { return query = std::move(names), *this; }
    Route& at_most(std::size_t bytes) { return body_limit = bytes, *this; }

    // The answer shows something once (a new token), so it is not kept for Idempotency-Key.
    Route& holds_secret() { return secret = true, *this; }

    // A GET that anybody may send and that writes, or reckons for long: strangers are limited as
    // with all that writes.
    Route& counts_strangers() { return counted = true, *this; }

    // A GET whose handler may write as a POST's may, for peers who know no other way to say it.
    Route& writes_by_get() { return writes = true, *this; }

    // What one of our own peers says more often than strangers may, since he speaks of all that we
    // gave him: so often from one address, in a bucket of its own, by GET too.
    Route& takes_gusts(Rate rate)
    {
        counted = true;
        own_rate = rate;
        return *this;
    }
};

// Error http.no_such_path: what a page that its reader may not see answers, too.
[[nodiscard]] Problem no_such_path();

class Table {
  public:
    Route& get(std::string_view path, Right right, Handler handler);
    Route& post(std::string_view path, Right right, Handler handler);
    Route& put(std::string_view path, Right right, Handler handler);
    Route& patch(std::string_view path, Right right, Handler handler);
    Route& remove(std::string_view path, Right right, Handler handler);
    Route& work(std::string_view method, std::string_view path, Right right, WorkHandler handler);

    // A stream of facts (text/event-stream) that resumes by Last-Event-ID.
    Route& stream(std::string_view path, Right right);

    // The row for a method and path, and the values of its {names}; HEAD finds the row of GET
    // unless that is a stream.
    // A path in which a row has a word wins over one in which it has a {name}.
    // Error http.no_such_path (404) or http.no_such_method (405).
    struct Match {
        Route const* route;
        std::map<std::string, std::string, std::less<>> names;
    };
    [[nodiscard]] Result<Match> find(std::string_view method, std::string_view path) const;

    // The methods of a path, as the Allow header names them: "GET, HEAD, POST".
    [[nodiscard]] std::string allowed(std::string_view path) const;

    [[nodiscard]] std::vector<std::unique_ptr<Route>> const& routes() const { return routes_; }

  private:
    // Throws std::logic_error where the table has this method and path already.
    Route& add(Route route);
    std::vector<std::unique_ptr<Route>> routes_;
};

}  // namespace tellfirst::http
