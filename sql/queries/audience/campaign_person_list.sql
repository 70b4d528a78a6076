-- People of a campaign by name, behind a place.
-- $1 campaign bigint
-- $2 state text, or ''
-- $3 ready bigint: 1 to 3, or 0
-- $4 conflict bigint, or 0
-- $5 pattern text: of the search, or ''
-- $6 after text: sort name, or ''
-- $7 after_id bigint
-- $8 most bigint
WITH page AS MATERIALIZED (
    SELECT p.contact_id, p.state, p.reason, p.rank, p.not_before, p.skip_channels, o.sort_name, o.company_id,
        concat_ws(' ', o.first_name, o.last_name) AS name, o.job_title, o.email, o.linkedin_url, o.codes
    FROM campaign_person p
    JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = p.contact_id
    WHERE p.tenant_id = app.tenant() AND p.campaign_id = $1
        AND ($2 = '' OR p.state = $2)
        AND ($4::bigint = 0 OR p.contact_id IN (SELECT f.contact_id FROM campaign_conflict_person f
            WHERE f.tenant_id = app.tenant() AND f.conflict_id = $4))
        AND ($5 = '' OR o.search LIKE $5)
        AND ($3::bigint = 0 OR p.contact_id IN (SELECT r.contact_id FROM app.campaign_readiness($1, NULL) r
            WHERE r.ready = $3::bigint))
        AND (o.sort_name, p.contact_id) > ($6 COLLATE "C", $7)
    ORDER BY o.sort_name, p.contact_id LIMIT $8
), research AS MATERIALIZED (
    SELECT r.* FROM app.campaign_readiness($1, (SELECT array_agg(page.contact_id) FROM page)) r
    WHERE EXISTS (SELECT FROM page)
)
SELECT page.contact_id, page.state, page.reason, page.rank::bigint AS rank, page.not_before::text AS not_before,
    array_to_string(page.skip_channels, ',') AS skip_channels, page.sort_name,
    coalesce(nullif(page.name, ''), page.email, 'Somebody') AS name, page.job_title AS title, page.email,
    coalesce(page.codes[11], 0)::bigint AS email_state, page.linkedin_url IS NOT NULL AS linkedin,
    coalesce(c.company_id, 0) AS company_id, c.name AS company, coalesce(c.codes[7], 0)::bigint AS tier,
    c.score IS NOT NULL AS scored, coalesce(c.score, 0)::bigint AS score,
    coalesce(r.ready, 0)::bigint AS ready,
    array_to_string(r.of_company, ',') AS of_company, array_to_string(r.of_person, ',') AS of_person
FROM page
LEFT JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = page.company_id AND c.deleted_at IS NULL
LEFT JOIN research r ON r.contact_id = page.contact_id
ORDER BY page.sort_name, page.contact_id
