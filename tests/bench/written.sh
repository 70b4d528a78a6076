# A workspace with a campaign that can be written, sourced by the crash test and the bench of generation.
# `owner SQL` runs SQL as the owner.

# written_campaign PEOPLE VARIANTS: tenant 1 "kestrel" gets people with companies, evidence and facts, and
# campaign 1 with three steps.
written_campaign() {
    owner "
    INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, city, country, codes)
    SELECT 1, 'Works ' || i, 'w' || i, 'w' || i, 'w' || i, 'w' || i || '.example', 'Brno', 'CZ', '{1,2,3,0,5,0,0,40,1,0,0,0}'
    FROM generate_series(1, $1) i;
    INSERT INTO contact (tenant_id, first_name, last_name, job_title, name_key, search, sort_name, email, email_key,
        linkedin_url, linkedin_key, company_id, email_state, language, codes)
    SELECT 1, 'Ann', 'Tester', 'Head of Sales', 'x', 'x', 'x', 'ann@' || domain, 'ann@' || domain,
        'https://www.linkedin.com/in/' || company_id, company_id, company_id, 1,
        (ARRAY['en', 'de', NULL])[company_id % 3 + 1], '{1,2,0,0,0,0,0,0,0,0,0,0}' FROM company;
    INSERT INTO score (tenant_id, company_id, version, total, tier, signals, points, places, pages)
    SELECT 1, company_id, 1, 50, 'high', s.keys, '{9,8,7,6}', '{1,1,1,1}', 3 FROM company
    CROSS JOIN (SELECT array_agg(key) AS keys FROM (VALUES ('AGENTIC_AI'), ('COMPLIANCE'), ('HIRING'), ('FUNDING')) AS k(key)) s;
    INSERT INTO score_evidence (tenant_id, company_id, signal, place, url, before, found, after, places, percent)
    SELECT 1, s.company_id, k, 1, 'https://w' || s.company_id || '.example/about', 'At our site we ', 'build agents',
        ' for makers of machines.', 1, 100 FROM score s CROSS JOIN unnest(s.signals) k;
    INSERT INTO record_fact (tenant_id, entity, record_id, field, kind, value, confidence, url, snippet, stage)
    SELECT 1, 1, company_id, 14, 1, 'Brno', 90, 'https://w' || company_id || '.example/contact', 'Brno', 'facts' FROM company;
    INSERT INTO campaign_sender (tenant_id, name, company, is_default) VALUES (1, 'Hana Test', 'Kestrel', true);
    INSERT INTO campaign (tenant_id, name, name_key, state, sender_id) VALUES (1, 'Autumn', 'autumn', 'draft', 1);
    INSERT INTO campaign_offer (tenant_id, campaign_id, language, does) VALUES
        (1, 1, 'en', 'We check invoices before they go out.'), (1, 1, 'de', 'Wir prüfen Rechnungen vor dem Versand.');
    INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, day_offset, label, max_length, variants) VALUES
        (1, 1, 1, 'email', 0, 'Intro', 1200, $2), (1, 1, 2, 'linkedin_message', 3, 'Note', 800, 1),
        (1, 1, 3, 'email', 7, 'Close', 1200, 1);
    INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) SELECT 1, 1, contact_id FROM contact;
    UPDATE campaign SET state = 'ready'" >/dev/null
}
