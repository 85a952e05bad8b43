#include "notify/seal.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

#include <fmt/format.h>

namespace tellfirst::notify::seal {
namespace {

// 80 bits: nobody can try them out against a server that answers each wrong guess by "not found".
constexpr std::size_t seal_letters = 20;

// `purpose` keeps a seal of one kind from being worth anything as another.
std::string seal_of(std::string_view secret, std::string_view purpose, std::string_view text)
{
    auto const mac = hmac_sha256(secret, fmt::format("{}:{}", purpose, text));
    return to_hex(std::string_view{mac}.substr(0, seal_letters / 2));
}

std::string letters_of(Delivery const& delivery, std::string_view between)
{
    return id_letters(delivery.notice.value()) + std::string{between} +
           id_letters(delivery.recipient);
}

}  // namespace

std::string message_id(Owner const& owner, Delivery const& delivery)
{
    auto const letters = letters_of(delivery, ".");
    return fmt::format(
        "{}.{}@{}", letters, seal_of(owner.secret, "message", letters), owner.domain);
}

std::optional<Delivery> read_message_id(std::string_view secret, std::string_view text)
{
    auto const at = text.find('@');
    if (at == text.npos)
        return std::nullopt;
    auto const local = text.substr(0, at);
    auto const parts = split(local, '.');
    if (parts.size() != 3)
        return std::nullopt;
    auto const notice = parse_id_letters(parts[0]);
    auto const recipient = parse_id_letters(parts[1]);
    if (!notice || !recipient)
        return std::nullopt;
    Delivery const delivery{.notice = NoticeId{*notice}, .recipient = *recipient};
    auto const sealed = seal_of(secret, "message", letters_of(delivery, "."));
    if (!equal_in_constant_time(sealed, parts[2]))
        return std::nullopt;
    return delivery;
}

std::string
delivery_token(std::string_view secret, std::string_view purpose, Delivery const& delivery)
{
    auto const letters = letters_of(delivery, "");
    return fmt::format("{}-{}", letters, seal_of(secret, purpose, letters));
}

std::optional<Delivery>
read_delivery_token(std::string_view secret, std::string_view purpose, std::string_view token)
{
    constexpr std::size_t id_size = 12;
    auto const parts = split(token, '-');
    if (parts.size() != 2 || parts[0].size() != 2 * id_size)
        return std::nullopt;
    auto const notice = parse_id_letters(parts[0].substr(0, id_size));
    auto const recipient = parse_id_letters(parts[0].substr(id_size));
    if (!notice || !recipient)
        return std::nullopt;
    Delivery const delivery{.notice = NoticeId{*notice}, .recipient = *recipient};
    if (!equal_in_constant_time(delivery_token(secret, purpose, delivery), token))
        return std::nullopt;
    return delivery;
}

std::string bounce_address(Owner const& owner, Delivery const& delivery)
{
    return fmt::format(
        "bounce+{}@{}", delivery_token(owner.secret, "bounce", delivery), owner.domain);
}

std::optional<Delivery> read_bounce_address(std::string_view secret, std::string_view address)
{
    constexpr std::string_view prefix = "bounce+";
    auto const local = ascii_lower(address.substr(0, address.rfind('@')));
    if (!local.starts_with(prefix))
        return std::nullopt;
    return read_delivery_token(secret, "bounce", std::string_view{local}.substr(prefix.size()));
}

std::string unsubscribe_token(std::string_view secret, Unsubscribe const& wish)
{
    auto const text = fmt::format("{}-{}", id_letters(wish.contact.value()), name_of(wish.topic));
    return fmt::format("{}-{}", text, seal_of(secret, "unsubscribe", text));
}

std::optional<Unsubscribe> read_unsubscribe_token(std::string_view secret, std::string_view token)
{
    auto const parts = split(token, '-');
    if (parts.size() != 3)
        return std::nullopt;
    auto const contact = parse_id_letters(parts[0]);
    auto const topic = parse_enum<accounts::Topic>(parts[1]);
    if (!contact || !topic)
        return std::nullopt;
    Unsubscribe const wish{.contact = ContactId{*contact}, .topic = *topic};
    if (!equal_in_constant_time(unsubscribe_token(secret, wish), token))
        return std::nullopt;
    return wish;
}

std::string release_token(std::string_view secret, Held const& held)
{
    auto const text =
        fmt::format("{}-{}", id_letters(held.notice.value()), id_letters(held.brand.value()));
    return fmt::format("{}-{}", text, seal_of(secret, "release", text));
}

std::optional<Held> read_release_token(std::string_view secret, std::string_view token)
{
    auto const parts = split(token, '-');
    if (parts.size() != 3)
        return std::nullopt;
    auto const notice = parse_id_letters(parts[0]);
    auto const brand = parse_id_letters(parts[1]);
    if (!notice || !brand)
        return std::nullopt;
    Held const held{.notice = NoticeId{*notice}, .brand = BrandId{*brand}};
    if (!equal_in_constant_time(release_token(secret, held), token))
        return std::nullopt;
    return held;
}

}  // namespace tellfirst::notify::seal
