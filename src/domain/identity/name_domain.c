/* Names and domains. See name_domain.h. */
#include "domain/identity/name_domain.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/company/company_name.h"

static const struct {
    const char *letter, *pair;
} umlauts[] = {
    {"ä", "ae"},
    {"ö", "oe"},
    {"ü", "ue"},
    {"Ä", "Ae"},
    {"Ö", "Oe"},
    {"Ü", "Ue"},
    {"ø", "oe"},
    {"Ø", "Oe"},
    {"å", "aa"},
    {"Å", "Aa"},
};

/* The key of the name with umlauts as two letters; its plain key when it has none. */
static const char *
long_key(struct arena *arena, const char *name)
{
    struct buf buf;
    const char *text = text_nfc(arena, name);
    buf_init(&buf, arena, 2 * strlen(text) + 1);
    while (*text) {
        size_t i = 0, n = sizeof umlauts / sizeof *umlauts;
        while (i < n && !text_starts(text, umlauts[i].letter))
            i++;
        if (i < n)
            buf_text(&buf, umlauts[i].pair);
        else
            buf_char(&buf, *text);
        text += i < n ? strlen(umlauts[i].letter) : 1;
    }
    return company_name_key(arena, buf.data);
}

/* May have an umlaut, as one character or two: most names have none. */
static bool
is_accented(const char *name)
{
    return strpbrk(name, "\xC3\xCC");
}

bool
name_domain_same(struct arena *arena, const char *a, const char *b)
{
    return a && b && (is_accented(a) || is_accented(b)) &&
           (!strcmp(company_name_key(arena, a), company_name_key(arena, b)) ||
            !strcmp(long_key(arena, a), long_key(arena, b)));
}

/* The key without blanks, and without its "and"s when they are not wanted. */
static const char *
squeezed(struct arena *arena, const char *key, bool ands)
{
    struct buf buf;
    buf_init(&buf, arena, strlen(key) + 1);
    for (; *key; key++) {
        if (!ands && text_starts(key, " and "))
            key += strlen(" and");
        if (*key != ' ')
            buf_char(&buf, *key);
    }
    return buf.data;
}

static bool
begins_alike(const char *name, const char *label)
{
    if (!strcmp(label, name))
        return true;
    return (strlen(label) >= 4 && text_starts(name, label)) ||
           (strlen(name) >= 4 && text_starts(label, name));
}

bool
name_domain_resembles(struct arena *arena, const char *name, const char *domain)
{
    char *label = arena_strndup(arena, domain, strcspn(domain, "."));
    size_t n = 0;
    for (const char *p = label; *p; p++)
        if (*p != '-')
            label[n++] = *p;
    label[n] = '\0';
    const char *const keys[] = {name ? company_name_key(arena, name) : "",
                                name ? long_key(arena, name) : ""};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (*keys[i] && (begins_alike(squeezed(arena, keys[i], true), label) ||
                         begins_alike(squeezed(arena, keys[i], false), label)))
            return true;
    return false;
}
