#!/bin/sh
# Backup, restore and upgrade with data, the way README.md tells it: everything of one folder comes
# back in another, in this version, and from the version before.
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
. "$here/tests/support/ports.sh"
[ -w "$here" ] || tap_leave "the checkout cannot be written: up cannot build in it"
for name in $(env | sed -n 's/^\(LEADGEN_[A-Z_]*\)=.*/\1/p'); do
    [ "$name" = LEADGEN_TEST_DATA ] || unset "$name"
done
export LEADGEN_DEMO=0
dir=$(mktemp -d /tmp/leadgen-backup.XXXXXX)
chmod 755 "$dir"
old=$dir/old new=$dir/new older=$dir/older
port=$(free_port)

value() { sed -n "s/^$2=//p" "$1/env"; }
sql() { psql -qXAt -v ON_ERROR_STOP=1 "$(value "$1" LEADGEN_OWNER_DSN)" -c "$2"; }
up() {
    where=$1
    shift
    port=$(free_port $((port + 1)))
    env "$@" LEADGEN_VAR="$where" LEADGEN_PORT=$port sh "$here/nginx/up" >"$dir/up.log" 2>&1
}
batch() { LEADGEN_VAR=$1 "$here/build/leadgen-batch" tenant add "$2" --name "$3" >/dev/null; }
schema() { pg_dump -s "$(value "$1" LEADGEN_OWNER_DSN)" | grep -v -e '^--' -e '^\\' -e '^$' | sort; }
counts() {
    for table in $(sql "$1" "SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"); do
        case $table in
        job* | schedule* | worker* | health*) ;; # the tick goes on writing there
        *) echo "$table $(sql "$1" "SELECT count(*) FROM $table")" ;;
        esac
    done
}
finish() {
    for where in "$old" "$new" "$older"; do
        LEADGEN_VAR=$where sh "$here/nginx/down" >/dev/null 2>&1
    done
    sh "$here/tests/support/cluster" stop "$dir/cluster" >/dev/null 2>&1
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM

# --- everything comes back
tap_ok "up" up "$old" || sed 's/^/# /' "$dir/up.log"
batch "$old" first "First tenant"
mkdir -p "$old/files/ab"
echo upload >"$old/files/ab/abcdef"
tap_ok "backup while it runs" sh -c "LEADGEN_VAR=$old sh '$here/nginx/backup' '$dir/saved' >/dev/null"
tap_is "only its owner can read it" "$(stat -c %a "$dir/saved" "$dir/saved/keys" "$dir/saved/leadgen.dump" | sort -u | paste -sd' ')" "600 700"
tap_ok "it does not write over a backup" sh -c "! LEADGEN_VAR=$old sh '$here/nginx/backup' '$dir/saved' 2>/dev/null"
counts "$old" >"$dir/counts"
batch "$old" later "Later tenant"
tap_ok "a new folder starts from it" up "$new" LEADGEN_RESTORE="$dir/saved" || sed 's/^/# /' "$dir/up.log"
tap_is "with what was there then" "$(sql "$new" "SELECT string_agg(slug, ' ') FROM tenant")" first
tap_is "and the files" "$(cat "$new/files/ab/abcdef")" upload
tap_is "and the keys" "$(cat "$new/keys")" "$(cat "$old/keys")"
tap_is "and the admin's password" "$(value "$new" LEADGEN_ADMIN_PASSWORD)" "$(value "$old" LEADGEN_ADMIN_PASSWORD)"
tap_is "row for row" "$(counts "$new")" "$(cat "$dir/counts")"
schema "$old" >"$dir/a"
schema "$new" >"$dir/b"
tap_is "in the same tables, with the same rights" "$(diff "$dir/a" "$dir/b")" ""
tap_ok "it answers" [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/healthz")" = 200 ]
tap_ok "a folder with data refuses a backup" sh -c "! LEADGEN_VAR=$new LEADGEN_PORT=$port LEADGEN_RESTORE=$dir/saved LEADGEN_DEMO=0 sh '$here/nginx/up' >'$dir/no.log' 2>&1"
tap_ok "and says so" grep -q "holds data already" "$dir/no.log"
tap_ok "and goes on" [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/healthz")" = 200 ]

# --- the version before: without the newest migration
mkdir -p "$dir/version/sql"
cp -R "$here/sql/migrations" "$dir/version/sql/migrations"
newest=$(ls "$dir/version/sql/migrations" | sort | tail -1)
rm "$dir/version/sql/migrations/$newest"
eval "$(sh "$here/tests/support/cluster" start "$dir/cluster")"
LEADGEN_VAR=$dir LEADGEN_SRCDIR=$dir/version "$here/build/leadgen-batch" migrate >/dev/null
psql -qX "$LEADGEN_OWNER_DSN" -c "INSERT INTO tenant (slug, name) VALUES ('ancient', 'Ancient')"
mkdir "$dir/previous" "$dir/previous/files"
pg_dump -Fc "$LEADGEN_OWNER_DSN" >"$dir/previous/leadgen.dump"
cp "$old/keys" "$dir/previous/keys"
unset LEADGEN_OWNER_DSN LEADGEN_APP_DSN LEADGEN_BATCH_DSN
tap_ok "a backup of the version before starts in this one" up "$older" LEADGEN_RESTORE="$dir/previous" || sed 's/^/# /' "$dir/up.log"
tap_ok "the newest migration is applied to it" grep -q "$newest" "$older/log/migrate.log"
tap_is "its data is there" "$(sql "$older" "SELECT name FROM tenant")" Ancient
schema "$older" >"$dir/c"
tap_is "in this version's tables" "$(diff "$dir/a" "$dir/c")" ""

# --- a backup that is damaged changes nothing
head -c 2000 "$dir/saved/leadgen.dump" >"$dir/previous/leadgen.dump"
tap_ok "a damaged backup is refused" sh -c "! LEADGEN_VAR=$dir/broken LEADGEN_PORT=$((port + 1)) LEADGEN_RESTORE=$dir/previous sh '$here/nginx/up' >'$dir/no.log' 2>&1"
tap_ok "in words" grep -q "could not be restored" "$dir/no.log"
LEADGEN_VAR=$dir/broken sh "$here/nginx/down" >/dev/null 2>&1
tap_done
