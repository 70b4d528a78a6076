-- The state of the whole system, for a super admin's session.
SELECT postgresql, database_bytes, database_since, connections, connections_most, ready, waiting, running,
    dead, oldest_ready, beat_at, failed, migration, users, tenants
FROM app.system_health();
