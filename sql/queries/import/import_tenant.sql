-- The tenant the transaction works for.
SELECT app.tenant()
