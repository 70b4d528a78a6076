-- Processes that hold a connection, by name, for a super admin's session.
SELECT name, processes FROM app.system_pools();
