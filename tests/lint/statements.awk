# Names the parameters of statements that no comment describes: "-- $1 name type", or "$3... name" for
# all from there on.
function check(    n) {
    for (n in asked)
        if (!(n in told) && !(rest && n + 0 >= rest)) print file ": $" n
    split("", asked)
    split("", told)
    rest = 0
}
FNR == 1 { check(); file = FILENAME }
{
    line = $0
    comment = line ~ /^ *--/
    while (match(line, /\$[0-9]+/)) {
        n = substr(line, RSTART + 1, RLENGTH - 1)
        line = substr(line, RSTART + RLENGTH)
        if (!comment) asked[n] = 1
        else if (line ~ /^\.\.\. [A-Za-z]/) rest = n + 0
        else if (line ~ /^ [A-Za-z]/) told[n] = 1
    }
}
END { check() }
