-- A campaign of :people contacts of the tenant :tenant with three approved messages each; in each
-- hundred one without an address, one excluded and one of a disqualified company.
SET app.tenant = :tenant;
INSERT INTO campaign (tenant_id, name, name_key, state) VALUES (:tenant, 'Bench', 'bench', 'approved')
RETURNING campaign_id \gset
INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, day_offset, label, max_length)
SELECT :tenant, :campaign_id, n, CASE n WHEN 2 THEN 'linkedin_message' ELSE 'email' END, n, 'Step ' || n, 2000
FROM generate_series(1, 3) n;
INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state)
SELECT :tenant, :campaign_id, contact_id, CASE row_number() OVER () % 100 WHEN 7 THEN 'excluded' ELSE 'written' END
FROM contact WHERE tenant_id = :tenant AND email IS NOT NULL ORDER BY contact_id LIMIT :people;
INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, state, channel, position, rank, language, tone,
    formality, provider, approved_version, decided_at)
SELECT :tenant, :campaign_id, s.step_id, p.contact_id, 'approved', s.channel, s.position, 0, 'en', 'friendly', 'formal',
    'embedded', 1, now()
FROM campaign_person p JOIN campaign_step s USING (tenant_id, campaign_id)
WHERE p.tenant_id = :tenant AND p.campaign_id = :campaign_id ORDER BY p.contact_id, s.position;
INSERT INTO message_version (tenant_id, message_id, version, subject, body, origin)
SELECT :tenant, message_id, 1, CASE channel WHEN 'email' THEN 'A word about ' || contact_id END,
    'Dear ' || contact_id || E',\n\n' || repeat('Your team writes that it looks for a way to do this, and we know one. ', 9)
        || E'\n\nIs Thursday a good day?\n', 'embedded'
FROM message WHERE tenant_id = :tenant AND campaign_id = :campaign_id;
ANALYZE campaign_person; ANALYZE message; ANALYZE message_version; ANALYZE campaign_step; ANALYZE contact; ANALYZE company;
\echo :campaign_id
