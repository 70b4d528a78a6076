/* Host names over libidn2. See host.h. */
#include "base/host.h"

#include <arpa/inet.h>
#include <idn2.h>
#include <string.h>

enum { LABEL_MAX = 63, NAME_MAX_BYTES = 253, TEXT_MAX = 1024 };

static bool
label_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* True when the last label makes the whole an IPv4 address or a broken one: 1.2.3.4, 0x7f.1 */
static bool
ends_in_number(const char *last)
{
    if (last[0] == '0' && last[1] == 'x')
        return last[2 + strspn(last + 2, "0123456789abcdef")] == '\0';
    return *last && last[strspn(last, "0123456789")] == '\0';
}

/* Labels of a lower-case ASCII name: lengths and characters. */
static enum host_kind
name_kind(const char *name)
{
    size_t length = strlen(name);
    if (length == 0 || length > NAME_MAX_BYTES)
        return HOST_INVALID;
    const char *label = name;
    int labels = 0;
    for (;;) {
        size_t n = 0;
        while (label_char(label[n]))
            n++;
        if (n == 0 || n > LABEL_MAX || label[0] == '-' || label[n - 1] == '-')
            return HOST_INVALID;
        labels++;
        if (label[n] == '\0')
            break;
        if (label[n] != '.')
            return HOST_INVALID;
        label += n + 1;
    }
    if (ends_in_number(label)) {
        struct in_addr v4;
        return labels == 4 && inet_pton(AF_INET, name, &v4) == 1 ? HOST_IPV4 : HOST_INVALID;
    }
    /* a registry takes no underscore: only labels further left may hold one */
    if (strchr(label, '_'))
        return HOST_INVALID;
    return labels > 1 ? HOST_NAME : HOST_LOCAL;
}

static enum host_kind
read_ipv6(struct arena *arena, const char *text, size_t length, const char **out)
{
    if (length < 4 || text[length - 1] != ']')
        return HOST_INVALID;
    struct in6_addr v6;
    char canonical[INET6_ADDRSTRLEN];
    const char *inner = arena_strndup(arena, text + 1, length - 2);
    if (inet_pton(AF_INET6, inner, &v6) != 1 ||
        !inet_ntop(AF_INET6, &v6, canonical, sizeof canonical))
        return HOST_INVALID;
    *out = arena_strdup(arena, canonical);
    return HOST_IPV6;
}

/* Through UTS #46: needed for anything beyond ASCII, and to see whether an xn-- label is sound. */
static const char *
idn_to_ascii(struct arena *arena, const char *text)
{
    char *ascii = NULL;
    int result = idn2_to_ascii_8z(text, &ascii, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
    const char *copy = result == IDN2_OK ? arena_strdup(arena, ascii) : NULL;
    idn2_free(ascii);
    return copy;
}

enum host_kind
host_read(struct arena *arena, const char *text, size_t length, const char **out)
{
    *out = NULL;
    if (length == 0 || length > TEXT_MAX)
        return HOST_INVALID;
    if (text[0] == '[')
        return read_ipv6(arena, text, length, out);
    char *lower = arena_strndup(arena, text, length);
    bool ascii = true, puny = false;
    for (size_t i = 0; i < length; i++) {
        if (lower[i] == '\0')
            return HOST_INVALID;
        if (lower[i] >= 'A' && lower[i] <= 'Z')
            lower[i] = (char)(lower[i] + 32);
        ascii = ascii && (unsigned char)lower[i] < 0x80;
        puny = puny || (lower[i] == '-' && i > 2 && !memcmp(lower + i - 3, "xn-", 3) &&
                        (i == 3 || lower[i - 4] == '.'));
    }
    const char *name = lower;
    if (!ascii || puny)
        name = idn_to_ascii(arena, lower);
    if (!name)
        return HOST_INVALID;
    size_t n = strlen(name);
    if (n > 1 && name[n - 1] == '.')
        name = arena_strndup(arena, name, n - 1);
    enum host_kind kind = name_kind(name);
    if (kind != HOST_INVALID)
        *out = name;
    return kind;
}

const char *
host_display(struct arena *arena, const char *host)
{
    if (!strstr(host, "xn--"))
        return arena_strdup(arena, host);
    char *shown = NULL;
    int result = idn2_to_unicode_8z8z(host, &shown, IDN2_NONTRANSITIONAL);
    const char *copy = arena_strdup(arena, result == IDN2_OK ? shown : host);
    idn2_free(shown);
    const char *back = idn_to_ascii(arena, copy);
    return back && !strcmp(back, host) ? copy : arena_strdup(arena, host);
}
