#!/bin/sh
# An invitation is worth what the person who made it may still do: with their admin right the link
# goes too, so nobody comes back through an invitation they kept.
. "$(dirname "$0")/../support/tap.sh"
[ -n "${LEADGEN_OWNER_DSN:-}" ] || tap_leave "LEADGEN_OWNER_DSN is not set: no invitation is tried"
mark="inv-$$"
rows() { psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" -c "$1" 2>&1; }

tenant=$(rows "INSERT INTO tenant (slug, name) VALUES ('$mark', 'Invitations') RETURNING tenant_id")
# person NAME: a user account
person() {
    rows "INSERT INTO user_account (email, email_key, name) VALUES ('$1-$mark@x.example', '$1-$mark@x.example', '$1') RETURNING user_id"
}
# role USER ROLE: in the workspace, '' for none
role() {
    rows "DELETE FROM membership WHERE tenant_id = $tenant AND user_id = $1"
    [ -z "$2" ] || rows "INSERT INTO membership (tenant_id, user_id, role) VALUES ($tenant, $1, '$2')"
}
# invite BY TOKEN: an open invitation, as an admin
invite() {
    rows "SELECT set_config('app.actor', '$1', false);
        SELECT app.invite($tenant, '$2-$mark@y.example', '$2-$mark@y.example', 'admin', '$2-$mark') > 0" | tail -1
}
opens() { rows "SELECT count(*) FROM app.link_read('$1-$mark')"; }
takes() {
    psql -qXAt -v ON_ERROR_STOP=1 "$LEADGEN_OWNER_DSN" \
        -c "SELECT app.link_join_new('$1-$mark', 'New', 'hash') > 0" 2>&1 | sed 's/^ERROR:  //; q'
}
gone="This link was used already, or is too old. Ask for a new one."

ada=$(person ada)
sue=$(person sue)
rows "UPDATE user_account SET is_super = true WHERE user_id = $sue"
role "$ada" admin
tap_is "an admin invites" "$(for one in kept removed demoted off; do invite "$ada" $one; done | sort -u)" t
tap_is "a super admin invites" "$(invite "$sue" super)" t
tap_is "the link opens" "$(opens kept)" 1
tap_is "and takes in a new person" "$(takes kept)" t

role "$ada" ""
tap_is "of an admin who was removed the link does not open" "$(opens removed)" 0
tap_is "and takes in nobody" "$(takes removed)" "$gone"
role "$ada" editor
tap_is "of an admin who is an editor now it takes in nobody" "$(takes demoted)" "$gone"
role "$ada" admin
rows "UPDATE user_account SET deactivated_at = now() WHERE user_id = $ada"
tap_is "of one whose account is off it takes in nobody" "$(takes off)" "$gone"
tap_is "the list of invitations calls them expired" "$(rows "SELECT set_config('app.actor', '$sue', false);
    SELECT string_agg(split_part(email, '-', 1), ' ' ORDER BY email) FROM app.invitation_list($tenant) WHERE expired" | tail -1)" \
    "demoted off removed"
tap_is "that of a super admin takes in a new person" "$(takes super)" t
tap_done
