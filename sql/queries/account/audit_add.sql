-- Notes an act of the caller in the audit log.
-- $1 action text
-- $2 subject text
-- $3 detail jsonb
SELECT app.audit_add($1, $2, $3::jsonb);
