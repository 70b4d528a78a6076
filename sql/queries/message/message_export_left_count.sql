-- How many people were left out, by reason.
-- $1 export_id bigint
SELECT reason, count(*) AS people FROM campaign_export_left
WHERE tenant_id = app.tenant() AND export_id = $1 GROUP BY reason ORDER BY 2 DESC, 1
