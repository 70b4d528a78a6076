/* robots.txt, following Google's parser and matcher (github.com/google/robotstxt). See robots.h. */
#include "base/robots.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/charset.h"
#include "base/text.h"

enum { LINE_MAX_BYTES = 2083 * 8, DELAY_MAX = 86400 };

enum key { KEY_OTHER, KEY_AGENT, KEY_ALLOW, KEY_DISALLOW, KEY_DELAY, KEY_SITEMAP };

/* Rules grow in two lists: of groups that name the agent, and of groups for everyone. */
struct rules {
    struct robots_rule *items;
    size_t n, size;
    double delay;
};

struct reader {
    struct arena *arena;
    const char *agent;
    struct robots *out;
    struct rules own, global;
    bool ever_own;              /* some group names the agent */
    bool in_own, in_global;     /* the present group does, or is for everyone */
    bool any_agent, after_rule; /* an agent line was seen; a rule follows it */
};

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct span
trimmed(const char *at, size_t length)
{
    while (length > 0 && is_blank(*at)) {
        at++;
        length--;
    }
    while (length > 0 && is_blank(at[length - 1]))
        length--;
    return (struct span){at, length};
}

/* --- lines --------------------------------------------------------------------------------- */

/* Keys count by their beginning, common slips of the finger included. */
static enum key
key_of(struct span name)
{
    static const struct {
        const char *name;
        enum key key;
    } keys[] = {
        {"user-agent",  KEY_AGENT   },
        {"useragent",   KEY_AGENT   },
        {"user agent",  KEY_AGENT   },
        {"useg-agent",  KEY_AGENT   },
        {"users-agent", KEY_AGENT   },
        {"user-agnet",  KEY_AGENT   },
        {"ser-agent",   KEY_AGENT   },
        {"allow",       KEY_ALLOW   },
        {"disallow",    KEY_DISALLOW},
        {"dissallow",   KEY_DISALLOW},
        {"dissalow",    KEY_DISALLOW},
        {"disalow",     KEY_DISALLOW},
        {"diasllow",    KEY_DISALLOW},
        {"disallaw",    KEY_DISALLOW},
        {"desallow",    KEY_DISALLOW},
        {"crawl-delay", KEY_DELAY   },
        {"crawldelay",  KEY_DELAY   },
        {"sitemap",     KEY_SITEMAP },
        {"site-map",    KEY_SITEMAP },
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (name.length >= strlen(keys[i].name) &&
            !strncasecmp(name.data, keys[i].name, strlen(keys[i].name)))
            return keys[i].key;
    return KEY_OTHER;
}

/* Splits "key: value"; the colon may be missing when exactly two words stand there. */
static bool
split(struct span line, struct span *key, struct span *value)
{
    const char *comment = memchr(line.data, '#', line.length);
    if (comment)
        line.length = (size_t)(comment - line.data);
    line = trimmed(line.data, line.length);
    const char *end = line.data + line.length;
    const char *at = memchr(line.data, ':', line.length);
    if (!at) {
        at = line.data;
        while (at < end && *at != ' ' && *at != '\t')
            at++;
        struct span rest = trimmed(at, (size_t)(end - at));
        for (size_t i = 0; i < rest.length; i++)
            if (is_blank(rest.data[i]))
                return false;
        if (rest.length == 0)
            return false;
        *key = (struct span){line.data, (size_t)(at - line.data)};
        *value = rest;
        return true;
    }
    *key = trimmed(line.data, (size_t)(at - line.data));
    *value = trimmed(at + 1, (size_t)(end - at - 1));
    return key->length > 0;
}

static bool
is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static char
upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* "%c3" in upper case; bytes beyond ASCII, on wish, and the few that no address holds as %XX. */
static const char *
escaped(struct arena *arena, struct span text, bool beyond_ascii)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buf buf;
    buf_init(&buf, arena, 3 * text.length + 1);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '%' && i + 2 < text.length && is_hex(text.data[i + 1]) &&
            is_hex(text.data[i + 2])) {
            buf_char(&buf, '%');
            buf_char(&buf, upper(text.data[i + 1]));
            buf_char(&buf, upper(text.data[i + 2]));
            i += 2;
        } else if (c >= 0x80 ? beyond_ascii : c == ' ' || c == '"' || c == '<' || c == '>') {
            buf_char(&buf, '%');
            buf_char(&buf, digits[c >> 4]);
            buf_char(&buf, digits[c & 15]);
        } else {
            buf_char(&buf, (char)c);
        }
    }
    return buf.data;
}

/* --- groups -------------------------------------------------------------------------------- */

static bool
name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           (unsigned char)c >= 0x80;
}

static bool
name_or_digit(char c)
{
    return name_char(c) || (c >= '0' && c <= '9');
}

/* True when `name` is the agent, or a product ("name/1.0") of a whole User-Agent. */
static bool
names_agent(const char *agent, const char *name, size_t length)
{
    if (length == 0)
        return false;
    if (strlen(agent) == length && !strncasecmp(agent, name, length))
        return true;
    for (const char *slash = strchr(agent, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *begin = slash;
        while (begin > agent && name_or_digit(begin[-1]))
            begin--;
        if ((size_t)(slash - begin) == length && !strncasecmp(begin, name, length))
            return true;
    }
    return false;
}

static void
take_agent(struct reader *reader, struct span value)
{
    reader->any_agent = true;
    if (reader->after_rule)
        reader->in_own = reader->in_global = reader->after_rule = false;
    if (value.length >= 1 && value.data[0] == '*' &&
        (value.length == 1 || is_blank(value.data[1]))) {
        reader->in_global = true;
        return;
    }
    size_t length = 0, whole;
    while (length < value.length && name_char(value.data[length]))
        length++;
    /* the standard's names end before a digit; those of some robots hold one */
    for (whole = length; whole < value.length && name_or_digit(value.data[whole]);)
        whole++;
    if (names_agent(reader->agent, value.data, length) ||
        names_agent(reader->agent, value.data, whole))
        reader->in_own = reader->ever_own = true;
}

static void
add_rule(struct arena *arena, struct rules *rules, const char *pattern, bool allow)
{
    if (rules->n == rules->size) {
        rules->size = rules->size ? 2 * rules->size : 16;
        struct robots_rule *more = ARENA_ARRAY(arena, rules->size, struct robots_rule);
        if (rules->n)
            memcpy(more, rules->items, rules->n * sizeof *more);
        rules->items = more;
    }
    rules->items[rules->n++] = (struct robots_rule){pattern, allow};
}

static void
take_rule(struct reader *reader, struct span value, bool allow)
{
    if (!reader->any_agent)
        return;
    reader->after_rule = true;
    if (value.length == 0 || (!reader->in_own && !reader->in_global))
        return;
    struct rules *rules = reader->in_own ? &reader->own : &reader->global;
    const char *pattern = escaped(reader->arena, value, true);
    add_rule(reader->arena, rules, pattern, allow);
    /* allowing the index page allows the folder itself */
    const char *slash = strrchr(pattern, '/');
    if (allow && slash && text_starts(slash, "/index.htm"))
        add_rule(reader->arena, rules,
                 arena_printf(reader->arena, "%.*s$", (int)(slash + 1 - pattern), pattern), true);
}

static void
take_delay(struct reader *reader, struct span value)
{
    char *end = NULL;
    const char *text = arena_strndup(reader->arena, value.data, value.length);
    double seconds = strtod(text, &end);
    if (end == text || !(seconds >= 0) || seconds > DELAY_MAX)
        return;
    if (reader->in_own && reader->own.delay < seconds)
        reader->own.delay = seconds;
    else if (!reader->in_own && reader->in_global && reader->global.delay < seconds)
        reader->global.delay = seconds;
}

static void
take_sitemap(struct reader *reader, struct span value)
{
    struct robots *out = reader->out;
    if (value.length == 0 || out->n_sitemaps == ROBOTS_SITEMAPS_MAX)
        return;
    const char *url = arena_strndup(reader->arena, value.data, value.length);
    for (size_t i = 0; i < out->n_sitemaps; i++)
        if (!strcmp(out->sitemaps[i], url))
            return;
    out->sitemaps[out->n_sitemaps++] = url;
}

static void
take_line(struct reader *reader, struct span line)
{
    struct span key, value;
    if (line.length > LINE_MAX_BYTES)
        line.length = LINE_MAX_BYTES;
    if (!split(line, &key, &value))
        return;
    switch (key_of(key)) {
    case KEY_AGENT:
        take_agent(reader, value);
        break;
    case KEY_ALLOW:
    case KEY_DISALLOW:
        take_rule(reader, value, key_of(key) == KEY_ALLOW);
        break;
    case KEY_DELAY:
        take_delay(reader, value);
        break;
    case KEY_SITEMAP:
        take_sitemap(reader, value);
        break;
    case KEY_OTHER:
        break;
    }
}

void
robots_read(struct arena *arena, const char *bytes, size_t length, const char *agent,
            struct robots *out)
{
    memset(out, 0, sizeof *out);
    struct reader reader = {.arena = arena, .agent = agent, .out = out};
    reader.own.delay = reader.global.delay = -1;
    length = length > ROBOTS_BYTES_MAX ? ROBOTS_BYTES_MAX : length;
    charset_unmarked(arena, &bytes, &length);
    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
            end++;
        take_line(&reader, (struct span){bytes + at, end - at});
        at = end + 1;
    }
    const struct rules *rules = reader.ever_own ? &reader.own : &reader.global;
    out->rules = rules->items;
    out->n_rules = rules->n;
    out->delay = rules->delay;
}

/* --- matching ------------------------------------------------------------------------------ */

/* True when the path begins as the pattern says. Only the last "*" is ever gone back to: an earlier
 * one took the shortest that fits, which leaves the most for the rest. */
static bool
matches(const char *pattern, const char *path)
{
    const char *star = NULL, *retry = NULL;
    for (;;) {
        if (*pattern == '*') {
            star = ++pattern;
            retry = path;
        } else if (!*pattern) {
            return true;
        } else if (*pattern == '$' && !pattern[1]) {
            if (!*path)
                return true;
            if (!star)
                return false;
            path = ++retry;
            pattern = star;
        } else if (*path && *pattern == *path) {
            pattern++;
            path++;
        } else {
            if (!star || !*retry)
                return false;
            path = ++retry;
            pattern = star;
        }
    }
}

/* Path, parameters and query of an address; "/" when there is none. */
static struct span
path_of(const char *url)
{
    const char *at = text_starts(url, "//") ? url + 2 : url;
    const char *early = strpbrk(at, "/?;");
    const char *scheme = strstr(at, "://");
    if (early && scheme && early < scheme)
        scheme = NULL;
    const char *path = strpbrk(scheme ? scheme + 3 : at, "/?;");
    const char *hash = path ? strchr(url, '#') : NULL;
    if (!path || (hash && hash < path))
        return (struct span){"/", 1};
    return (struct span){path, hash ? (size_t)(hash - path) : strlen(path)};
}

bool
robots_allowed(const struct robots *robots, struct arena *arena, const char *url)
{
    struct span part = path_of(url);
    const char *path = escaped(arena, part, false);
    if (*path != '/')
        path = arena_printf(arena, "/%s", path);
    size_t allowed = 0, refused = 0;
    for (size_t i = 0; i < robots->n_rules; i++) {
        const struct robots_rule *rule = &robots->rules[i];
        size_t length = strlen(rule->pattern);
        size_t *longest = rule->allow ? &allowed : &refused;
        if (length > *longest && matches(rule->pattern, path))
            *longest = length;
    }
    return refused <= allowed;
}
