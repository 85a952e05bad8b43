#include "app/command_line.hpp"

#include "app/address.hpp"
#include "app/commands.hpp"
#include "app/version.hpp"
#include "kernel/log.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>

namespace tellfirst::app {
namespace {

// What a command's flags say; merged with file and environment once all is read.
struct Flags {
    std::map<std::string, std::string> keys;  // "notify.undo_seconds" -> "0"
    std::string config;
    std::string test_clock;
};

// "notify.undo_seconds" is --notify-undo-seconds on the command line.
std::string flag_of(std::string_view key)
{
    std::string flag = "--";
    for (char const c : key)
        flag += c == '.' || c == '_' ? '-' : c;
    return flag;
}

void add_keys(CLI::App& command, Flags& flags, std::vector<std::string_view> const& only = {})
{
    for (auto const& key : keys()) {
        if (!only.empty() && std::ranges::find(only, key.name) == only.end())
            continue;
        command.add_option_function<std::string>(
            flag_of(key.name),
            [&flags, name = std::string{key.name}](std::string const& text) {
                flags.keys[name] = text;
            },
            std::string{key.help});
    }
    command.add_option("--config", flags.config, "config file (TOML)");
}

Result<Chosen> choose_all(Flags const& flags)
{
    Chosen chosen;
    chosen.settings.public_url.clear();
    if (!flags.config.empty())
        if (auto const done = read_file(chosen, flags.config); !done)
            return done.error();
    if (auto const done = read_environment(chosen, std::getenv); !done)
        return done.error();
    for (auto const& [key, text] : flags.keys)
        if (auto const done = choose(chosen, key, text, flag_of(key)); !done)
            return done.error();
    if (chosen.settings.public_url.empty())
        chosen.settings.public_url =
            (chosen.tls_certificate.empty() ? "http://" : "https://") + chosen.http;
    if (chosen.tls_certificate.empty() != chosen.tls_key.empty())
        return invalid(
            "settings.bad_value", "tls_key",
            "tls_certificate and tls_key go together: give both or neither.");
    if (!flags.test_clock.empty()) {
        auto const address = parse_host_port(flags.test_clock);
        if (!address || !is_loopback(address->host))
            return invalid(
                "settings.bad_value", "test_clock",
                "--test-clock must be HOST:PORT on a loopback address: whoever "
                "reaches it may set the time.");
        chosen.test_clock = flags.test_clock;
    }
    return chosen;
}

int with_choice(Flags const& flags, std::function<int(Chosen)> const& command)
{
    auto const chosen = choose_all(flags);
    return chosen ? command(*chosen) : refuse(chosen.error());
}

// A word where a command should stand is named: "a subcommand is required" would be no answer to
// it.
std::string usage_words(CLI::App const* line, CLI::Error const& error)
{
    auto const* innermost = line;
    while (!innermost->get_subcommands().empty())
        innermost = innermost->get_subcommands().front();
    auto const unknown = innermost->remaining();
    if (innermost->get_require_subcommand_min() == 0 || unknown.empty())
        return CLI::FailureMessage::simple(line, error);
    return fmt::format(
        "There is no {} {}.\nRun with --help for more information.\n",
        unknown.front().starts_with('-') ? "option" : "command", unknown.front());
}

struct Commands {
    CLI::App line{"Tellfirst: your customers hear it from you first."};
    Flags flags;
    team::NewToken token;
    std::string role = "agent";
    std::string scopes;
    std::string expires_in;
    Import import;
    std::string file;
    std::string email;
    Mirroring mirroring;
    std::string every;

    CLI::App* serve = line.add_subcommand("serve", "run the server");
    CLI::App* demo = line.add_subcommand("demo", "run a server with a believable customer base");
    CLI::App* tokens = line.add_subcommand("token", "API tokens");
    CLI::App* create = tokens->add_subcommand("create", "make one; prints only the token");
    CLI::App* users = line.add_subcommand("user", "let somebody of the team in again");
    CLI::App* link = users->add_subcommand("link", "print a link by which he sets a password");
    CLI::App* factor_off =
        users->add_subcommand("second-factor-off", "his password is enough from now on");
    CLI::App* imports = line.add_subcommand("import", "bring data in");
    CLI::App* accounts = imports->add_subcommand("accounts", "accounts and contacts from a CSV");
    CLI::App* mirrors = line.add_subcommand("mirror", "write the public pages into a folder");
    CLI::App* inspects = line.add_subcommand("inspect", "show how we read something");
    CLI::App* mail = inspects->add_subcommand("mail", "a mail, as JSON");
    CLI::App* uptime = inspects->add_subcommand("uptime", "how an availability comes about");
    CLI::App* openapi = line.add_subcommand("openapi", "print the API's description");
    CLI::App* says_version = line.add_subcommand("version", "print the version");

    Commands()
    {
        line.require_subcommand(1);
        line.set_version_flag("--version", fmt::format("tellfirst {}", version));
        line.failure_message(usage_words);
        for (auto* const group : {tokens, users, imports, inspects})
            group->require_subcommand(1);
        add_keys(*serve, flags);
        serve->add_option(
            "--test-clock", flags.test_clock, "HOST:PORT of a settable clock, for tests only");
        add_keys(*demo, flags);
        demo->add_option(
            "--test-clock", flags.test_clock, "HOST:PORT of a settable clock, for tests only");
        add_keys(*create, flags, {"data", "db"});
        create->add_option("--role", role, "owner, lead, agent or auditor");
        create->add_option("--name", token.name, "what it is for")->required();
        create->add_option("--rights", scopes, "only these rights of the role, with commas");
        create->add_option("--expires-in", expires_in, "as in 30d or 12h; a year if not given");
        add_keys(*link, flags, {"data", "db", "http", "public_url"});
        add_keys(*factor_off, flags, {"data", "db"});
        for (auto* const command : {link, factor_off})
            command->add_option("--email", email, "his address")->required();
        add_keys(*accounts, flags, {"data", "db"});
        accounts->add_option("file", import.file, "the CSV")->required();
        accounts->add_flag("--preview", import.preview, "look and say, write nothing");
        add_keys(*mirrors, flags, {"data"});
        mirrors->add_option("--to", mirroring.to, "the folder; made if it is not there")
            ->required();
        mirrors->add_option("--every", every, "go on and look so often, as in 30s; else once");
        mail->add_option("file", file, "the message")->required();
        uptime->add_option("file", file, "rule, period, events and windows, as JSON")->required();
    }
};

int make_token(Commands& commands)
{
    auto const role = parse_enum<team::Role>(commands.role);
    if (!role)
        return refuse(
            invalid("input.invalid", "role", "--role is one of owner, lead, agent, auditor."));
    commands.token.role = *role;
    if (!commands.scopes.empty()) {
        auto& rights = commands.token.rights.emplace();
        for (auto const& name : CLI::detail::split(commands.scopes, ',')) {
            auto const right = parse_enum<Right>(name);
            if (!right)
                return refuse(
                    invalid("input.invalid", "rights", "There is no right " + name + "."));
            if (!team::rights_of(*role).has(*right))
                return refuse(invalid(
                    "input.invalid", "rights",
                    fmt::format("The role {} has no right {}.", commands.role, name)));
            rights.push_back(*right);
        }
    }
    if (!commands.expires_in.empty()) {
        auto const length = parse_duration(commands.expires_in);
        if (!length)
            return refuse(invalid(
                "input.invalid", "expires_in",
                "--expires-in is as in 30d or 12h, and ten years at most."));
        commands.token.expires_at = Clock::machine_now() + *length;
    }
    return with_choice(commands.flags, [&](Chosen chosen) {
        return create_token(std::move(chosen), commands.token);
    });
}

int make_mirror(Commands& commands)
{
    if (!commands.every.empty()) {
        commands.mirroring.every = parse_duration(commands.every);
        if (!commands.mirroring.every || *commands.mirroring.every < std::chrono::seconds{1})
            return refuse(
                invalid("input.invalid", "every", "--every is as in 30s, and a second or more."));
    }
    return with_choice(
        commands.flags, [&](Chosen const& chosen) { return mirror(chosen, commands.mirroring); });
}

int dispatch(Commands& commands)
{
    if (commands.serve->parsed())
        return with_choice(commands.flags, serve);
    if (commands.mirrors->parsed())
        return make_mirror(commands);
    if (commands.demo->parsed())
        return with_choice(commands.flags, run_demo);
    if (commands.create->parsed())
        return make_token(commands);
    if (commands.link->parsed())
        return with_choice(commands.flags, [&](Chosen chosen) {
            return user_link(std::move(chosen), commands.email);
        });
    if (commands.factor_off->parsed())
        return with_choice(commands.flags, [&](Chosen chosen) {
            return user_second_factor_off(std::move(chosen), commands.email);
        });
    if (commands.accounts->parsed())
        return with_choice(commands.flags, [&](Chosen chosen) {
            return import_accounts(std::move(chosen), commands.import);
        });
    if (commands.mail->parsed())
        return inspect_mail(commands.file);
    if (commands.uptime->parsed())
        return inspect_uptime(commands.file);
    if (commands.openapi->parsed())
        return print_openapi();
    fmt::print("tellfirst {}\n", version);
    return exit_ok;
}

}  // namespace

int run(int argc, char** argv)
{
    Commands commands;
    try {
        commands.line.parse(argc, argv);
        return dispatch(commands);
    } catch (CLI::ParseError const& error) {
        return commands.line.exit(error) == 0 ? exit_ok : exit_usage;
    } catch (std::exception const& error) {
        log::warning("command.failed", {{"what", error.what()}});
        fmt::print(stderr, "tellfirst: something broke; the line above says what.\n");
        return exit_refused;
    }
}

}  // namespace tellfirst::app
