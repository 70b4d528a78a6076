/* Timelines. See record_timeline.h. */
#include "web/record/record_timeline.h"

#include <inttypes.h>
#include <string.h>

#include "domain/change/change.h"
#include "web/record/record_view.h"
#include "web/view.h"

static bool
is_check(const struct record_event *event)
{
    return event->kind == CHANGE_UPDATED && !event->facts &&
           strcmp(event->set_kind, "merge") != 0 && strcmp(event->set_kind, "undo") != 0;
}

static const char *
title_of(struct arena *arena, const struct record_event *event)
{
    bool import = !strcmp(event->set_kind, "import"), undo = !strcmp(event->set_kind, "undo");
    if (event->kind == RECORD_EVENT_NOTE)
        return event->who ? arena_printf(arena, "Note by %s", event->who) : "Note";
    if (is_check(event))
        return "Facts checked";
    switch (event->kind) {
    case CHANGE_CREATED:
        return import ? "Imported" : "Created";
    case CHANGE_DELETED:
        return undo ? "Taken back" : "Deleted";
    case CHANGE_RESTORED:
        return "Brought back";
    default:
        break;
    }
    if (!strcmp(event->set_kind, "merge"))
        return "Merged";
    if (!strcmp(event->set_kind, "bulk"))
        return "Changed together with others";
    return undo ? "Change taken back" : import ? "Updated by an import" : "Edited";
}

/* The sign beside an event and its colour. */
static void
show_sign(struct tree *node, const struct record_event *event)
{
    static const struct {
        const char *kind, *icon, *tone;
    } signs[] = {
        {"import",  "upload", " tl-info"},
        {"create",  "plus",   " tl-ok"  },
        {"delete",  "trash",  " tl-bad" },
        {"undo",    "undo",   ""        },
        {"merge",   "merge",  " tl-hold"},
        {"bulk",    "rows",   ""        },
        {"restore", "undo",   ""        },
        {"note",    "note",   " tl-warn"},
    };
    tree_set(node, "icon", is_check(event) ? "check" : "edit");
    tree_set(node, "tone", is_check(event) ? " tl-ok" : "");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!strcmp(signs[i].kind, event->set_kind)) {
            tree_set(node, "icon", signs[i].icon);
            tree_set(node, "tone", signs[i].tone);
        }
}

static void
show_steps(struct page *pg, struct tree *node, const struct record *record,
           const struct record_event *event)
{
    struct tree_list steps = tree_list(node, "steps");
    if (event->kind == CHANGE_CREATED)
        tree_set(node, "facts", view_number(pg, event->facts));
    for (size_t i = 0; i < event->n_steps; i++) {
        const struct record_step *step = &event->steps[i];
        struct tree *row = tree_row(&steps);
        bool names = step->field->type == RECORD_ID;
        tree_set(row, "label", step->field->label);
        tree_set_bool(row, "long", step->field->type == RECORD_LONG_TEXT);
        if (step->before)
            tree_set(row, "before",
                     names ? step->before : record_view_value(record, step->field, step->before));
        if (step->after)
            tree_set(row, "after",
                     names ? step->after : record_view_value(record, step->field, step->after));
    }
}

static void
show_note(struct page *pg, struct tree *node, const struct record *record,
          const struct record_event *event)
{
    bool own = event->actor == pg->caller->user_id;
    bool may_write = pg->caller->role_rank >= AUTH_EDITOR;
    tree_set(node, "note", event->source);
    view_time(pg, node, "edited", event->edited_ms);
    const char *path = arena_printf(pg->ctx->arena, "/notes/%" PRId64, event->id);
    if (may_write && own)
        tree_set(node, "edit", record_view_below(pg, record, path));
    if (may_write && (own || pg->caller->role_rank >= AUTH_ADMIN))
        tree_set(node, "delete",
                 record_view_below(pg, record, arena_printf(pg->ctx->arena, "%s/delete", path)));
}

void
record_timeline_show(struct page *pg, const struct record *record,
                     const struct record_history *history)
{
    struct tree_list list = tree_list(pg->view, "Events");
    for (size_t i = 0; i < history->n; i++) {
        const struct record_event *event = &history->events[i];
        struct tree *node = tree_row(&list);
        show_sign(node, event);
        tree_set(node, "title", title_of(pg->ctx->arena, event));
        tree_set(node, "who", event->who ? event->who : "");
        tree_set_bool(node, "undone", event->undone);
        view_time(pg, node, "when", event->at_ms);
        if (event->kind == RECORD_EVENT_NOTE) {
            show_note(pg, node, record, event);
            continue;
        }
        tree_set(node, "source", event->source);
        tree_set(node, "change",
                 arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, event->id));
        show_steps(pg, node, record, event);
    }
}

bool
record_timeline_newest(struct page *pg, const struct record *record, int64_t most)
{
    struct record_history history;
    if (!record_history_read(pg->ctx, record,
                             &(struct record_history_ask){.show = "", .older = "", .limit = most},
                             &history))
        return false;
    record_timeline_show(pg, record, &history);
    if (history.older)
        tree_set(pg->view, "More", record_view_below(pg, record, "/history"));
    return true;
}
