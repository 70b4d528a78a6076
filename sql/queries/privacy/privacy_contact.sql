-- Erases the values of deleted records for good; which those were. What else tells of them follows:
-- src/domain/privacy/privacy.c.
-- $1 record ids bigint[]
UPDATE contact SET name_key = '', search = '', sort_name = '', codes = array_fill(0::smallint, ARRAY[cardinality(codes)]),
name_prefix = NULL, first_name = NULL, last_name = NULL, name_suffix = NULL, job_title = NULL,
company_id = NULL, email = NULL, other_emails = NULL, phone = NULL, mobile_phone = NULL,
other_phones = NULL, linkedin_url = NULL, seniority = NULL, department = NULL, address = NULL,
city = NULL, region = NULL, postal_code = NULL, country = NULL, language = NULL, birthday = NULL,
source = NULL, notes = NULL, owner_id = NULL, tag_ids = NULL, list_ids = NULL, custom = NULL,
status = NULL, linkedin_activity = NULL, email_key = NULL, linkedin_key = NULL, title_key = NULL,
email_state = 0, employment = 0, last_seen_at = NULL, erased_at = now(), updated_at = now(), version = version + 1
WHERE tenant_id = app.tenant() AND contact_id = ANY ($1::bigint[]) AND deleted_at IS NOT NULL
    AND erased_at IS NULL
RETURNING contact_id AS record_id;
