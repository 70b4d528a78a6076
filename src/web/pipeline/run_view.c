/* What the pages of runs share. See run_view.h. */
#include "web/pipeline/run_view.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "domain/pipeline/ledger.h"
#include "web/view.h"

const char *
run_view_money(struct page *pg, int64_t micros)
{
    if (!micros)
        return "none";
    if (pg->caller->is_super)
        return arena_printf(pg->ctx->arena, "$%.2f", (double)micros / 1e6);
    int64_t credits = (micros + LEDGER_CREDIT - 1) / LEDGER_CREDIT;
    return arena_printf(pg->ctx->arena, "%s %s", view_number(pg, credits),
                        credits == 1 ? "credit" : "credits");
}

const char *
run_view_records(struct page *pg, int64_t entity, int64_t n)
{
    const char *one = entity == RECORD_COMPANY ? "company" : "contact";
    const char *many = entity == RECORD_COMPANY ? "companies" : "contacts";
    return arena_printf(pg->ctx->arena, "%s %s", view_number(pg, n), n == 1 ? one : many);
}

const char *
run_view_path(struct page *pg, int64_t run_id, const char *rest)
{
    return arena_printf(pg->ctx->arena, "%s/runs/%" PRId64 "%s", pg->base, run_id, rest);
}

struct word {
    const char *result, *status, *word;
};
static const struct word words[] = {
    {"done",     "ok",   "Done"         },
    {"partial",  "ok",   "Done in part" },
    {"no_match", "none", "Nothing found"},
    {"stopped",  "hold", "Stopped"      },
    {"blocked",  "warn", "Blocked"      },
    {"skipped",  "none", "Kept"         },
    {"failed",   "bad",  "Failed"       },
};

static const struct word *
word_of(const char *result)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].result, result))
            return &words[i];
    return &words[0];
}

const char *
run_view_status(const char *result)
{
    return word_of(result)->status;
}

const char *
run_view_word(const char *result)
{
    return word_of(result)->word;
}

const char *
run_view_cause(struct page *pg, const char *cause)
{
    if (!cause || !*cause)
        return "Other";
    char *text = arena_strdup(pg->ctx->arena, cause);
    for (char *at = text; *at; at++)
        *at = *at == '_' ? ' ' : *at;
    *text = (char)toupper((unsigned char)*text);
    return text;
}
