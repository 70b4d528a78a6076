-- Custom fields of two records together: the second one's win.
-- $1 jsonb, $2 jsonb
SELECT (coalesce($1::jsonb, '{}') || coalesce($2::jsonb, '{}'))::text;
