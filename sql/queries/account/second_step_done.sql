-- Takes the code of a second step; true when it was not used before.
-- $1 token_hash text
-- $2 step bigint: of the code
-- $3 code_hash text: of a recovery code, or NULL
SELECT app.second_step_done($1, $2, $3)::integer;
