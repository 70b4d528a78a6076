/* What a record needs. See record_next.h. */
#include "web/record/record_next.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "domain/company/company_class.h"
#include "domain/contact/contact_class.h"
#include "web/record/record_view.h"
#include "web/view.h"

enum { DAY_MS = 86400 * 1000, GOOD = 75, POOR = 40 };

static int64_t
age_of(const struct record *record)
{
    int64_t age = (clock_now_ms() - record->checked_ms) / DAY_MS;
    return age > 0 ? age : 0;
}

static void
show_checked(struct page *pg, const struct record *record)
{
    int64_t age = age_of(record);
    struct tree *node = tree_node(pg->view, "Checked");
    tree_set(node, "age", age ? view_number(pg, age) : "today");
    tree_set_bool(node, "today", age == 0);
    tree_set_bool(node, "stale", age >= RECORD_STALE_DAYS);
    tree_set(node, "path", record_view_below(pg, record, "/check"));
    view_time(pg, node, "when", record->checked_ms);
}

void
record_next_quality(struct page *pg, const struct record *record)
{
    struct arena *arena = pg->ctx->arena;
    struct record_quality_part parts[RECORD_QUALITY_PARTS];
    size_t n =
        record->entity == RECORD_COMPANY
            ? company_class_quality_parts(arena, record->values, parts, RECORD_QUALITY_PARTS)
            : contact_class_quality_parts(arena, record->values, parts, RECORD_QUALITY_PARTS);
    struct tree *node = tree_node(pg->view, "Quality");
    struct tree_list reached = tree_list(node, "reached"), missing = tree_list(node, "missing");
    int64_t score = 0;
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(parts[i].reached ? &reached : &missing);
        tree_set(row, "label", parts[i].label);
        tree_set_i64(row, "points", parts[i].points);
        score += parts[i].reached ? parts[i].points : 0;
    }
    tree_set_i64(node, "score", score);
    tree_set(node, "width", view_width(arena, score, 100));
    tree_set(node, "kind", score >= GOOD ? " bar-ok" : score >= POOR ? " bar-warn" : " bar-bad");
    show_checked(pg, record);
}

/* field: the fact to fill in, in its place where script runs; NULL: a link or a form. */
static bool
say(struct page *pg, const char *label, const char *icon, const char *path, const char *field)
{
    struct tree *node = tree_node(pg->view, "Record.next");
    tree_set(node, "label", label);
    tree_set(node, "icon", icon);
    tree_set(node, "path", path);
    if (field)
        tree_set(node, "field", field);
    return true;
}

/* The first fact without which nobody can be reached. */
static const struct record_field *
missing(const struct record *record)
{
    const char *const *values = record->values;
    if (record->entity == RECORD_COMPANY)
        return values[COMPANY_DOMAIN] ? NULL : record_field_get(RECORD_COMPANY, "domain");
    return values[CONTACT_EMAIL] ? NULL : record_field_get(RECORD_CONTACT, "email");
}

bool
record_next_show(struct page *pg, const struct record *record)
{
    struct record_twin twin = {0};
    bool found = false;
    const struct record_field *wanted = missing(record);
    if (pg->caller->role_rank < AUTH_EDITOR)
        return true;
    if (!record->duplicate_of && !record->duplicates &&
        !record_twin(pg->ctx, record->entity, record->values, record->record_id, &twin, &found))
        return false;
    if (found) {
        tree_set(pg->view, "Record.like", twin.label);
        tree_set(pg->view, "Record.like_path",
                 record_view_path(pg, record->entity, twin.record_id));
    }
    if (wanted)
        return say(pg, record->entity == RECORD_COMPANY ? "Add a domain" : "Add an e-mail", "plus",
                   record_view_below(pg, record,
                                     arena_printf(pg->ctx->arena, "/edit?field=%s", wanted->name)),
                   wanted->name);
    if (found)
        return say(pg, "Compare", "copy",
                   arena_printf(pg->ctx->arena, "%s/merge?with=%" PRId64,
                                record_view_path(pg, record->entity, record->record_id),
                                twin.record_id),
                   NULL);
    if (age_of(record) >= RECORD_STALE_DAYS) {
        tree_set(pg->view, "Record.next.check", "1");
        return say(pg, "Check the facts", "check", record_view_below(pg, record, "/check"), NULL);
    }
    return say(pg, "Edit", "edit", record_view_below(pg, record, "/edit"), NULL);
}
