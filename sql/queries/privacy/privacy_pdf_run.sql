-- Forgets which PDFs were asked for of erased contacts.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM pdf_run WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
