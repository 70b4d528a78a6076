-- A query, unless there is one of the same words; its id, or none.
-- $1 source text, $2 words text, $3 words_key text, $4 body text, $5 origin text, $6 why text
INSERT INTO discovery_query (tenant_id, source, words, words_key, body, origin, why, created_by)
VALUES (app.tenant(), $1, $2, $3, $4, $5, $6, app.actor())
ON CONFLICT ON CONSTRAINT discovery_query_unique DO NOTHING
RETURNING query_id;
