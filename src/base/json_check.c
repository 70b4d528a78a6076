/* See json_check.h. One pass; what encloses the place is a bit for each level. */
#include "base/json_check.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

struct place {
    const char *p, *end;
    const char *problem;
    uint64_t objects; /* bit n: level n is an object, else an array */
    unsigned level;
    size_t members;
};

static bool
fail(struct place *place, const char *problem)
{
    place->problem = problem;
    return false;
}

static void
blanks(struct place *place)
{
    while (place->p < place->end &&
           (*place->p == ' ' || *place->p == '\n' || *place->p == '\r' || *place->p == '\t'))
        place->p++;
}

static bool
is_digit(const struct place *place)
{
    return place->p < place->end && *place->p >= '0' && *place->p <= '9';
}

static bool
digits(struct place *place)
{
    if (!is_digit(place))
        return fail(place, "a digit is missing");
    while (is_digit(place))
        place->p++;
    return true;
}

static bool
at(const struct place *place, char c)
{
    return place->p < place->end && *place->p == c;
}

static bool
number(struct place *place)
{
    if (at(place, '-'))
        place->p++;
    if (at(place, '0'))
        place->p++;
    else if (!digits(place))
        return false;
    if (at(place, '.')) {
        place->p++;
        if (!digits(place))
            return false;
    }
    if (at(place, 'e') || at(place, 'E')) {
        place->p++;
        if (at(place, '+') || at(place, '-'))
            place->p++;
        return digits(place);
    }
    return true;
}

static bool
is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool
text(struct place *place)
{
    for (place->p++; place->p < place->end; place->p++) {
        unsigned char c = (unsigned char)*place->p;
        if (c == '"') {
            place->p++;
            return true;
        }
        if (c < ' ')
            return fail(place, "a control character stands in a text");
        if (c != '\\')
            continue;
        place->p++;
        if (place->p == place->end)
            break;
        if (*place->p == 'u') {
            for (int i = 0; i < 4; i++)
                if (++place->p >= place->end || !is_hex(*place->p))
                    return fail(place, "an escape is not complete");
        } else if (!memchr("\"\\/bfnrt", *place->p, 8)) {
            return fail(place, "an unknown escape stands in a text");
        }
    }
    return fail(place, "a text is not closed");
}

static bool
word(struct place *place, const char *name)
{
    size_t length = strlen(name);
    if ((size_t)(place->end - place->p) < length || memcmp(place->p, name, length))
        return fail(place, "a value is missing");
    place->p += length;
    return true;
}

static bool
scalar(struct place *place)
{
    if (place->p == place->end)
        return fail(place, "a value is missing");
    switch (*place->p) {
    case '"':
        return text(place);
    case 't':
        return word(place, "true");
    case 'f':
        return word(place, "false");
    case 'n':
        return word(place, "null");
    default:
        if (*place->p != '-' && !is_digit(place))
            return fail(place, "a value is missing");
        return number(place);
    }
}

static bool
in_object(const struct place *place)
{
    return place->level && (place->objects >> (place->level - 1) & 1);
}

/* The key of a member and the colon behind it. */
static bool
key(struct place *place)
{
    blanks(place);
    if (!at(place, '"'))
        return fail(place, "a key is missing");
    if (!text(place))
        return false;
    blanks(place);
    if (!at(place, ':'))
        return fail(place, "a colon is missing");
    place->p++;
    place->members++;
    return true;
}

/* Opens an object or array; *empty when it closes at once. */
static bool
enter(struct place *place, unsigned depth, bool *empty)
{
    bool object = *place->p == '{';
    if (place->level == depth)
        return fail(place, "too many levels");
    place->p++;
    blanks(place);
    *empty = at(place, object ? '}' : ']');
    if (*empty) {
        place->p++;
        return true;
    }
    uint64_t bit = (uint64_t)1 << place->level++;
    place->objects = object ? place->objects | bit : place->objects & ~bit;
    return !object || key(place);
}

/* Behind a value: closes levels until another value must follow or the text is done. */
static bool
leave(struct place *place, bool *done)
{
    *done = false;
    while (place->level) {
        blanks(place);
        if (at(place, ',')) {
            place->p++;
            return !in_object(place) || key(place);
        }
        if (!at(place, in_object(place) ? '}' : ']'))
            return fail(place, "a comma or a closing bracket is missing");
        place->p++;
        place->level--;
    }
    *done = true;
    return true;
}

static bool
values(struct place *place, unsigned depth)
{
    bool done = false;
    while (!done) {
        bool empty = true;
        blanks(place);
        if (at(place, '{') || at(place, '[')) {
            if (!enter(place, depth, &empty))
                return false;
            if (!empty)
                continue;
        } else if (!scalar(place)) {
            return false;
        }
        if (!leave(place, &done))
            return false;
    }
    blanks(place);
    return place->p == place->end || fail(place, "something follows the value");
}

bool
json_check(const char *bytes, size_t length, unsigned depth, struct json_check *out)
{
    struct place place = {.p = bytes, .end = bytes + length};
    size_t valid = utf8_valid_prefix(bytes, length);
    bool good = depth <= 64 && values(&place, depth);
    memset(out, 0, sizeof *out);
    if (good && valid < length) {
        good = fail(&place, "bytes that are not UTF-8 stand");
        place.p = bytes + valid;
    }
    out->problem = good ? NULL : place.problem;
    out->members = place.members;
    out->line = 1;
    out->at = 1;
    for (const char *p = bytes; p < place.p && p < place.end; p++) {
        out->at = *p == '\n' ? 1 : out->at + 1;
        out->line += *p == '\n';
    }
    return good;
}
