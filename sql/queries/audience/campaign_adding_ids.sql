-- Contacts that an adding holds, from one place to another.
-- $1 adding bigint
-- $2 from bigint
-- $3 to bigint
SELECT i.id AS id FROM campaign_adding a CROSS JOIN LATERAL unnest(a.ids[$2:$3]) AS i(id)
WHERE a.tenant_id = app.tenant() AND a.adding_id = $1
