-- Sets whom the workspace looks for.
-- $1 departments bigint[], $2 seniorities bigint[], $3 most of one company bigint
INSERT INTO people_focus AS f (tenant_id, departments, seniorities, most)
VALUES (app.tenant(), $1::bigint[]::smallint[], $2::bigint[]::smallint[], $3)
ON CONFLICT (tenant_id) DO UPDATE SET departments = excluded.departments,
    seniorities = excluded.seniorities, most = excluded.most;
