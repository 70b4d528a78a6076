#!/bin/sh
# The rules of templates that the parser does not check. ClearSilver 0.10.5 escapes what var: prints
# and nothing else; each of these gets a value past that, reads files, or runs data as a template.
# The table at the end proves that every rule finds what it is for.
root=${LEADGEN_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$root/tests/support/tap.sh"

# files DIR: every template, relative
files() {
    (cd "$1" && find . -name '*.cs' | sed 's|^\./||' | sort)
}

# flat DIR: "FILE: the whole text in one line"
flat() {
    files "$1" | while read -r file; do
        printf '%s: %s\n' "$file" "$(tr '\n' ' ' <"$1/$file")"
    done
}

# commands DIR: "FILE: COMMAND", each command on a line of its own
commands() {
    files "$1" | while read -r file; do
        tr '\n' ' ' <"$1/$file" | sed 's/<?cs/\n<?cs/g' | sed -n 's/^<?cs *\(.*\)/\1/p' |
            sed 's/ *?>.*//' | grep -v '^#' | sed "s|^|$file: |"
    done
}

raw_commands() { # print, evaluate or name without escaping
    commands "$1" | grep -E ': (uvar|lvar|evar|linclude|name|alt)[:!]'
}
escape_switch() { # change the escaping of a block
    commands "$1" | grep -E ': /?escape'
}
include_constant() { # include what is not a constant, or silently nothing
    commands "$1" | grep -E ': include' | grep -vE ': include!"[A-Za-z0-9_./-]+"$'
}
escape_whole() { # one escape function turns escaping off for all of its expression
    commands "$1" | grep -E '(html|js|url|css)_escape *\(|url_validate *\(' |
        grep -vE ': var:(html|js|url|css)_escape\([A-Za-z0-9_.]+\)$'
}
byte_functions() { # undo escaping, or cut inside a character
    commands "$1" | grep -E '(text_html|html_strip|string\.[a-z]+) *\('
}
no_set() { # write into the request's values
    commands "$1" | grep -E ': set[:!]'
}
compare_size() { # 32-bit numbers; text is never ordered
    commands "$1" | sed 's/"[^"]*"//g' | grep -E '[<>]'
}
quoted_attributes() { # a blank in an unquoted value begins a new attribute
    flat "$1" | grep -E '[A-Za-z-]=<\?cs'
}
inline_script() { # values in scripts; the policy forbids inline ones anyway
    flat "$1" | sed 's/<?cs[^?]*?>/CS/g; s/<script/\n<script/g' | grep '^<script' |
        sed 's|</script>.*|</script>|' | grep -v '^<script[^>]*src="[^>]*></script>'
}
inline_style() { # the policy forbids it
    flat "$1" | grep -iE '<style| style=| on[a-z]+="|javascript:'
}
form_token() { # a form that changes something carries the token
    flat "$1" | grep -v '^mail/' | sed 's/<form/\n<form/g' | grep -iE '^<form[^>]*method="post' |
        sed 's|</form.*||' | grep -v 'call:csrf()'
}
polite_words() { # the voice of the product
    flat "$1" | grep -oiE '.{0,30}(please|oops)[^a-z].{0,20}'
}

rules="raw_commands escape_switch include_constant escape_whole byte_functions no_set compare_size
quoted_attributes inline_script inline_style form_token polite_words"
for rule in $rules; do
    tap_is "templates keep to $rule" "$($rule "$root/templates")" ""
done

bad=$(mktemp -d)
trap 'rm -rf "$bad"' EXIT
while IFS='|' read -r rule text; do
    [ -n "$rule" ] || continue
    printf '%s\n' "$text" >"$bad/bad.cs"
    tap_ok "$rule finds $text" [ -n "$($rule "$bad")" ]
done <<'END'
raw_commands|<?cs uvar:x ?>
raw_commands|<?cs  lvar:x ?>
raw_commands|<?cs evar:x ?>
raw_commands|<?cs linclude:x ?>
raw_commands|<?cs name:x ?>
raw_commands|<b><?cs alt:x ?>y<?cs /alt ?>
escape_switch|<?cs escape:"none" ?><?cs var:x ?><?cs /escape ?>
include_constant|<?cs include:"a.cs" ?>
include_constant|<?cs include!Page.name ?>
escape_whole|<?cs var:html_escape(a) + b ?>
escape_whole|<?cs var:L[url_escape(k)].n ?>
byte_functions|<?cs var:string.slice(a, 0, 3) ?>
no_set|<?cs set:a = b ?>
compare_size|<?cs if:a > #3 ?>x<?cs /if ?>
quoted_attributes|<a href=<?cs var:x ?>>
inline_script|<script>var a = 1;</script>
inline_script|<script src="/a.js">x</script>
inline_script|<script src="/a.js"><?cs var:x ?></script>
inline_style|<p style="width:3px">
inline_style|<a onclick="x()">
form_token|<form method="post" action="/x"><button>Go</button></form>
form_token|<form method="post"><?cs call:csrf() ?></form><form method="post"></form>
polite_words|Please try again.
END
tap_done
