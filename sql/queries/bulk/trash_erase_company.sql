-- Erases the values of deleted records for good: of the row and of its changes. How many.
-- $1 record ids bigint[]
WITH gone AS (
    UPDATE company SET name = 'Erased', name_key = '', search = '', sort_name = '', codes = array_fill(0::smallint, ARRAY[cardinality(codes)]),
    legal_form = NULL, domain = NULL, website_url = NULL, linkedin_url = NULL, industry = NULL,
    keywords = NULL, employees = NULL, revenue = NULL, founded_year = NULL, description = NULL, phone
    = NULL, email = NULL, address = NULL, city = NULL, region = NULL, postal_code = NULL, country =
    NULL, registry_number = NULL, logo_url = NULL, crunchbase_url = NULL, source = NULL, notes = NULL,
    owner_id = NULL, tag_ids = NULL, list_ids = NULL, custom = NULL, status = NULL, tier = NULL,
    erased_at = now(), updated_at = now(), version = version + 1
    WHERE tenant_id = app.tenant() AND company_id = ANY ($1::bigint[]) AND deleted_at IS NOT NULL
        AND erased_at IS NULL
    RETURNING company_id
), forgotten AS (
    UPDATE change c SET previous = NULL
    FROM gone g
    WHERE c.tenant_id = app.tenant() AND c.entity = 1 AND c.record_id = g.company_id
        AND c.previous IS NOT NULL
), unfounded AS (
    DELETE FROM record_fact f USING gone g
    WHERE f.tenant_id = app.tenant() AND f.entity = 1 AND f.record_id = g.company_id
), unbuilt AS (
    DELETE FROM company_technology t USING gone g
    WHERE t.tenant_id = app.tenant() AND t.company_id = g.company_id
)
SELECT count(*) FROM gone;
