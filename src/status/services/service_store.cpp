#include "status/services/service_store.hpp"

#include "kernel/text.hpp"
#include "status/services/severity.hpp"
#include "status/services/tree.hpp"

namespace tellfirst::status::store {
namespace {

struct ServiceRow {
    ServiceId id;
    std::string name;
    std::string description;
    bool is_public = true;
    bool is_group = false;
    std::int64_t position = 0;
    std::optional<ServiceId> parent;
    std::optional<std::int64_t> checked_every_s;
    Instant created_at;
    std::optional<Instant> retired_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    ServiceRow, (),
    (id, name, description, is_public, is_group, position, parent, checked_every_s, created_at,
     retired_at, version))

struct Place {
    ServiceId id;
    ServiceId parent;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, parent))

struct Holding {
    ServiceId service;
    ServiceState state = ServiceState::operational;
};
BOOST_DESCRIBE_STRUCT(Holding, (), (service, state))

struct Look {
    ServiceId service;
    Instant at;
    std::string seen_from;
    bool by_person = false;
};
BOOST_DESCRIBE_STRUCT(Look, (), (service, at, seen_from, by_person))

// What is known of services besides their own rows.
struct Known {
    std::map<ServiceId, ServiceState> states;
    std::map<ServiceId, Check> checks;
};

// The state of each service that an open incident or a running window holds, or of which we do not
// know how it is. Trouble of one account is nobody else's.
std::map<ServiceId, ServiceState> states_now(db::Tx& tx)
{
    std::map<ServiceId, ServiceState> states;
    for (auto const& [service, state] : tx.all<Holding>(R"sql(
        SELECT t.service AS service, t.state AS state
        FROM   status_touched t
        WHERE  t.until IS NULL
        AND    NOT EXISTS (SELECT 1 FROM status_incidents i
                           WHERE i.id = t.incident AND i.account IS NOT NULL)
        UNION ALL
        SELECT s.service, 'maintenance'
        FROM   status_windows w
        JOIN   status_window_services s ON s.window_id = w.id
        WHERE  w.closed_at IS NULL AND w.state = 'started'
        UNION ALL
        SELECT service, 'unknown'
        FROM   status_unknown
        WHERE  until IS NULL)sql")) {
        auto const [known, is_new] = states.emplace(service, state);
        if (!is_new)
            known->second = worst(known->second, state);
    }
    return states;
}

// The last look at each service.
std::map<ServiceId, Check> last_checks(db::Tx& tx)
{
    std::map<ServiceId, Check> checks;
    for (auto const& look : tx.all<Look>(R"sql(
        SELECT service AS service, heard_at AS at, seen_from AS seen_from, 0 AS by_person
        FROM   status_observed
        WHERE  until IS NULL
        UNION ALL
        SELECT c.service, c.at, c.name, 1
        FROM   status_confirmed c
        WHERE  c.at = (SELECT MAX(n.at) FROM status_confirmed n WHERE n.service = c.service)
        ORDER BY at)sql"))
        checks[look.service] = {
            .at = look.at, .seen_from = look.seen_from, .by_person = look.by_person};
    return checks;
}

Known known_now(db::Tx& tx)
{
    return {.states = states_now(tx), .checks = last_checks(tx)};
}

Service whole(ServiceRow const& row, Known const& known)
{
    auto const held = known.states.find(row.id);
    auto const looked = known.checks.find(row.id);
    return {
        .id = row.id,
        .name = row.name,
        .description = row.description,
        .is_public = row.is_public,
        .is_group = row.is_group,
        .position = row.position,
        .parent = row.parent,
        .checked_every_s = row.checked_every_s,
        .state = held == known.states.end() ? ServiceState::operational : held->second,
        .checked = looked == known.checks.end() ? std::nullopt : std::optional{looked->second},
        .created_at = row.created_at,
        .retired_at = row.retired_at,
        .version = row.version};
}

// A group's state is that of its members.
std::optional<Service> whole(db::Tx& tx, std::optional<ServiceRow> const& row)
{
    if (!row)
        return std::nullopt;
    if (row->is_group && !row->retired_at)
        for (auto& service : services(tx))
            if (service.id == row->id)
                return std::move(service);
    return whole(*row, known_now(tx));
}

// Two may not differ by case only. A retired one holds a key that no name can have.
std::string key_of(Service const& service)
{
    auto key = ascii_lower(service.name);
    return service.retired_at ? service.id.text() + "\n" + key : key;
}

}  // namespace

void add_service(db::Tx& tx, Service const& service)
{
    tx.run(
        R"sql(
        INSERT INTO status_services (id, name, name_key, description, is_public, is_group, position,
                                     parent, checked_every_s, created_at, version)
        VALUES (:id, :name, :name_key, :description, :is_public, :is_group, :position,
                :parent, :checked_every_s, :created_at, :version))sql",
        {{"id", service.id},
         {"name", service.name},
         {"name_key", key_of(service)},
         {"description", service.description},
         {"is_public", service.is_public},
         {"is_group", service.is_group},
         {"position", service.position},
         {"parent", service.parent},
         {"checked_every_s", service.checked_every_s},
         {"created_at", service.created_at},
         {"version", service.version}});
}

void save_service(db::Tx& tx, Service& service)
{
    ++service.version;
    tx.run(
        R"sql(
        UPDATE status_services
        SET    name = :name, name_key = :name_key, description = :description,
               is_public = :is_public, position = :position, parent = :parent,
               checked_every_s = :checked_every_s, retired_at = :retired_at, version = :version
        WHERE  id = :id)sql",
        {{"id", service.id},
         {"name", service.name},
         {"name_key", key_of(service)},
         {"description", service.description},
         {"is_public", service.is_public},
         {"position", service.position},
         {"parent", service.parent},
         {"checked_every_s", service.checked_every_s},
         {"retired_at", service.retired_at},
         {"version", service.version}});
}

std::optional<Service> find_service(db::Tx& tx, ServiceId id)
{
    return whole(
        tx, tx.one<ServiceRow>(
                R"sql(
        SELECT id, name, description, is_public, is_group, position, parent, checked_every_s,
               created_at, retired_at, version
        FROM   status_services
        WHERE  id = :id)sql",
                {{"id", id}}));
}

std::optional<Service> find_service_named(db::Tx& tx, std::string_view name)
{
    return whole(
        tx, tx.one<ServiceRow>(
                R"sql(
        SELECT id, name, description, is_public, is_group, position, parent, checked_every_s,
               created_at, retired_at, version
        FROM   status_services
        WHERE  name_key = :name_key AND retired_at IS NULL)sql",
                {{"name_key", ascii_lower(name)}}));
}

std::vector<Service> services(db::Tx& tx)
{
    return services_since(tx, Instant::max());
}

std::vector<Service> services_since(db::Tx& tx, Instant since)
{
    auto const known = known_now(tx);
    std::vector<Service> all;
    for (auto const& row : tx.all<ServiceRow>(
             R"sql(
        SELECT id, name, description, is_public, is_group, position, parent, checked_every_s,
               created_at, retired_at, version
        FROM   status_services
        WHERE  retired_at IS NULL OR retired_at > :since
        ORDER BY position, name_key)sql",
             {{"since", since}}))
        all.push_back(whole(row, known));
    return in_tree_order(all);
}

std::int64_t count_services(db::Tx& tx)
{
    return *tx.one<std::int64_t>("SELECT COUNT(*) FROM status_services WHERE retired_at IS NULL");
}

bool has_members(db::Tx& tx, ServiceId group)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT 1
        FROM   status_services
        WHERE  parent = :parent AND retired_at IS NULL
        LIMIT  1)sql",
            {{"parent", group}})
        .has_value();
}

std::map<ServiceId, ServiceId> parents(db::Tx& tx)
{
    std::map<ServiceId, ServiceId> parents;
    for (auto const& [id, parent] :
         tx.all<Place>("SELECT id, parent FROM status_services WHERE parent IS NOT NULL"))
        parents.emplace(id, parent);
    return parents;
}

bool is_held(db::Tx& tx, ServiceId id)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT 1
        FROM   status_touched
        WHERE  service = :service AND until IS NULL
        UNION ALL
        SELECT 1
        FROM   status_suspected s
        JOIN   status_incidents i ON i.id = s.incident
        WHERE  s.service = :service AND i.state = 'suspected' AND i.resolved_at IS NULL
        UNION ALL
        SELECT 1
        FROM   status_windows w
        JOIN   status_window_services s ON s.window_id = w.id
        WHERE  w.closed_at IS NULL AND s.service = :service
        UNION ALL
        SELECT 1
        FROM   status_series r
        JOIN   status_series_services s ON s.series = r.id
        WHERE  r.ended_at IS NULL AND s.service = :service
        UNION ALL
        SELECT 1
        FROM   status_issues i
        JOIN   status_issue_services s ON s.issue = i.id
        WHERE  i.closed_at IS NULL AND s.service = :service
        LIMIT  1)sql",
            {{"service", id}})
        .has_value();
}

}  // namespace tellfirst::status::store
