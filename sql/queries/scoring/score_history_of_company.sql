-- The totals that a company had, the newest first.
-- $1 company_id bigint, $2 most bigint
SELECT h.version, h.total::bigint AS total, h.tier, (extract(epoch FROM h.scored_at) * 1000)::bigint AS scored_ms
FROM score_history h WHERE h.tenant_id = app.tenant() AND h.company_id = $1
ORDER BY h.scored_at DESC LIMIT $2;
