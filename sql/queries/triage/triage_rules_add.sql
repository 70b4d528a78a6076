-- A new version of the rules.
-- $1 version bigint, $2 rules jsonb
INSERT INTO triage_rules (tenant_id, version, rules, author)
VALUES (app.tenant(), $1, $2::jsonb, app.actor());
