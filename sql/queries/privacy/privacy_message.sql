-- Forgets the messages to erased contacts, with their versions and what reviewers made of them.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM message WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
