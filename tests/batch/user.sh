#!/bin/sh
# leadgen-batch user and tenant: accounts from the command line.
. "$LEADGEN_SRCDIR/tests/support/tap.sh"
[ -n "${LEADGEN_BATCH_DSN:-}" ] || tap_leave "LEADGEN_BATCH_DSN is not set: accounts are not made"
batch=$LEADGEN_BUILDDIR/leadgen-batch
export LEADGEN_URL=https://leads.example
mark=$$-$(date +%s)
owner() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1"; }

"$batch" tenant add "user-$mark" --name "User $mark" >/dev/null
tap_is "a tenant is made" "$(owner "SELECT name FROM tenant WHERE slug = 'user-$mark'")" "User $mark"
"$batch" tenant add "user-$mark" 2>/dev/null
tap_is "but not twice" $? 65
"$batch" tenant add "No Good" 2>/dev/null
tap_is "nor with a name that is no address" $? 65

said=$("$batch" user add "Ann.$mark@X.example" --name Ann --tenant "user-$mark" --role editor)
tap_ok "a user is made" [ "$(printf %s "$said" | head -1 | cut -d ' ' -f 1,3)" = "user Ann.$mark@X.example" ]
tap_is "with a random password" \
    "$(printf '%s\n' "$said" | grep -cE '^password ([a-z2-9]{5}-){3}[a-z2-9]{5}$')" 1
tap_is "and the role" "$(owner "SELECT role FROM membership JOIN user_account USING (user_id)
    WHERE email_key = 'ann.$mark@x.example'")" editor
tap_is "by nobody but the command line" "$(owner "SELECT count(*) FROM audit
    WHERE action = 'user_add' AND actor IS NULL AND subject = 'ann.$mark@x.example'")" 1

echo "kolo most 1942" | "$batch" user add "sue.$mark@x.example" --name Sue --super --password-stdin >/dev/null
tap_is "a super admin with a password of one's own" \
    "$(owner "SELECT is_super FROM user_account WHERE email_key = 'sue.$mark@x.example'")" t
echo password | "$batch" user add "weak.$mark@x.example" --name Weak --password-stdin 2>/dev/null
tap_is "a weak password is refused" $? 65
"$batch" user add "ann.$mark@x.example" --name Ann >/dev/null 2>&1
tap_is "an address that has an account too" $? 65
"$batch" user add nonsense --name Ann >/dev/null 2>&1
tap_is "and what is no address" $? 65
"$batch" user add "bob.$mark@x.example" --name Bob --tenant none-$mark --role viewer >/dev/null 2>&1
tap_is "without the tenant there is no account" \
    "$? $(owner "SELECT count(*) FROM user_account WHERE email_key = 'bob.$mark@x.example'")" "66 0"
"$batch" user add "bob.$mark@x.example" --name Bob --tenant "user-$mark" --role king >/dev/null 2>&1
tap_is "a role that does not exist is a mistake of usage" $? 64

link=$("$batch" user reset-link "ANN.$mark@x.example" 2>/dev/null)
tap_is "a link for a new password" \
    "$(printf '%s\n' "$link" | grep -cE '^https://leads.example/link/[A-Za-z0-9_-]{32}$')" 1
tap_is "of which the database keeps the hash" "$(owner "SELECT count(*) FROM one_time_link WHERE token_hash =
    encode(sha256(convert_to('${link##*/}', 'UTF8')), 'hex') AND kind = 'reset' AND used_at IS NULL")" 1
"$batch" user reset-link "nobody.$mark@x.example" >/dev/null 2>&1
tap_is "not for who does not exist" $? 66

tap_is "the list has the role" "$("$batch" user list --json | grep -c "\"email\":\"ann.$mark@x.example\".*User $mark: editor")" 1
tap_ok "and is for people too" sh -c "'$batch' user list | grep -q 'ann.$mark@x.example .*editor'"
tap_done
