/* The public suffix list over libpsl. See psl.h. */
#include "base/psl.h"

#include <libpsl.h>
#include <stddef.h>
#include <string.h>

/* The longest suffix of the host that stands in the list for `type` and begins before `end`; *before
 * begins one label earlier, or is NULL when the whole is that suffix. */
static const char *
longest(const char *host, const char *end, int type, const char **before)
{
    const psl_ctx_t *list = psl_builtin();
    *before = NULL;
    for (const char *label = host; label && label < end;) {
        if (psl_is_public_suffix2(list, label, type))
            return label;
        *before = label;
        label = strchr(label, '.');
        label = label ? label + 1 : NULL;
    }
    *before = NULL;
    return NULL;
}

void
psl_split(const char *host, struct psl *out)
{
    memset(out, 0, sizeof *out);
    out->suffix = longest(host, host + strlen(host), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE,
                          &out->registrable);
    out->listed = out->suffix != NULL;
    if (!out->suffix) {
        /* the "*" rule: an unlisted top level is a suffix by itself */
        const char *dot = strrchr(host, '.');
        out->suffix = dot ? dot + 1 : host;
        const char *label = dot;
        while (label && label > host && label[-1] != '.')
            label--;
        out->registrable = label;
    }
    if (!out->registrable)
        return;
    const char *before = NULL;
    const char *suffix =
        longest(host, out->suffix, PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE, &before);
    out->private_suffix = suffix;
    out->private_registrable = before;
}
