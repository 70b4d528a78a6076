-- Messages that fit, by state.
-- $1 campaign_id bigint, $2 step_ids bigint[], $3 channels text[], $4 languages text[]
-- $5 variants bigint[], $6 words text (folded), $7 contact_id bigint, $8 company_id bigint
SELECT count(*) FILTER (WHERE x.state = 'draft') AS draft, count(*) FILTER (WHERE x.state = 'approved') AS approved,
    count(*) FILTER (WHERE x.state = 'rejected') AS rejected,
    count(*) FILTER (WHERE x.state = 'set_aside') AS set_aside,
    count(*) FILTER (WHERE x.state IN ('sent', 'delivered', 'replied')) AS sent, count(*) AS total
FROM app.message_match($1, NULL, $2, $3, $4, $5, $6, $7, $8) x;
