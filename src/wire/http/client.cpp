#include "wire/http/client.hpp"

#include "kernel/text.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace tellfirst::http {
namespace {

using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

// What one call shares with libcurl's call-backs.
struct Talk {
    std::vector<Address> checked;
    std::size_t most_bytes = most_answer_bytes;
    std::stop_token stop;
    Answered answered;
    std::size_t head_bytes = 0;
    bool too_large = false;
    bool strayed = false;  // libcurl wanted to go elsewhere
};

// The only place where a socket is made: for an address that was checked, or not at all.
curl_socket_t open_checked_socket(void* shared, curlsocktype, curl_sockaddr* wanted)
{
    auto& talk = *static_cast<Talk*>(shared);
    auto const address = address_of(wanted->addr);
    if (!address || std::ranges::find(talk.checked, *address) == talk.checked.end()) {
        talk.strayed = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(wanted->family, wanted->socktype | SOCK_CLOEXEC, wanted->protocol);
}

std::size_t take_body(char* data, std::size_t, std::size_t size, void* shared)
{
    auto& talk = *static_cast<Talk*>(shared);
    talk.too_large = talk.answered.body.size() + size > talk.most_bytes;
    if (talk.too_large)
        return CURL_WRITEFUNC_ERROR;
    talk.answered.body.append(data, size);
    return size;
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* shared)
{
    auto& talk = *static_cast<Talk*>(shared);
    std::string_view const line{data, size};
    talk.head_bytes += size;
    talk.too_large = talk.head_bytes > most_answer_bytes;
    if (talk.too_large)
        return CURL_WRITEFUNC_ERROR;
    if (auto const colon = line.find(':'); colon != line.npos)
        talk.answered.headers.emplace_back(
            ascii_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
    return size;
}

// Asked about once a second, also while nothing comes. Anything but zero ends the call.
int is_to_stop(void* shared, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Talk*>(shared)->stop.stop_requested() ? 1 : 0;
}

[[nodiscard]] bool is_token(std::string_view text)
{
    auto const allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    };
    return !text.empty() && std::ranges::all_of(text, allowed);
}

[[nodiscard]] bool is_one_line(std::string_view text)
{
    return std::ranges::none_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; });
}

[[nodiscard]] Result<List> header_list(Asking const& asking)
{
    List list{nullptr, &curl_slist_free_all};
    auto const add = [&](std::string const& line) {
        list.reset(curl_slist_append(list.release(), line.c_str()));
    };
    for (auto const& [name, value] : asking.headers) {
        if (!is_token(name) || !is_one_line(value))
            return invalid("outgoing.bad_header", name, "A header is a name and one line.");
        // libcurl takes "name:" as "leave it out", and "name;" as "send it empty".
        add(value.empty() ? name + ";" : name + ": " + value);
    }
    add("Expect:");
    return list;
}

// "host:port:address,address": libcurl then resolves nothing.
[[nodiscard]] std::string pinned(Target const& target, std::vector<Address> const& addresses)
{
    std::string list;
    for (auto const& address : addresses) {
        list += list.empty() ? "" : ",";
        list += address.is_v6 ? "[" + to_text(address) + "]" : to_text(address);
    }
    return fmt::format("{}:{}:{}", target.host, target.port, list);
}

void set_limits(CURL* easy, Talk& talk, std::chrono::milliseconds deadline)
{
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(deadline.count()));
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &open_checked_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &talk);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &talk);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &talk);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &is_to_stop);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &talk);
}

void set_request(CURL* easy, Asking const& asking)
{
    if (asking.method == "HEAD")
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    if (asking.body.empty() && asking.method != "POST" && asking.method != "PUT") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, asking.method.c_str());
        return;
    }
    curl_easy_setopt(
        easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(asking.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, asking.body.data());
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, asking.method.c_str());
}

// Has anything of the question left?
[[nodiscard]] bool was_sent(CURL* easy)
{
    long bytes = 0;
    return curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes) == CURLE_OK && bytes > 0;
}

[[nodiscard]] Problem timed_out()
{
    return {
        .kind = Refusal::unavailable,
        .code = "outgoing.timed_out",
        .detail = "There was no whole answer in time."};
}

[[nodiscard]] Problem no_connection(std::string detail)
{
    return {.kind = Refusal::unavailable, .code = "outgoing.failed", .detail = std::move(detail)};
}

[[nodiscard]] Problem problem_of(CURLcode code, Talk const& talk, CURL* easy)
{
    if (talk.too_large)
        return {
            .kind = Refusal::unavailable,
            .code = "outgoing.too_large",
            .detail = "The answer is larger than we read."};
    if (talk.strayed)
        return invalid("outgoing.private_address", "url", "This address is not a public one.");
    if (code == CURLE_ABORTED_BY_CALLBACK && talk.stop.stop_requested())
        return {
            .kind = Refusal::unavailable,
            .code = "outgoing.stopped",
            .detail = "We stopped before there was an answer."};
    bool const too_slow = code == CURLE_OPERATION_TIMEDOUT;
    if (!was_sent(easy))
        return no_connection(
            too_slow ? "There was no connection in time." : "There was no connection.");
    if (too_slow)
        return timed_out();
    return {
        .kind = Refusal::unavailable,
        .code = "outgoing.broken",
        .detail = "The connection broke before there was a whole answer."};
}

[[nodiscard]] CURL* new_easy()
{
    static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw std::runtime_error{"libcurl does not start"};
    return curl_easy_init();
}

}  // namespace

bool may_have_arrived(Problem const& problem)
{
    constexpr std::array<std::string_view, 4> doubtful{
        "outgoing.timed_out", "outgoing.broken", "outgoing.too_large", "outgoing.stopped"};
    return std::ranges::find(doubtful, problem.code) != doubtful.end();
}

Result<Answered> ask(Outgoing const& outgoing, Asking const& asking, Resolve const& resolve)
{
    return Line{}.ask(outgoing, asking, resolve);
}

Line::Line() : easy_{new_easy(), &curl_easy_cleanup} {}

Result<Answered> Line::ask(Outgoing const& outgoing, Asking const& asking, Resolve const& resolve)
{
    auto const begun = std::chrono::steady_clock::now();
    auto const target = check_url(asking.url, outgoing);
    if (!target)
        return target.error();
    if (!is_token(asking.method))
        return invalid("outgoing.bad_header", "method", "A method is a word.");
    auto const headers = header_list(asking);
    if (!headers)
        return headers.error();
    auto const addresses = check_addresses(*target, resolve, asking.deadline);
    if (!addresses)
        return addresses.error();

    auto const left = asking.deadline - std::chrono::floor<std::chrono::milliseconds>(
                                            std::chrono::steady_clock::now() - begun);
    Talk talk{
        .checked = *addresses,
        .most_bytes = asking.most_bytes,
        .stop = asking.stop,
        .answered = {}};
    if (left <= std::chrono::milliseconds{0})
        return no_connection("There was no connection in time.");
    curl_easy_reset(easy_.get());  // all but what it keeps of connections
    List const pin{
        curl_slist_append(nullptr, pinned(*target, *addresses).c_str()), &curl_slist_free_all};
    set_limits(easy_.get(), talk, left);
    set_request(easy_.get(), asking);
    curl_easy_setopt(easy_.get(), CURLOPT_URL, target->url.c_str());
    curl_easy_setopt(easy_.get(), CURLOPT_RESOLVE, pin.get());
    curl_easy_setopt(easy_.get(), CURLOPT_HTTPHEADER, headers->get());
    auto const code = curl_easy_perform(easy_.get());
    if (code != CURLE_OK)
        return problem_of(code, talk, easy_.get());
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    talk.answered.status = static_cast<int>(status);
    return std::move(talk.answered);
}

}  // namespace tellfirst::http
