-- Batch: works for one tenant until the end of the transaction.
-- $1 tenant_id bigint
SELECT app.enter($1, NULL)
