-- A bulk action that somebody asks about.
-- $1 entity smallint, $2 act text, $3 filter text, $4 everything boolean, $5 counted bigint
-- $6 absent bigint, $7 ids bigint[]
INSERT INTO bulk (tenant_id, entity, act, filter, everything, counted, absent, ids, created_by)
VALUES (app.tenant(), $1::bigint::smallint, $2, $3, $4, $5, $6, $7, app.actor())
RETURNING bulk_id;
