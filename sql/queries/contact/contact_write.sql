-- Changes the facts and keys that a patch names; $3 NULL leaves duplicate_of as it is.
-- $1 contact_id bigint, $2 facts and keys by column jsonb, $3 duplicate_of bigint
UPDATE contact SET (
        name_prefix, first_name, last_name, name_suffix, job_title, company_id, email,
        other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority, department,
        address, city, region, postal_code, country, language, birthday, source, notes, owner_id,
        tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
        duplicate_of, updated_at, checked_at, version) = (
        r.name_prefix, r.first_name, r.last_name, r.name_suffix, r.job_title, r.company_id,
        r.email, r.other_emails, r.phone, r.mobile_phone, r.other_phones, r.linkedin_url,
        r.seniority, r.department, r.address, r.city, r.region, r.postal_code, r.country,
        r.language, r.birthday, r.source, r.notes, r.owner_id, r.tag_ids, r.list_ids, r.custom, r.status, r.linkedin_activity,
        r.email_key, r.linkedin_key, r.name_key, r.search, r.sort_name, r.title_key, r.codes,
        coalesce($3, o.duplicate_of), now(), r.checked_at, o.version + 1)
FROM contact o CROSS JOIN LATERAL jsonb_populate_record(o, $2::jsonb) AS r
WHERE o.tenant_id = app.tenant() AND o.contact_id = $1
    AND contact.tenant_id = o.tenant_id AND contact.contact_id = o.contact_id;
