-- Messages that fit what is asked for: lists, counts and bulk actions of message.h go by this one
-- definition. NULL asks nothing. Written so that the planner takes it in.
CREATE FUNCTION app.message_match(of_campaign bigint, states text[], steps bigint[], channels text[],
    languages text[], variants bigint[], words text, of_contact bigint, of_company bigint)
RETURNS SETOF message LANGUAGE sql STABLE AS $$
    SELECT m.* FROM message m
    WHERE m.tenant_id = app.tenant()
        AND (of_campaign IS NULL OR m.campaign_id = of_campaign)
        AND (states IS NULL OR m.state = ANY (states))
        AND (steps IS NULL OR m.step_id = ANY (steps))
        AND (channels IS NULL OR m.channel = ANY (channels))
        AND (languages IS NULL OR m.language = ANY (languages))
        AND (variants IS NULL OR m.variant = ANY (variants))
        AND (of_contact IS NULL OR m.contact_id = of_contact)
        AND (of_company IS NULL OR m.contact_id IN (SELECT p.contact_id FROM contact p
            WHERE p.tenant_id = app.tenant() AND p.company_id = of_company))
        AND (words IS NULL OR position(words IN lower(m.subject_start)) > 0
            OR EXISTS (SELECT FROM contact p
                LEFT JOIN company f ON f.tenant_id = app.tenant() AND f.company_id = p.company_id
                WHERE p.tenant_id = app.tenant() AND p.contact_id = m.contact_id
                    AND (position(words IN p.search) > 0 OR position(words IN f.search) > 0)))
        AND NOT EXISTS (SELECT FROM campaign g
            WHERE g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id AND g.deleted_at IS NOT NULL)
$$;
GRANT EXECUTE ON FUNCTION app.message_match(bigint, text[], bigint[], text[], text[], bigint[], text, bigint, bigint)
    TO leadgen_app, leadgen_batch;
