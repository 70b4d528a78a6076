/* GET /{tenant}/settings/usage: the budget of a workspace and where it goes, for its admins; POST: the limit
 * and additions, for super admins. GET /admin/usage: all budgets. */
#include "domain/pipeline/ledger.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/account/account_view.h"
#include "web/pipeline/pages.h"
#include "web/pipeline/run_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { PAGE = 50, MICROS = 1000000, AMOUNT_MAX = 20, NOTE_MAX = 120 };

static const char *const modes[] = {"hard", "soft", "watch", NULL};
static const char *const acts[] = {"limit", "top_up", NULL};

struct shown {
    int64_t after;
};
static const struct param shown_items[] = {PARAM_ID_OR_NONE(struct shown, after)};
const struct params ledger_params = PARAMS(struct shown, shown_items);

struct change {
    const char *act, *limit, *mode, *amount, *note;
    int64_t warn_percent, reset_day;
};
/* "do" is no name for a member */
static const struct param change_items[] = {
    {"do", PARAM_TYPE_CHOICE, offsetof(struct change, act), 0, 0, REQUIRED, acts},
    PARAM_TEXT(struct change, limit, AMOUNT_MAX, OPTIONAL),
    PARAM_CHOICE(struct change, mode, modes, OPTIONAL),
    PARAM_I64(struct change, warn_percent, 1, 100, OPTIONAL),
    PARAM_I64(struct change, reset_day, 0, 31, OPTIONAL),
    PARAM_TEXT(struct change, amount, AMOUNT_MAX, OPTIONAL),
    PARAM_TEXT(struct change, note, NOTE_MAX, OPTIONAL),
};
const struct params ledger_change_params = PARAMS(struct change, change_items);

static const char *const kinds[][2] = {
    {"limit",   "Limit set"                     },
    {"top_up",  "Added"                         },
    {"reset",   "New period"                    },
    {"reserve", "Reserved"                      },
    {"settle",  "Spent"                         },
    {"release", "Given back"                    },
    {"overrun", "Spent beyond what was reserved"},
};

static const char *
kind_label(const char *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i][0], kind))
            return kinds[i][1];
    return kind;
}

static const char *
stage_label(const char *name)
{
    const struct stage *stage = name && *name ? stage_named(name) : NULL;
    return stage ? stage->label : name ? name : "";
}

static void
show_budget(struct page *pg, const struct ledger_budget *budget)
{
    struct arena *arena = pg->ctx->arena;
    int64_t all = budget->limit_micros + budget->topped_micros;
    tree_set_bool(pg->view, "Budget.set", budget->set);
    tree_set(pg->view, "Budget.limit", run_view_money(pg, all));
    tree_set(pg->view, "Budget.spent", run_view_money(pg, budget->spent_micros));
    tree_set(pg->view, "Budget.reserved", run_view_money(pg, budget->reserved_micros));
    tree_set(pg->view, "Budget.left", run_view_money(pg, budget->left_micros));
    tree_set(pg->view, "Budget.width",
             view_width(arena, budget->spent_micros + budget->reserved_micros, all ? all : 1));
    tree_set(pg->view, "Budget.mode", budget->mode);
    view_time(pg, pg->view, "Budget.since", budget->period_start * 1000);
    view_time(pg, pg->view, "Budget.next", budget->next_reset * 1000);
    view_field(pg, "limit", arena_printf(arena, "%.2f", (double)budget->limit_micros / MICROS));
    view_field(pg, "mode", budget->mode);
    view_option(pg, "mode", "hard", "Nothing more begins");
    view_option(pg, "mode", "soft", "Up to 20 % more may begin");
    view_option(pg, "mode", "watch", "It is only shown");
    view_field_i64(pg, "warn_percent", budget->warn_percent);
    view_field_i64(pg, "reset_day", budget->reset_day);
    view_field(pg, "amount", "");
    view_field(pg, "note", "");
}

static bool
show_movements(struct page *pg, int64_t before)
{
    struct ledger_row *rows;
    struct ledger_sum *sums;
    size_t n, n_sums;
    if (!ledger_list(pg->ctx, before ? before : INT64_MAX, PAGE + 1, &rows, &n) ||
        !ledger_sums(pg->ctx, &sums, &n_sums))
        return false;
    struct tree_list list = tree_list(pg->view, "Movements");
    for (size_t i = 0; i < n && i < PAGE; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "what", kind_label(rows[i].kind));
        tree_set(row, "money", run_view_money(pg, rows[i].amount_micros));
        tree_set(row, "stage", stage_label(rows[i].stage));
        tree_set(row, "who", rows[i].who ? rows[i].who : "");
        tree_set(row, "note", rows[i].note ? rows[i].note : "");
        if (rows[i].run_id) {
            tree_set(row, "run", run_view_path(pg, rows[i].run_id, ""));
            tree_set_i64(row, "run_id", rows[i].run_id);
        }
        view_time(pg, row, "at", rows[i].at * 1000);
    }
    struct tree_list by = tree_list(pg->view, "Sums");
    for (size_t i = 0; i < n_sums; i++) {
        struct tree *row = tree_row(&by);
        tree_set(row, "stage", *sums[i].stage ? stage_label(sums[i].stage) : "Other work");
        if (pg->caller->is_super)
            tree_set(row, "provider", sums[i].provider);
        tree_set(row, "n", view_number(pg, sums[i].n));
        tree_set(row, "money", run_view_money(pg, sums[i].micros));
    }
    view_pager(pg, NULL,
               n > PAGE ? arena_printf(pg->ctx->arena, "%" PRId64, rows[PAGE - 1].ledger_id)
                        : NULL);
    return true;
}

bool
ledger_page(struct page *pg)
{
    const struct shown *shown = pg->params;
    struct ledger_budget budget;
    if (!ledger_budget(pg->ctx, &budget))
        return false;
    account_tabs(pg);
    tree_set_bool(pg->view, "Budget.may_change", pg->caller->is_super);
    show_budget(pg, &budget);
    return show_movements(pg, shown->after) && reply_template(pg);
}

/* Dollars as written, with two places after the point at most, into micro-dollars. */
static bool
read_money(struct page *pg, const char *field, const char *text, int64_t *micros)
{
    char *end;
    double dollars = strtod(text, &end);
    if (!*text || *end || dollars < 0 || dollars > 1e9)
        return err_field(pg->ctx, ERR_INPUT, field,
                         "Enter an amount in dollars, like 25 or 12.50.");
    *micros = (int64_t)(dollars * 100 + 0.5) * (MICROS / 100);
    return true;
}

bool
ledger_change_page(struct page *pg)
{
    const struct change *change = pg->params;
    int64_t micros;
    if (!strcmp(change->act, "limit")) {
        if (!read_money(pg, "limit", change->limit, &micros) ||
            !ledger_limit(pg->ctx, micros, change->mode, change->warn_percent, change->reset_day))
            return false;
        reply_flash(pg, "ok", "The budget is set.", NULL, NULL);
    } else {
        if (!read_money(pg, "amount", change->amount, &micros) ||
            !ledger_top_up(pg->ctx, micros, change->note))
            return false;
        reply_flash(pg, "ok", "Added to this period.", NULL, NULL);
    }
    return reply_redirect_to(pg, arena_printf(pg->ctx->arena, "%s/settings/usage", pg->base));
}

bool
ledger_all_page(struct page *pg)
{
    struct ledger_tenant *rows;
    size_t n;
    if (!ledger_tenants(pg->ctx, &rows, &n))
        return false;
    account_tabs(pg);
    struct tree_list list = tree_list(pg->view, "Budgets");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        int64_t all = rows[i].limit_micros + rows[i].topped_micros;
        tree_set(row, "name", rows[i].name);
        tree_set(row, "path", view_url(pg->ctx->arena, "/%s/settings/usage", rows[i].slug));
        tree_set(row, "mode", rows[i].mode);
        tree_set(row, "limit", run_view_money(pg, all));
        tree_set(row, "spent", run_view_money(pg, rows[i].spent_micros));
        tree_set(row, "reserved", run_view_money(pg, rows[i].reserved_micros));
        tree_set(row, "month", run_view_money(pg, rows[i].spent_30));
    }
    return reply_template(pg);
}
