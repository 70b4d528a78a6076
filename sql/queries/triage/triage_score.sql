-- The score of a company, and how many pages of its site were read; none: it has no score.
-- $1 company_id bigint
SELECT s.total::bigint AS total, s.pages::bigint AS pages,
    (extract(epoch FROM s.scored_at) * 1000)::bigint AS scored_ms
FROM score s WHERE s.tenant_id = app.tenant() AND s.company_id = $1;
