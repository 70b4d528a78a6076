/* Views. See view.h. */
#include "web/view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/text.h"
#include "base/zone.h"

enum { URL_MOST = 64 * 1024, DAY = 86400 };

static void
encode_into(struct buf *buf, const char *text)
{
    static const char hex[] = "0123456789ABCDEF";
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            buf_char(buf, (char)c);
        } else {
            char code[] = {'%', hex[c >> 4], hex[c & 15]};
            buf_add(buf, code, sizeof code);
        }
    }
}

char *
view_encode(struct arena *arena, const char *text)
{
    struct buf buf;
    buf_init(&buf, arena, URL_MOST);
    encode_into(&buf, text);
    return buf.data;
}

char *
view_vurl(struct arena *arena, const char *format, va_list args)
{
    struct buf buf;
    buf_init(&buf, arena, URL_MOST);
    for (const char *c = format; *c; c++) {
        if (*c != '%') {
            buf_char(&buf, *c);
        } else if (c[1] == 's') {
            encode_into(&buf, va_arg(args, const char *));
            c++;
        } else if (!strncmp(c + 1, PRId64, strlen(PRId64))) {
            buf_printf(&buf, "%" PRId64, va_arg(args, int64_t));
            c += strlen(PRId64);
        } else {
            abort(); /* a format of ours that this function does not know */
        }
    }
    return buf.data;
}

char *
view_url(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *url = view_vurl(arena, format, args);
    va_end(args);
    return url;
}

char *
view_here_with(struct page *pg, const char *name, const char *value)
{
    struct buf buf;
    buf_init(&buf, pg->ctx->arena, URL_MOST);
    buf_text(&buf, pg->path);
    char mark = '?';
    for (size_t i = 0; i < pg->input.count; i++) {
        const struct param_value *sent = &pg->input.values[i];
        if (sent->source != PARAM_FROM_QUERY || !strcmp(sent->name, name) || !*sent->value)
            continue;
        buf_char(&buf, mark);
        encode_into(&buf, sent->name);
        buf_char(&buf, '=');
        encode_into(&buf, sent->value);
        mark = '&';
    }
    if (value) {
        buf_char(&buf, mark);
        encode_into(&buf, name);
        buf_char(&buf, '=');
        encode_into(&buf, value);
    }
    return buf.data;
}

struct numbers {
    const char *language, *group, *point;
};

static const struct numbers *
numbers_of(const struct page *pg)
{
    static const struct numbers table[] = {
        {"de-CH", "’",    "."},
        {"de",    ".",      ","},
        {"es",    ".",      ","},
        {"it",    ".",      ","},
        {"nl",    ".",      ","},
        {"pt",    ".",      ","},
        {"da",    ".",      ","},
        {"id",    ".",      ","},
        {"tr",    ".",      ","},
        {"fr",    "\u202F", ","},
        {"ru",    "\u00A0", ","},
        {"uk",    "\u00A0", ","},
        {"pl",    "\u00A0", ","},
        {"cs",    "\u00A0", ","},
        {"sk",    "\u00A0", ","},
        {"sv",    "\u00A0", ","},
        {"nb",    "\u00A0", ","},
        {"fi",    "\u00A0", ","},
        {"lt",    "\u00A0", ","},
        {"lv",    "\u00A0", ","},
        {"et",    "\u00A0", ","},
    };
    static const struct numbers english = {"en", ",", "."};
    const char *locale = pg->caller && pg->caller->locale ? pg->caller->locale : "en";
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (text_starts(locale, table[i].language))
            return &table[i];
    return &english;
}

char *
view_number(struct page *pg, int64_t value)
{
    const struct numbers *numbers = numbers_of(pg);
    char space[TEXT_I64], *digits = text_i64(space, value);
    size_t length = strlen(digits), first = digits[0] == '-' ? 1 : 0;
    struct buf buf;
    buf_init(&buf, pg->ctx->arena, 128);
    for (size_t i = 0; i < length; i++) {
        if (i > first && (length - i) % 3 == 0)
            buf_text(&buf, numbers->group);
        buf_char(&buf, digits[i]);
    }
    return buf.data;
}

char *
view_bytes(struct page *pg, int64_t bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB"};
    if (bytes < 1000)
        return arena_printf(pg->ctx->arena, "%" PRId64 " bytes", bytes);
    double value = (double)bytes / 1000;
    size_t unit = 0;
    while (value >= 999.5 && unit < 3) {
        value /= 1000;
        unit++;
    }
    int tenths = (int)(value * 10 + 0.5);
    if (tenths >= 100 || tenths % 10 == 0)
        return arena_printf(pg->ctx->arena, "%d %s", (tenths + 5) / 10, units[unit]);
    return arena_printf(pg->ctx->arena, "%d%s%d %s", tenths / 10, numbers_of(pg)->point,
                        tenths % 10, units[unit]);
}

char *
view_duration(struct arena *arena, int64_t ms)
{
    int64_t seconds = (ms + 500) / 1000;
    if (seconds < 90)
        return arena_printf(arena, "%" PRId64 " s", seconds);
    if (seconds < 90 * 60)
        return arena_printf(arena, "%" PRId64 " min", (seconds + 30) / 60);
    if (seconds < 36 * 3600)
        return arena_printf(arena, "%" PRId64 " h", (seconds + 1800) / 3600);
    return arena_printf(arena, "%" PRId64 " d", (seconds + DAY / 2) / DAY);
}

char *
view_width(struct arena *arena, int64_t part, int64_t whole)
{
    if (part <= 0 || whole <= 0)
        return arena_strdup(arena, "w-0");
    double share = part >= whole ? 100 : (double)part * 100 / (double)whole;
    int width = (int)(share + 0.5);
    return arena_printf(arena, "w-%d", width ? width : 1);
}

static int64_t
day_of(int64_t seconds)
{
    return seconds >= 0 ? seconds / DAY : -((-seconds + DAY - 1) / DAY);
}

const struct zone *
view_zone(struct page *pg)
{
    if (!pg->zone)
        pg->zone = zone_read(pg->ctx->arena,
                             pg->caller && pg->caller->timezone ? pg->caller->timezone : "UTC");
    return pg->zone;
}

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* "19 Nov 2025", with the time of day and the zone if wanted. */
static char *
moment_of(struct arena *arena, const struct tm *tm, const char *zone)
{
    struct buf out;
    buf_init(&out, arena, 64);
    buf_i64(&out, tm->tm_mday);
    buf_char(&out, ' ');
    buf_text(&out, months[tm->tm_mon]);
    buf_char(&out, ' ');
    buf_i64(&out, tm->tm_year + 1900);
    if (!zone)
        return out.data;
    const int clock[] = {tm->tm_hour, tm->tm_min, tm->tm_sec};
    for (size_t i = 0; i < 3; i++) {
        buf_char(&out, i ? ':' : ' ');
        buf_char(&out, (char)('0' + clock[i] / 10));
        buf_char(&out, (char)('0' + clock[i] % 10));
    }
    buf_char(&out, ' ');
    buf_text(&out, zone);
    return out.data;
}

char *
view_moment(struct page *pg, int64_t ms, bool exact)
{
    struct zone_time at;
    struct tm tm;
    zone_at(view_zone(pg), ms / 1000, &at);
    time_t seconds = (time_t)(ms / 1000 + at.offset);
    gmtime_r(&seconds, &tm);
    return moment_of(pg->ctx->arena, &tm, exact ? at.name : NULL);
}

void
view_time(struct page *pg, struct tree *tree, const char *path, int64_t ms)
{
    if (!ms)
        return;
    static const char *const weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    struct zone_time at, now;
    const struct zone *zone = view_zone(pg);
    zone_at(zone, ms / 1000, &at);
    zone_at(zone, clock_now_ms() / 1000, &now);
    int64_t local = ms / 1000 + at.offset;
    int64_t days = day_of(clock_now_ms() / 1000 + now.offset) - day_of(local);
    time_t seconds = (time_t)local, now_seconds = (time_t)(clock_now_ms() / 1000 + now.offset);
    struct tm tm, today;
    gmtime_r(&seconds, &tm);
    gmtime_r(&now_seconds, &today);
    char text[64], iso[64];
    int year = tm.tm_year + 1900, minutes = at.offset / 60;
    const char *month = months[tm.tm_mon];
    if (days == 0)
        snprintf(text, sizeof text, "today %02d:%02d", tm.tm_hour, tm.tm_min);
    else if (days > 0 && days < 7)
        snprintf(text, sizeof text, "%s", weekdays[tm.tm_wday]);
    else if (tm.tm_year == today.tm_year)
        snprintf(text, sizeof text, "%d %s", tm.tm_mday, month);
    else
        snprintf(text, sizeof text, "%d %s %d", tm.tm_mday, month, year);
    snprintf(iso, sizeof iso, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, tm.tm_mon + 1,
             tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, minutes < 0 ? '-' : '+',
             abs(minutes) / 60, abs(minutes) % 60);
    struct tree *node = tree_node(tree, path);
    tree_set(node, "text", text);
    tree_set(node, "day", moment_of(pg->ctx->arena, &tm, NULL));
    tree_set(node, "exact", moment_of(pg->ctx->arena, &tm, at.name));
    tree_set(node, "iso", iso);
}

char *
view_initials(struct arena *arena, const char *name)
{
    size_t length = strlen(name), at = 0;
    int32_t first = 0, last = 0;
    for (bool begins = true; at < length;) {
        int32_t cp = text_next(name, length, &at);
        if (text_is_letter(cp) && begins) {
            first = first ? first : cp;
            last = cp;
        }
        begins = !text_is_letter(cp) && cp != '\'' && cp != 0x2019;
    }
    struct buf buf;
    buf_init(&buf, arena, 32);
    at = 0;
    int count = 0;
    for (bool begins = true; at < length && count < 2;) {
        size_t from = at;
        int32_t cp = text_next(name, length, &at);
        bool wanted = count == 0 ? cp == first : cp == last;
        if (text_is_letter(cp) && begins && wanted) {
            buf_add(&buf, name + from, at - from);
            count++;
        }
        begins = !text_is_letter(cp) && cp != '\'' && cp != 0x2019;
    }
    return buf.data;
}

void
view_field(struct page *pg, const char *name, const char *value)
{
    tree_set(pg->view, arena_printf(pg->ctx->arena, "Form.%s.value", name), value);
}

void
view_field_i64(struct page *pg, const char *name, int64_t value)
{
    tree_set_i64(pg->view, arena_printf(pg->ctx->arena, "Form.%s.value", name), value);
}

void
view_option(struct page *pg, const char *name, const char *value, const char *label)
{
    const char *count_path = arena_printf(pg->ctx->arena, "Form.%s.count", name);
    const char *count = tree_get(pg->view, count_path);
    long long n = count ? strtoll(count, NULL, 10) : 0;
    struct tree *row =
        tree_node(pg->view, arena_printf(pg->ctx->arena, "Form.%s.options.%lld", name, n));
    tree_set(row, "value", value);
    tree_set(row, "label", label);
    tree_set_i64(pg->view, count_path, n + 1);
}

void
view_pager(struct page *pg, const char *before, const char *after)
{
    /* Each link drops the other direction's cursor. */
    struct param_set all = pg->input;
    struct param_set kept = {0};
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.values[i].name, "before") != 0 && strcmp(all.values[i].name, "after") != 0)
            params_add(pg->ctx->arena, &kept, all.values[i].name, all.values[i].value,
                       all.values[i].source);
    pg->input = kept;
    if (before)
        tree_set(pg->view, "Pager.previous", view_here_with(pg, "before", before));
    if (after)
        tree_set(pg->view, "Pager.next", view_here_with(pg, "after", after));
    pg->input = all;
}
