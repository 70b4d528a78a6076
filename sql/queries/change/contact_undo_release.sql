-- Frees addresses and profiles for the contacts that get them back; those that lose them get theirs
-- in their turn.
-- $1 record ids bigint[], $2 places bigint[]: 0 e-mail, 1 LinkedIn
-- $3 whether the field goes too bigint[]
UPDATE contact c SET (email, email_key, linkedin_url, linkedin_key, updated_at, version) = (
        CASE WHEN NOT r.email THEN c.email END,
        CASE WHEN NOT r.email_key THEN c.email_key END,
        CASE WHEN NOT r.linkedin THEN c.linkedin_url END,
        CASE WHEN NOT r.linkedin_key THEN c.linkedin_key END, now(), c.version + 1)
FROM (SELECT id, bool_or(place = 0) AS email_key, bool_or(place = 1) AS linkedin_key,
        bool_or(place = 0 AND whole <> 0) AS email, bool_or(place = 1 AND whole <> 0) AS linkedin
    FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS u(id, place, whole) GROUP BY id) AS r
WHERE c.tenant_id = app.tenant() AND c.contact_id = r.id;
