#!/bin/sh
# Walks the catalogue of the migrated database: who owns what, who may do what, and that every table
# with a tenant is fenced off by tenant. Tables that are not stand in sql/exempt_tables.tsv.
. "$(dirname "$0")/../support/tap.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
[ -n "${LEADGEN_OWNER_DSN:-}" ] || tap_leave "LEADGEN_OWNER_DSN is not set: the catalogue is not walked"
exempt=$(grep -v '^#' "$root/sql/exempt_tables.tsv" | cut -f 1 | sed "s/.*/'&'/" | paste -sd , -)
rows() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1" || echo "the query failed"; }
# Our tables: the partitioned and the plain ones, not the partitions.
tables="(SELECT c.oid, c.relname AS name, c.relrowsecurity AS fenced, c.relowner AS owner,
    n.nspname = 'public' AND c.relname NOT IN ($exempt) AS is_tenants
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p') AND NOT c.relispartition) AS t"
first="(SELECT attnum FROM pg_attribute WHERE attrelid = t.oid AND attname = 'tenant_id')"

tap_ok "there are tables to look at" [ "$(rows "SELECT count(*) > 5 FROM $tables WHERE is_tenants")" = t ]
grep -v '^#' "$root/sql/exempt_tables.tsv" | awk -F '\t' 'NF != 2 || length($2) < 20' |
    tap_none "every exempt table has its reason"
rows "SELECT x FROM unnest(ARRAY[$exempt]) x WHERE x NOT IN (SELECT name FROM $tables)" |
    tap_none "every exempt table exists"
rows "SELECT name FROM $tables WHERE is_tenants AND NOT fenced" |
    tap_none "every tenant table has row-level security"
rows "SELECT name FROM $tables WHERE is_tenants AND NOT EXISTS (SELECT FROM pg_policy p
    WHERE p.polrelid = t.oid AND p.polcmd = '*' AND p.polpermissive
    AND pg_get_expr(p.polqual, t.oid) = '(tenant_id = app.tenant())'
    AND pg_get_expr(p.polwithcheck, t.oid) = '(tenant_id = app.tenant())')" |
    tap_none "every tenant table has the tenant policy, for reading and writing"
rows "SELECT name || '.' || p.polname FROM $tables JOIN pg_policy p ON p.polrelid = t.oid
    WHERE is_tenants AND p.polname <> 'tenant'" | tap_none "and no policy beside it"
rows "SELECT name FROM $tables WHERE is_tenants AND NOT EXISTS (SELECT FROM pg_attribute
    WHERE attrelid = t.oid AND attname = 'tenant_id' AND attnotnull)" |
    tap_none "every tenant table has a tenant_id that is never NULL"
rows "SELECT name || ': ' || i.indexrelid::regclass FROM $tables JOIN pg_index i ON i.indrelid = t.oid
    WHERE is_tenants AND i.indkey[0] IS DISTINCT FROM $first
    AND (SELECT amname FROM pg_am a JOIN pg_class x ON x.relam = a.oid WHERE x.oid = i.indexrelid) = 'btree'" |
    tap_none "tenant_id stands first in every key and index"
rows "SELECT name || ': ' || k.conname FROM $tables JOIN pg_constraint k ON k.conrelid = t.oid
    JOIN pg_class r ON r.oid = k.confrelid
    WHERE is_tenants AND k.contype = 'f' AND r.relname NOT IN ($exempt)
    AND k.conkey[1] IS DISTINCT FROM $first" | tap_none "and in every reference to a tenant table"

grants="has_table_privilege('leadgen_app', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
    OR has_any_column_privilege('leadgen_app', oid, 'SELECT, INSERT, UPDATE, REFERENCES')"
rows "SELECT name FROM $tables WHERE NOT is_tenants AND ($grants)" |
    tap_none "pages hold no grant on an exempt table"
rows "SELECT c.relname FROM pg_class c WHERE c.relispartition AND ($grants
    OR has_table_privilege('leadgen_batch', oid, 'SELECT, INSERT, UPDATE, DELETE'))" |
    tap_none "nobody holds a grant on a partition"
rows "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'app') AND c.relkind = 'v' AND has_table_privilege('leadgen_app', c.oid, 'SELECT')
    AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)" |
    tap_none "pages read no view with its owner's rights"
rows "SELECT name FROM $tables WHERE has_table_privilege('leadgen_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')
    OR has_table_privilege('leadgen_batch', oid, 'TRUNCATE, REFERENCES, TRIGGER')
    UNION ALL SELECT name FROM $tables, aclexplode((SELECT relacl FROM pg_class WHERE pg_class.oid = t.oid)) g
    WHERE g.grantee = 0" | tap_none "nobody may empty a table, and PUBLIC holds nothing"

rows "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'app') AND c.relowner <> 'leadgen_owner'::regrole" |
    tap_none "leadgen_owner owns every table"
rows "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'app') AND p.proowner <> 'leadgen_owner'::regrole" |
    tap_none "and every function"
rows "SELECT classid::regclass || ' ' || objid FROM pg_shdepend WHERE deptype = 'o'
    AND refobjid IN ('leadgen_app'::regrole, 'leadgen_batch'::regrole)" |
    tap_none "the roles that serve own nothing"
rows "SELECT rolname FROM pg_roles WHERE rolname IN ('leadgen_app', 'leadgen_batch', 'leadgen_owner')
    AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)" |
    tap_none "none of our roles gets around row-level security"
rows "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'app' AND p.prosecdef
    AND NOT coalesce((SELECT bool_or(s LIKE 'search_path=%pg_temp') FROM unnest(p.proconfig) s), false)" |
    tap_none "every function with its owner's rights fixes its search path"
rows "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
    WHERE n.nspname IN ('app', 'public') AND g.grantee = 0 AND g.privilege_type = 'EXECUTE'" |
    tap_none "no function is open to PUBLIC"
tap_done
