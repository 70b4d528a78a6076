/* The texts of a message, and what each changed. See message_view.h. */
#include <string.h>

#include "base/db.h"
#include "base/word_diff.h"
#include "domain/message/message_version.h"
#include "web/message/message_view.h"
#include "web/view.h"

/* Long unchanged text is cut to the paragraphs around a change. */
static const char *
around(struct arena *arena, const char *text, bool first, bool last)
{
    const char *head = strstr(text, "\n\n"), *tail = NULL;
    for (const char *at = head; at; at = strstr(at + 2, "\n\n"))
        tail = at + 2;
    if (!head || (tail == head + 2 && !first && !last))
        return text;
    return arena_printf(arena, "%s%s%s",
                        first ? ""
                              : arena_strndup(arena, text, (size_t)(head - text) + (last ? 0 : 2)),
                        first || last ? "" : "…\n\n", last ? "" : tail);
}

static void
show_diff(struct page *pg, struct tree *node, const struct message_version *version,
          const struct message_version *before)
{
    static const char *const names[] = {"same", "del", "ins"};
    struct word_diff_part *parts;
    size_t n = word_diff(pg->ctx->arena, before->body, version->body, &parts);
    struct tree_list list = tree_list(node, "diff");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "kind", names[parts[i].kind]);
        tree_set(row, "text",
                 parts[i].kind == WORD_DIFF_SAME
                     ? around(pg->ctx->arena, parts[i].text, i == 0 && n > 1, i + 1 == n && n > 1)
                     : parts[i].text);
    }
    const char *was = before->subject ? before->subject : "",
               *is = version->subject ? version->subject : "";
    if (strcmp(was, is) != 0) {
        tree_set(node, "subject_was", was);
        tree_set(node, "subject_is", is);
    }
}

/* "too generic: no word about them" */
static bool
why(struct page *pg, const struct message_version *version, const char **out)
{
    struct arena *arena = pg->ctx->arena;
    struct db_strs reasons;
    const char *text = !strcmp(version->origin, "restore") ? "an older text again"
                       : !strcmp(version->origin, "edit")  ? ""
                       : version->version == 1             ? "first text"
                                                           : "written again";
    if (!db_strs(pg->ctx, version->reasons, &reasons))
        return false;
    for (size_t i = 0; i < reasons.n; i++)
        text = arena_printf(arena, "%s%s%s", text, *text ? ", " : "",
                            message_reason_label(reasons.values[i]));
    if (version->reason_text)
        text = arena_printf(arena, "%s%s%s", text, *text ? ": " : "", version->reason_text);
    *out = text;
    return true;
}

bool
message_view_versions(struct page *pg, const struct message *message, size_t most)
{
    struct message_version *rows;
    size_t n;
    if (message->version < 2)
        return true;
    if (!message_version_list(pg->ctx, message->message_id, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Versions");
    tree_set_i64(pg->view, "Message.versions", message->version);
    for (size_t i = 0; i < n && i < most; i++) {
        struct tree *row = tree_row(&list);
        const char *reason;
        if (!why(pg, &rows[i], &reason))
            return false;
        tree_set_i64(row, "version", rows[i].version);
        tree_set(row, "who", rows[i].author ? rows[i].author : "The writer");
        tree_set(row, "why", reason);
        tree_set(row, "body", rows[i].body);
        if (rows[i].subject)
            tree_set(row, "subject", rows[i].subject);
        tree_set_bool(row, "newest", i == 0);
        view_time(pg, row, "when", rows[i].created_ms);
        if (i + 1 < n)
            show_diff(pg, row, &rows[i], &rows[i + 1]);
    }
    return true;
}
