#include "status/services/service_store.hpp"
#include "kernel/text.hpp"
#include "status/services/severity.hpp"

namespace tellfirst::status::store {
namespace {

struct ServiceRow {
    ServiceId id;
    std::string name;
    std::string description;
    bool is_public = true;
    std::int64_t position = 0;
    std::optional<ServiceId> parent;
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    ServiceRow, (), (id, name, description, is_public, position, parent, created_at, version))

struct Holding {
    ServiceId service;
    ServiceState state = ServiceState::operational;
};
BOOST_DESCRIBE_STRUCT(Holding, (), (service, state))

// The state of each service that an open incident or a running window holds.
std::map<ServiceId, ServiceState> states_now(db::Tx& tx)
{
    std::map<ServiceId, ServiceState> states;
    for (auto const& [service, state] : tx.all<Holding>(R"sql(
        SELECT service, state
        FROM   status_touched
        WHERE  until IS NULL
        UNION ALL
        SELECT s.service, 'maintenance'
        FROM   status_windows w
        JOIN   status_window_services s ON s.window_id = w.id
        WHERE  w.closed_at IS NULL AND w.state = 'started')sql")) {
        auto const [known, is_new] = states.emplace(service, state);
        if (!is_new)
            known->second = worst(known->second, state);
    }
    return states;
}

Service with_state(ServiceRow const& row, std::map<ServiceId, ServiceState> const& states)
{
    auto const held = states.find(row.id);
    return {
        .id = row.id,
        .name = row.name,
        .description = row.description,
        .is_public = row.is_public,
        .position = row.position,
        .parent = row.parent,
        .state = held == states.end() ? ServiceState::operational : held->second,
        .created_at = row.created_at,
        .version = row.version};
}

std::optional<Service> with_state(db::Tx& tx, std::optional<ServiceRow> const& row)
{
    return row ? std::optional{with_state(*row, states_now(tx))} : std::nullopt;
}

}  // namespace

void add_service(db::Tx& tx, Service const& service)
{
    tx.run(
        R"sql(
        INSERT INTO status_services (id, name, name_key, description, is_public, position, parent,
                                     created_at, version)
        VALUES (:id, :name, :name_key, :description, :is_public, :position, :parent,
                :created_at, :version))sql",
        {{"id", service.id},
         {"name", service.name},
         {"name_key", ascii_lower(service.name)},
         {"description", service.description},
         {"is_public", service.is_public},
         {"position", service.position},
         {"parent", service.parent},
         {"created_at", service.created_at},
         {"version", service.version}});
}

std::optional<Service> find_service(db::Tx& tx, ServiceId id)
{
    return with_state(
        tx, tx.one<ServiceRow>(
                R"sql(
        SELECT id, name, description, is_public, position, parent, created_at, version
        FROM   status_services
        WHERE  id = :id)sql",
                {{"id", id}}));
}

std::optional<Service> find_service_named(db::Tx& tx, std::string_view name)
{
    return with_state(
        tx, tx.one<ServiceRow>(
                R"sql(
        SELECT id, name, description, is_public, position, parent, created_at, version
        FROM   status_services
        WHERE  name_key = :name_key)sql",
                {{"name_key", ascii_lower(name)}}));
}

std::vector<Service> services(db::Tx& tx)
{
    auto const states = states_now(tx);
    std::vector<Service> all;
    for (auto const& row : tx.all<ServiceRow>(R"sql(
        SELECT id, name, description, is_public, position, parent, created_at, version
        FROM   status_services
        ORDER BY position, name_key)sql"))
        all.push_back(with_state(row, states));
    return all;
}

}  // namespace tellfirst::status::store
