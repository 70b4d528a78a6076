-- Gives steps their places, from 1 in the order given, and their days.
-- $1 campaign_id bigint, $2 step_ids bigint[], $3 day_offsets bigint[]
UPDATE campaign_step s SET position = k.position, day_offset = k.day_offset
FROM unnest($2::bigint[], $3::bigint[]) WITH ORDINALITY AS k(step_id, day_offset, position)
WHERE s.tenant_id = app.tenant() AND s.campaign_id = $1 AND s.step_id = k.step_id
    AND (s.position <> k.position OR s.day_offset <> k.day_offset);
