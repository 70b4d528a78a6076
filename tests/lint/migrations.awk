# Names the statements of a migration that lock or rewrite a table which the file itself does not
# make. Reads statements up to a semicolon outside $$ bodies; comments are left out, but for a line
# "-- safe: REASON" before a statement that may do it all the same.
function table_after(words,    at, rest) {
    at = match(tolower(text), words)
    if (!at) return ""
    rest = substr(text, at + RLENGTH)
    sub(/^[ \t\n]*(if not exists |if exists |only )?/, "", rest)
    match(rest, /^[A-Za-z0-9_."]+/)
    return substr(rest, 1, RLENGTH)
}
function check(    lower, name) {
    gsub(/[ \t\n]+/, " ", text)
    lower = tolower(text)
    if (lower ~ /^ ?create (unlogged )?table/) {
        made[table_after("create (unlogged )?table")] = 1
        return
    }
    if (lower ~ /^ ?create (unique )?index/) {
        name = table_after(" on ")
        if (!(name in made)) complain("builds an index on " name)
    } else if (lower ~ /^ ?alter table/) {
        name = table_after("alter table")
        if (name in made) return
        if (lower ~ / alter (column )?[a-z_]+ (set data )?type /) complain("changes the type of a column of " name)
        if (lower ~ / set not null/) complain("scans " name " for SET NOT NULL")
        if (lower ~ / add (constraint [a-z_]+ )?(check|foreign key|unique|primary key|exclude)/ && lower !~ /not valid|using index/)
            complain("checks all of " name ": add the constraint NOT VALID")
        if (lower ~ / references / && lower !~ /not valid/ && lower !~ / add column /) complain("checks all of " name)
        if (lower ~ / add column .*(default (clock_timestamp|random|gen_random|nextval)|generated always as)/)
            complain("rewrites " name)
        if (lower ~ / (rename|drop column)/) complain("breaks the release that runs: " name)
    } else if (lower ~ /^ ?(update|delete|truncate|cluster|vacuum|lock table|drop table|reindex)/) {
        name = table_after("(update|delete from|truncate( table)?|cluster|vacuum( full)?|lock table|drop table|reindex table)")
        if (!(name in made)) complain("locks or rewrites " name)
    }
}
function complain(what) { if (!safe) print FILENAME ": " what }
/^-- safe: ........../ { safe = 1 }
/^[ \t]*--/ { next }
{
    line = $0
    sub(/[ \t]--.*$/, "", line)
    while (line != "") {
        if (body) {
            at = index(line, "$$")
            if (!at) { line = ""; continue }
            body = 0; line = substr(line, at + 2)
        } else {
            at = match(line, /\$\$|;/)
            if (!at) { text = text " " line; line = ""; continue }
            text = text substr(line, 1, at - 1)
            if (substr(line, at, 1) == ";") { check(); text = ""; safe = 0; line = substr(line, at + 1) }
            else { body = 1; line = substr(line, at + 2) }
        }
    }
}
