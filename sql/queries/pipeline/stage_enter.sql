-- Works for one tenant until the end of the transaction.
-- $1 tenant bigint
-- $2 actor bigint
SELECT app.enter($1, $2)
