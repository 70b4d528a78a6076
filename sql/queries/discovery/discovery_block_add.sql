-- Blocks a domain.
-- $1 domain text, $2 reason text
INSERT INTO discovery_block (tenant_id, domain, reason, created_by)
VALUES (app.tenant(), $1, $2, app.actor())
ON CONFLICT (tenant_id, domain) DO UPDATE SET reason = excluded.reason;
