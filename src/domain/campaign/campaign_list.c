/* The list of campaigns. See campaign_list.h. */
#include "domain/campaign/campaign_list.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "statements.h"

static const char *const current[] = {"draft",    "ready",   "generating", "review",
                                      "approved", "sending", "paused"};
static const char *const preparing[] = {"draft", "ready", "generating"};
static const char *const review[] = {"review"}, *const approved[] = {"approved"},
                         *const sending[] = {"sending", "paused"}, *const finished[] = {"finished"},
                         *const archived[] = {"archived"};
#define STATES(array) (array), sizeof(array) / sizeof *(array)

/* clang-format off */
const struct campaign_tab campaign_tabs[] = {
    {"current",   "Current",       STATES(current)  },
    {"preparing", "In the making", STATES(preparing)},
    {"review",    "Review",        STATES(review)   },
    {"approved",  "Approved",      STATES(approved) },
    {"sending",   "Sending",       STATES(sending)  },
    {"finished",  "Finished",      STATES(finished) },
    {"archived",  "Archived",      STATES(archived) },
    {NULL,        NULL,            NULL,          0 },
};
/* clang-format on */

const char *const campaign_orders[] = {"name",     "-name",     "people", "-people",
                                       "messages", "-messages", "cost",   "-cost",
                                       "updated",  "-updated",  NULL};

const struct campaign_tab *
campaign_tab_of(const char *name)
{
    for (const struct campaign_tab *tab = campaign_tabs; tab->name; tab++)
        if (name && !strcmp(tab->name, name))
            return tab;
    return NULL;
}

/* The parameters that both statements begin with. */
#define FILTER_ARGS(ctx, f)                                                                        \
    DB_STR(text_fold((ctx)->arena, (f)->search ? (f)->search : "")), DB_I64((f)->owner_id),        \
        DB_STR((f)->channel ? (f)->channel : "")

bool
campaign_list(struct ctx *ctx, const struct campaign_tab *tab, const struct campaign_filter *filter,
              const char *order, int64_t most, int64_t offset, struct campaign_row **out, size_t *n)
{
    /* clang-format off */
    static const struct field map[] = {
        FIELD_I64(struct campaign_row, campaign_id),
        FIELD_STR(struct campaign_row, name),
        FIELD_STR(struct campaign_row, state),
        FIELD_I64(struct campaign_row, owner_id),
        FIELD_STR(struct campaign_row, owner),
        FIELD_BOOL(struct campaign_row, email),
        FIELD_BOOL(struct campaign_row, linkedin),
        FIELD_BOOL(struct campaign_row, call),
        FIELD_I64(struct campaign_row, steps),
        {"people",    FIELD_TYPE_I64, offsetof(struct campaign_row, counts.people)   },
        {"written",   FIELD_TYPE_I64, offsetof(struct campaign_row, counts.written)  },
        {"failed",    FIELD_TYPE_I64, offsetof(struct campaign_row, counts.failed)   },
        {"excluded",  FIELD_TYPE_I64, offsetof(struct campaign_row, counts.excluded) },
        {"draft",     FIELD_TYPE_I64, offsetof(struct campaign_row, counts.draft)    },
        {"approved",  FIELD_TYPE_I64, offsetof(struct campaign_row, counts.approved) },
        {"rejected",  FIELD_TYPE_I64, offsetof(struct campaign_row, counts.rejected) },
        {"set_aside", FIELD_TYPE_I64, offsetof(struct campaign_row, counts.set_aside)},
        {"sent",      FIELD_TYPE_I64, offsetof(struct campaign_row, counts.sent)     },
        FIELD_I64(struct campaign_row, cost_micros),
        FIELD_I64(struct campaign_row, updated_ms),
        FIELD_I64(struct campaign_row, total),
        FIELD_END
    };
    /* clang-format on */
    return DB_ALL(ctx, &SQL_CAMPAIGN_LIST,
                  DB_ARGS(FILTER_ARGS(ctx, filter), DB_STRS(tab->states, tab->n_states),
                          DB_STR(order && *order ? order : "-updated"), DB_I64(most),
                          DB_I64(offset)),
                  map, out, n);
}

bool
campaign_list_counts(struct ctx *ctx, const struct campaign_filter *filter, int64_t *counts)
{
    struct of_state {
        const char *state;
        int64_t n;
    } * rows;
    static const struct field map[] = {FIELD_STR(struct of_state, state),
                                       FIELD_I64(struct of_state, n), FIELD_END};
    size_t n;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_LIST_COUNTS, DB_ARGS(FILTER_ARGS(ctx, filter)), map, &rows, &n))
        return false;
    for (size_t tab = 0; campaign_tabs[tab].name; tab++) {
        counts[tab] = 0;
        for (size_t i = 0; i < n; i++)
            for (size_t s = 0; s < campaign_tabs[tab].n_states; s++)
                if (!strcmp(campaign_tabs[tab].states[s], rows[i].state))
                    counts[tab] += rows[i].n;
    }
    return true;
}
