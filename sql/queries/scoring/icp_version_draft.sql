-- Begins a draft; its number. The lock keeps two that begin at once apart.
-- $1 based on version bigint, $2 document jsonb, $3 note text
WITH held AS MATERIALIZED (
    SELECT version FROM icp_version WHERE tenant_id = app.tenant() AND version = 1 FOR UPDATE
)
INSERT INTO icp_version (tenant_id, version, document, note, based_on, author)
SELECT app.tenant(), (SELECT max(v.version) + 1 FROM icp_version v WHERE v.tenant_id = app.tenant()),
    $2::jsonb, $3, $1, app.actor()
FROM held
RETURNING version;
