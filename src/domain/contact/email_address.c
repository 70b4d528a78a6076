/* E-mail addresses out of cells. See email_address.h for the policy. */
#include "domain/contact/email_address.h"

#include <string.h>
#include <strings.h>

#include "base/blank.h"
#include "base/host.h"
#include "base/text.h"
#include "domain/contact/email_lists.h"
#include "domain/contact/free_mail.h"

enum { TEXT_LIMIT = 8192, LOCAL_MAX = 64, ADDRESS_MAX = 254 };

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* --- one address --------------------------------------------------------------------------- */

/* What may stand between the dots of a local part; *beyond tells whether it needs SMTPUTF8. */
static bool
is_atom_char(int32_t cp, bool *beyond)
{
    if (cp < 0x80)
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9') ||
               (cp > 0 && strchr("!#$%&'*+-/=?^_`{|}~", cp) != NULL);
    *beyond = true;
    return text_is_letter(cp) || text_is_digit(cp) || text_is_mark(cp);
}

static bool
read_local(struct arena *arena, struct span span, struct email_address *out)
{
    if (span.length == 0 || span.length > LOCAL_MAX)
        return false;
    const char *local = arena_strndup(arena, span.data, span.length);
    local = text_lower(arena, text_nfc(arena, local));
    size_t length = strlen(local), at = 0;
    bool dot = true, first = true;
    while (at < length) {
        int32_t cp = text_next(local, length, &at);
        if (cp == '.' && dot)
            return false;
        dot = cp == '.';
        if (!dot && (!is_atom_char(cp, &out->utf8_local) || (first && text_is_mark(cp))))
            return false;
        first = false;
    }
    out->local = local;
    return !dot && length <= LOCAL_MAX && length == strlen(local);
}

/* Endings that never leave a network; and labels such as "yy--0", which no registry gives out. */
static bool
is_public(const char *domain)
{
    static const char *const inner[] = {"local",    "localhost", "localdomain", "lan",
                                        "internal", "intranet",  "corp",        "home",
                                        "onion",    "invalid",   "arpa"};
    const char *ending = strrchr(domain, '.') + 1;
    if (strlen(ending) < 2)
        return false;
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (!strcmp(inner[i], ending))
            return false;
    for (const char *label = domain; label; label = strchr(label, '.')) {
        label += *label == '.';
        if (label[0] && label[1] && label[2] == '-' && label[3] == '-' && strncmp(label, "xn", 2))
            return false;
    }
    return strchr(domain, '_') == NULL;
}

static enum email_verdict
read_exact(struct arena *arena, struct span text, struct email_address *out)
{
    memset(out, 0, sizeof *out);
    out->address = out->local = out->domain = out->display_name = out->suggestion = "";
    const char *at = memrchr(text.data, '@', text.length);
    if (!at)
        return EMAIL_NO_AT;
    struct span local = {text.data, (size_t)(at - text.data)};
    struct span domain = {at + 1, text.length - local.length - 1};
    if (text.length > (size_t)2 * ADDRESS_MAX)
        return EMAIL_TOO_LONG;
    if (!read_local(arena, local, out))
        return local.length > LOCAL_MAX ? EMAIL_TOO_LONG : EMAIL_BAD_LOCAL;
    const char *host = NULL;
    enum host_kind kind = HOST_INVALID;
    if (domain.length > 0 && domain.data[domain.length - 1] != '.')
        kind = host_read(arena, domain.data, domain.length, &host);
    if (kind == HOST_NAME || kind == HOST_LOCAL) {
        const char *meant = email_lists_suggestion(arena, host);
        if (meant)
            out->suggestion = arena_printf(arena, "%s@%s", out->local, meant);
    }
    if (kind != HOST_NAME || !is_public(host))
        return EMAIL_BAD_DOMAIN;
    out->domain = host;
    out->address = arena_printf(arena, "%s@%s", out->local, host);
    if (strlen(out->address) > ADDRESS_MAX)
        return EMAIL_TOO_LONG;
    out->role = email_lists_is_role(out->local);
    out->free_mail = free_mail_is(host);
    out->disposable = email_lists_is_disposable(host);
    return EMAIL_OK;
}

/* --- pieces of a cell ---------------------------------------------------------------------- */

/* The next piece that may be an address, from *at; the text in front of "<" is a display name. */
static bool
next_piece(const char **at, struct span *piece)
{
    const char *p = *at;
    while (*p && (is_blank(*p) || strchr(",;<>|", *p)))
        p++;
    if (!*p)
        return false;
    size_t n = 0;
    while (p[n] && !is_blank(p[n]) && !strchr(",;<>|", p[n]))
        n++;
    *piece = (struct span){p, n};
    *at = p + n;
    return true;
}

static struct span
without_opening(struct span piece)
{
    size_t n = 0;
    while (n < piece.length && strchr("([{\"'`:", piece.data[n]))
        n++;
    return (struct span){piece.data + n, piece.length - n};
}

/* Drops what wraps an address in text, "mailto:" and what a link carries behind "?". */
static struct span
unwrapped(struct span piece)
{
    piece = without_opening(piece);
    static const char *const labels[] = {"mailto:", "email:", "e-mail:", "mail:", "e:"};
    bool link = false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t n = strlen(labels[i]);
        if (piece.length > n && !strncasecmp(piece.data, labels[i], n)) {
            piece.data += n;
            piece.length -= n;
            link = i == 0;
            break;
        }
    }
    piece = without_opening(piece);
    const char *query = link ? memchr(piece.data, '?', piece.length) : NULL;
    if (query)
        piece.length = (size_t)(query - piece.data);
    while (piece.length > 0 && strchr(")]}\"'`.,:;!?", piece.data[piece.length - 1]))
        piece.length--;
    return piece;
}

/* What stands in front of "<": the name, without quotes. */
static const char *
display_name(struct arena *arena, const char *text, const char *address)
{
    const char *bracket = address;
    while (bracket > text && *bracket != '<')
        bracket--;
    if (*bracket != '<')
        return "";
    const char *from = bracket;
    while (from > text && from[-1] != '>' && from[-1] != ';' && from[-1] != '|')
        from--;
    char *name = text_squeeze(arena, arena_strndup(arena, from, (size_t)(bracket - from)));
    size_t n = strlen(name);
    while (n > 0 && strchr("\"' ,", name[n - 1]))
        name[--n] = '\0';
    return name + strspn(name, "\"' ,");
}

/* Walks the cell; gives up to `max` addresses. *first is the verdict of the first candidate. */
static size_t
walk(struct arena *arena, const char *text, struct email_address *out, size_t max,
     enum email_verdict *first)
{
    const char *at = text;
    struct span piece;
    size_t count = 0;
    bool seen = false;
    *first = EMAIL_NO_AT;
    while (count < max && next_piece(&at, &piece)) {
        if (!memchr(piece.data, '@', piece.length))
            continue;
        struct span rest = unwrapped(piece);
        bool several = memchr(rest.data, '@', rest.length) != memrchr(rest.data, '@', rest.length);
        while (count < max && rest.length > 0) {
            /* "a@x.com/b@y.com": "/" is legal in a local part, so only where two "@" stand */
            const char *slash = several ? memchr(rest.data, '/', rest.length) : NULL;
            struct span one = {rest.data, slash ? (size_t)(slash - rest.data) : rest.length};
            enum email_verdict verdict =
                read_exact(arena, several ? unwrapped(one) : one, &out[count]);
            if (!seen)
                *first = verdict;
            seen = true;
            bool fresh = verdict == EMAIL_OK;
            for (size_t i = 0; fresh && i < count; i++)
                fresh = strcmp(out[i].address, out[count].address) != 0;
            if (fresh) {
                out[count].display_name = display_name(arena, text, one.data);
                count++;
            }
            size_t step = one.length + (slash != NULL);
            rest.data += step;
            rest.length -= step;
        }
    }
    return count;
}

/* The cell in the form in which it is walked; NULL when it says nothing. */
static const char *
cell_text(struct arena *arena, const char *text)
{
    if (blank_is(text))
        return NULL;
    if (strlen(text) > TEXT_LIMIT)
        text = arena_strndup(arena, text, TEXT_LIMIT);
    return text_squeeze(arena, text);
}

enum email_verdict
email_address_read(struct arena *arena, const char *text, struct email_address *out)
{
    memset(out, 0, sizeof *out);
    out->address = out->local = out->domain = out->display_name = out->suggestion = "";
    const char *cell = cell_text(arena, text);
    if (!cell)
        return EMAIL_NONE;
    enum email_verdict verdict;
    return walk(arena, cell, out, 1, &verdict) > 0 ? EMAIL_OK : verdict;
}

enum email_verdict
email_address_exact(struct arena *arena, const char *text, struct email_address *out)
{
    /* dots of other scripts, which IDNA takes for "." */
    static const char *const dots[] = {"\xEF\xBC\x8E", "\xE3\x80\x82", "\xEF\xBD\xA1"};
    enum email_verdict verdict = read_exact(arena, (struct span){text, strlen(text)}, out);
    for (size_t i = 0; verdict == EMAIL_OK && i < sizeof dots / sizeof *dots; i++)
        if (text_ends(text, dots[i]))
            verdict = EMAIL_BAD_DOMAIN;
    return *text ? verdict : EMAIL_NONE;
}

size_t
email_address_list(struct arena *arena, const char *text, struct email_address *out, size_t max)
{
    const char *cell = cell_text(arena, text);
    enum email_verdict verdict;
    return cell ? walk(arena, cell, out, max, &verdict) : 0;
}

const char *
email_address_reason(enum email_verdict verdict)
{
    switch (verdict) {
    case EMAIL_OK:
        return "";
    case EMAIL_NONE:
        return "No e-mail address is given.";
    case EMAIL_NO_AT:
        return "This is not an e-mail address: it has no @ sign.";
    case EMAIL_BAD_LOCAL:
        return "The part before the @ sign is not one that mail systems accept.";
    case EMAIL_BAD_DOMAIN:
        return "The part behind the @ sign is not a domain.";
    case EMAIL_TOO_LONG:
        return "This is too long for an e-mail address.";
    }
    return "";
}
