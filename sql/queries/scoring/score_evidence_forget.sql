-- Takes the evidence of companies away, before it is written anew.
-- $1 company ids bigint[]
DELETE FROM score_evidence WHERE tenant_id = app.tenant() AND company_id = ANY ($1::bigint[]);
