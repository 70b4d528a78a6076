-- Keeps a filter under a name.
-- $1 entity bigint, $2 name text, $3 name_key text, $4 filter text, $5 sort text, $6 descending boolean
INSERT INTO smart_list (tenant_id, entity, name, name_key, filter, sort, descending, created_by)
VALUES (app.tenant(), $1, $2, $3, $4, $5, $6, app.actor())
RETURNING smart_list_id;
