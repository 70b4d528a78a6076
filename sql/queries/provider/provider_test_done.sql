-- What a test found.
-- $1 provider_id bigint, $2 ok boolean, $3 what it said text
UPDATE provider SET tested_at = now(), test_ok = $2, test_said = $3
WHERE tenant_id = app.tenant() AND provider_id = $1;
