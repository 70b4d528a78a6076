-- Lets a domain in again.
-- $1 domain text
DELETE FROM discovery_block WHERE tenant_id = app.tenant() AND domain = $1;
