-- Keeps who is to be added, until it is said so. Those asked about long ago go.
-- $1 campaign bigint, or NULL
-- $2 entity bigint
-- $3 filter text
-- $4 ids bigint[], or NULL
-- $5 how text
WITH old AS (
    DELETE FROM campaign_adding
    WHERE tenant_id = app.tenant() AND state = 'asked' AND created_at < now() - interval '2 days'
)
INSERT INTO campaign_adding (tenant_id, campaign_id, entity, filter, ids, how, created_by)
VALUES (app.tenant(), $1, $2::bigint, $3, $4::bigint[], $5, app.actor())
RETURNING adding_id
