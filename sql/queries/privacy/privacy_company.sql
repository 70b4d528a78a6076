-- Erases the values of deleted records for good; which those were. What else tells of them follows:
-- src/domain/privacy/privacy.c.
-- $1 record ids bigint[]
UPDATE company SET name = 'Erased', name_key = '', search = '', sort_name = '', codes = array_fill(0::smallint, ARRAY[cardinality(codes)]),
legal_form = NULL, domain = NULL, website_url = NULL, linkedin_url = NULL, industry = NULL,
keywords = NULL, employees = NULL, revenue = NULL, founded_year = NULL, description = NULL, phone
= NULL, email = NULL, address = NULL, city = NULL, region = NULL, postal_code = NULL, country =
NULL, registry_number = NULL, logo_url = NULL, crunchbase_url = NULL, source = NULL, notes = NULL,
owner_id = NULL, tag_ids = NULL, list_ids = NULL, custom = NULL, status = NULL, tier = NULL,
erased_at = now(), updated_at = now(), version = version + 1
WHERE tenant_id = app.tenant() AND company_id = ANY ($1::bigint[]) AND deleted_at IS NOT NULL
    AND erased_at IS NULL
RETURNING company_id AS record_id;
