-- Forgets the PDFs made for erased contacts; the sweep of the store takes the files.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM pdf_file WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
