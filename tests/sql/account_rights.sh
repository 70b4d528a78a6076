#!/bin/sh
# Every function that pages may call asks for itself who is calling: an admin of one workspace gets
# nothing of another from any of them, and nobody but a super admin gets anything of the whole system.
# The walk makes its calls from the catalogue, so a new function is in it by itself.
. "$(dirname "$0")/../support/tap.sh"
[ -n "${LEADGEN_OWNER_DSN:-}" ] || tap_leave "LEADGEN_OWNER_DSN is not set: the functions are not walked"
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }

# Own account, or the way into it: these work for whoever calls.
own="'profile_read', 'profile_change', 'my_tenants', 'password_change', 'session_list_own',
    'session_revoke', 'session_revoke_others', 'second_factor_begin', 'second_factor_own',
    'second_factor_confirm', 'second_factor_remove', 'recovery_codes_renew', 'session_end'"
entry="'auth_open', 'auth_open_token', 'auth_touch', 'login_try', 'login_forgive', 'session_start',
    'second_step_begin', 'second_step_try', 'second_step_done', 'link_read', 'link_reset',
    'link_join', 'link_join_new'"
# Read settings or names only, or note what the caller did.
plain="'tenant', 'actor', 'fail', 'ms', 'user_name', 'acting_super', 'is_super', 'audit_add'"

mark=$$-$(date +%s)
owner "INSERT INTO tenant (slug, name) VALUES ('one-$mark', 'One'), ('two-$mark', 'Two');
    INSERT INTO user_account (email, email_key, name) VALUES ('ada-$mark', 'ada-$mark', 'Ada');
    INSERT INTO membership (tenant_id, user_id, role) SELECT tenant_id, user_id, 'admin'
        FROM tenant, user_account WHERE slug = 'one-$mark' AND email_key = 'ada-$mark'"
one=$(owner "SELECT tenant_id FROM tenant WHERE slug = 'one-$mark'")
two=$(owner "SELECT tenant_id FROM tenant WHERE slug = 'two-$mark'")
ada=$(owner "SELECT user_id FROM user_account WHERE email_key = 'ada-$mark'")

# calls WHERE: "name<TAB>call" of the functions of pages, with made-up arguments.
calls() {
    owner "SELECT p.proname || E'\t' || format('app.%I(%s)', p.proname, coalesce((SELECT string_agg(
            CASE WHEN n.name = 'of_tenant' THEN '$two'
                WHEN n.name = 'of_user' THEN '$ada'
                WHEN t.typname = 'jsonb' THEN '''{}'''
                WHEN t.typname = '_text' THEN '''{}'''
                WHEN t.typname = '_int8' THEN '''{1}'''
                WHEN t.typname = 'text' THEN '''viewer'''
                WHEN t.typname = 'bool' THEN 'true'
                WHEN t.typname = 'time' THEN '''02:00''::time'
                ELSE '1' END || '::' || t.typname, ', ' ORDER BY n.place)
            FROM unnest(p.proargtypes::oid[], p.proargnames[1:p.pronargs]) WITH ORDINALITY n(type, name, place)
            JOIN pg_type t ON t.oid = n.type), ''))
        FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND p.prorettype <> 'trigger'::regtype
            AND has_function_privilege('leadgen_app', p.oid, 'EXECUTE') AND $1 ORDER BY 1"
}
# Prints the call unless it is refused, or gives no row, NULL, false or nothing.
yields() {
    got=$(psql -qXAt -v VERBOSITY=sqlstate "$LEADGEN_APP_DSN" 2>&1 <<SQL
BEGIN;
SELECT set_config('app.tenant', '$1', true), set_config('app.actor', '$ada', true) \g /dev/null
SELECT x.* FROM $3 x;
ROLLBACK;
SQL
    )
    case $got in
    '' | f | 0 | *LG002 | *LG004 | *23502) ;; # 23502: no workspace to write into
    *) printf '%s: %s\n' "$2" "$(printf %s "$got" | head -1)" ;;
    esac
}
walk() {
    calls "$2" | while IFS="$(printf '\t')" read -r name call; do
        yields "$1" "$name" "$call"
    done
}

tap_ok "there are functions to call" [ "$(calls true | wc -l)" -gt 50 ]
tap_ok "and many that name a tenant" \
    [ "$(calls "'of_tenant' = ANY (p.proargnames)" | wc -l)" -gt 12 ]
walk "$two" "'of_tenant' = ANY (p.proargnames)" |
    tap_none "an admin of one workspace gets nothing of another, even inside its transaction"
walk "$one" "'of_tenant' = ANY (p.proargnames)" |
    tap_none "nor from the own one"
walk "" "p.proname NOT IN ($own, $entry, $plain)" |
    tap_none "outside a workspace only super admins get anything"
owner "SELECT name FROM unnest(ARRAY[$own, $entry, $plain]) name
    WHERE NOT EXISTS (SELECT FROM pg_proc WHERE proname = name AND pronamespace = 'app'::regnamespace)" |
    tap_none "every exception exists"

# Without anybody, what is one's own is nobody's.
calls "p.proname IN ($own) AND p.proname <> 'session_end'" | while IFS="$(printf '\t')" read -r name call; do
    got=$(psql -qXAt -v VERBOSITY=sqlstate "$LEADGEN_APP_DSN" -c "SELECT x.* FROM $call x" 2>&1)
    case $got in
    '' | f | *LG004) ;;
    *) printf '%s: %s\n' "$name" "$got" ;;
    esac
done | tap_none "one's own account is for who is signed in"

# The command line's rights are not to be had by pages.
tap_is "pages do not pass for the command line" \
    "$(psql -qXAt -v VERBOSITY=sqlstate "$LEADGEN_APP_DSN" -c "SELECT app.tenant_list('', '', '', 1)" 2>&1)" \
    "ERROR:  LG004"
tap_done
