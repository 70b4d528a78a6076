#!/bin/sh
# The disk fills up while a file is uploaded: the page says so, nothing half-written stays, and the
# same upload works once there is room. Needs root (mounts a small file system).
set -u
here=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$here/tests/support/tap.sh"
. "$here/tests/support/ports.sh"
[ "$(id -u)" = 0 ] || tap_leave "only root can mount a file system that is full"
for name in $(env | sed -n 's/^\(LEADGEN_[A-Z_]*\)=.*/\1/p'); do
    unset "$name"
done
export LEADGEN_DEMO=0
dir=$(mktemp -d /tmp/leadgen-full.XXXXXX)
chmod 755 "$dir"
var=$dir/var
port=$(free_port)
url=http://127.0.0.1:$port
finish() {
    LEADGEN_VAR=$var sh "$here/nginx/down" >/dev/null 2>&1
    umount "$var/files" 2>/dev/null
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' INT TERM
value() { sed -n "s/^$1=//p" "$var/env"; }
sql() { psql -qXAt -v ON_ERROR_STOP=1 "$(value LEADGEN_OWNER_DSN)" -c "$1"; }
page() { curl -s -b "$dir/cookies" -c "$dir/cookies" "$@"; }
csrf() { page "$url/small/import" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -1; }

tap_ok "up" env LEADGEN_VAR="$var" LEADGEN_PORT="$port" sh "$here/nginx/up" >"$dir/up.log" 2>&1 || sed 's/^/# /' "$dir/up.log"
LEADGEN_VAR=$var "$here/build/leadgen-batch" tenant add small --name Small >/dev/null
owner=$(stat -c %U:%G "$var/files")
mount -t tmpfs -o size=3m,mode=700 tmpfs "$var/files" || tap_leave "no file system can be mounted here"
chown "$owner" "$var/files"
token=$(page "$url/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -1)
page -o /dev/null --data-urlencode "csrf=$token" --data-urlencode "email=$(value LEADGEN_ADMIN_EMAIL)" \
    --data-urlencode "password=$(value LEADGEN_ADMIN_PASSWORD)" "$url/login"
{
    echo "Name,Website"
    seq 200000 | sed 's/.*/Company &,company&.example/'
} >"$dir/list.csv"

# --- in one form, as without script
page -w '\n%{http_code}' -F "csrf=$(csrf)" -F "file=@$dir/list.csv" "$url/small/import" >"$dir/answer"
tap_ok "a form that does not fit is refused" [ "$(tail -1 "$dir/answer")" -ge 400 ]
tap_ok "the page names the disk and what to do" grep -qi "disk is full.*free some space" "$dir/answer"
tap_is "no import is left of it" "$(sql "SELECT count(*) FROM import")" 0
tap_is "nor a part of the file" "$(find "$var/files" -type f -size +0 | wc -l)" 0

# --- in slices, as with script
begun=$(page -H "X-CSRF-Token: $(csrf)" -H "Origin: $url" -d "name=list.csv&size=$(stat -c %s "$dir/list.csv")" "$url/small/import/begin")
id=$(echo "$begun" | sed -n 's/.*"id":\([0-9]*\).*/\1/p')
tap_ok "an upload in slices begins" [ -n "$id" ]
slice() {
    tail -c "+$(($1 + 1))" "$dir/list.csv" | head -c 2000000 >"$dir/slice"
    page -w '\n%{http_code}' -H "X-CSRF-Token: $(csrf)" -H "Origin: $url" -H "Content-Type: application/octet-stream" \
        --data-binary "@$dir/slice" "$url/small/import/$id/slice?offset=$1" >"$dir/answer"
    tail -1 "$dir/answer"
}
tap_is "the first slice fits" "$(slice 0)" 200
tap_ok "the second does not" [ "$(slice 2000000)" -ge 400 ]
tap_ok "and says why" grep -qi "disk is full" "$dir/answer"
tap_is "what had arrived is still known" "$(sql "SELECT received FROM import WHERE import_id = $id")" 2000000
mount -o remount,size=64m "$var/files"
at=2000000 size=$(stat -c %s "$dir/list.csv")
while [ "$at" -lt "$size" ]; do
    [ "$(slice "$at")" = 200 ] || break
    at=$((at + 2000000))
done
tap_is "with room the upload goes on where it was" "$(sql "SELECT received FROM import WHERE import_id = $id")" "$size"
tap_ok "and the file is whole" sh -c "find '$var/files' -type f -size +1000k -exec cmp {} '$dir/list.csv' \; | wc -l | grep -qx 0"
tap_ok "the pages work all the while" [ "$(page -o /dev/null -w '%{http_code}' "$url/small/import")" = 200 ]
tap_done
