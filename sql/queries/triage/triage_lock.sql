-- Holds the triage of a company until the transaction ends.
-- $1 company_id bigint
SELECT t.company_id FROM triage t WHERE t.tenant_id = app.tenant() AND t.company_id = $1 FOR UPDATE;
