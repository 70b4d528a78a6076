-- Lets companies pass a gate that stopped them; counts them.
-- $1 gate text
-- $2 companies bigint[]
-- $3 stages text[]: of companies
-- $4 people text[]: stages of contacts
SELECT app.run_pass($1, $2, $3, $4)
