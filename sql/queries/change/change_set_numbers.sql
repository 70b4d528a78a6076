-- What is in a workspace, counted up to a bound, and how many people work there.
-- $1 bound bigint
SELECT
    (SELECT count(*) FROM (SELECT FROM company WHERE tenant_id = app.tenant()
        AND deleted_at IS NULL LIMIT $1) AS c) AS companies,
    (SELECT count(*) FROM (SELECT FROM contact WHERE tenant_id = app.tenant()
        AND deleted_at IS NULL LIMIT $1) AS p) AS contacts,
    (SELECT count(*) FROM app.members()) AS members;
