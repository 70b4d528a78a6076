/* GET /{tenant}: what is here, what was imported lately, and the first steps where nothing is. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "domain/change/change_set.h"
#include "domain/record/record_list.h"
#include "web/home/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { COUNTED = 100000, IMPORTS = 5, RECENT = 6 };

static const char *
number(struct page *pg, int64_t n)
{
    return n > COUNTED ? arena_printf(pg->ctx->arena, "%s+", view_number(pg, COUNTED))
                       : view_number(pg, n);
}

/* The words of an import's state: the same everywhere. */
static const char *
state_words(const char *state)
{
    static const struct {
        const char *state, *words;
    } states[] = {
        {"uploaded",   "Waiting"    },
        {"previewing", "Looking"    },
        {"previewed",  "Waiting"    },
        {"running",    "Running"    },
        {"done",       "Done"       },
        {"cancelled",  "Cancelled"  },
        {"failed",     "Failed"     },
        {"undoing",    "Taking back"},
        {"undone",     "Undone"     },
        {"expired",    "Expired"    },
    };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i].state, state))
            return states[i].words;
    return state;
}

static bool
show_imports(struct page *pg)
{
    struct change_import *imports;
    size_t n;
    if (!change_set_imports(pg->ctx, IMPORTS, &imports, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Imports");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        const struct change_import *import = &imports[i];
        tree_set(row, "name", import->filename);
        tree_set(row, "path",
                 arena_printf(pg->ctx->arena, "%s/import/%" PRId64, pg->base, import->import_id));
        tree_set(row, "state", state_words(import->state));
        bool bad = !strcmp(import->state, "failed"), ok = !strcmp(import->state, "done");
        tree_set(row, "class", bad ? "status-bad" : ok ? "status-ok" : "status-none");
        if (import->rows)
            tree_set(
                row, "numbers",
                arena_printf(pg->ctx->arena, "%s created, %s updated, %s skipped, %s rejected",
                             view_number(pg, import->created), view_number(pg, import->updated),
                             view_number(pg, import->skipped), view_number(pg, import->rejected)));
        view_time(pg, row, "when", import->at_ms);
    }
    return true;
}

/* What changed last, so that a person finds back to it. */
static bool
show_recent(struct page *pg, enum record_entity entity, const char *path)
{
    struct record_list list = {
        .filter = {.entity = entity, .search = ""},
        .sort = RECORD_BY_UPDATED,
        .descending = true,
        .after = "",
        .before = "",
        .limit = RECENT
    };
    struct record_page page;
    if (!record_list_read(pg->ctx, &list, &page))
        return false;
    struct tree_list rows = tree_list(pg->view, path);
    for (size_t i = 0; i < page.n; i++) {
        struct tree *row = tree_row(&rows);
        const char *detail =
            entity == RECORD_COMPANY ? page.rows[i].domain : page.rows[i].company_name;
        tree_set(row, "name", page.rows[i].label);
        tree_set(row, "path", record_view_path(pg, entity, page.rows[i].record_id));
        tree_set(row, "detail", detail ? detail : "");
        tree_set(row, "age",
                 view_duration(pg->ctx->arena, clock_now_ms() - page.rows[i].updated_ms));
    }
    return true;
}

bool
home_page(struct page *pg)
{
    struct change_numbers numbers;
    if (!change_set_numbers(pg->ctx, COUNTED + 1, &numbers) || !show_imports(pg) ||
        !show_recent(pg, RECORD_COMPANY, "Companies") ||
        !show_recent(pg, RECORD_CONTACT, "Contacts"))
        return false;
    tree_set(pg->view, "Numbers.companies", number(pg, numbers.companies));
    tree_set(pg->view, "Numbers.contacts", number(pg, numbers.contacts));
    tree_set_bool(pg->view, "Numbers.empty", !numbers.companies && !numbers.contacts);
    tree_set_bool(pg->view, "Numbers.alone", numbers.members < 2);
    record_view_places(pg);
    return reply_template(pg);
}
