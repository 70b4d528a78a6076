-- The name of the one company or change set that a list is narrowed to; no row when there is none.
-- $1 kind text (company or set), $2 its id bigint
SELECT name FROM company
WHERE $1::text = 'company' AND tenant_id = app.tenant() AND company_id = $2
UNION ALL
SELECT source FROM change_set
WHERE $1::text = 'set' AND tenant_id = app.tenant() AND change_set_id = $2;
