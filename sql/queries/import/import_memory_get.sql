-- The mapping remembered for a header, who chose it and on which day.
-- $1 signature text
SELECT m.entity, m.targets, app.user_name(m.used_by) AS used_by,
    to_char(m.used_at AT TIME ZONE app.tenant_zone(), 'FMDD Mon YYYY') AS used_on
FROM import_memory m WHERE m.tenant_id = app.tenant() AND m.signature = $1
