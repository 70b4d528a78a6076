/* GET /admin/system: how the whole system is, for super admins. */
#include "domain/health/system_health.h"

#include <sys/utsname.h>

#include "base/clock.h"
#include "web/account/account_view.h"
#include "web/health/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { BEAT_LATE = 150000, DISK_LOW = 10, CONNECTIONS_HIGH = 80, READY_LATE = 600000 };

/* One line of "Needs a look". */
static void
warn(struct tree_list *list, const char *text)
{
    tree_set(tree_row(list), "text", text);
}

static void
fill_warnings(struct page *pg, const struct system_health *health)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Warnings");
    int64_t now = clock_now_ms();
    if (!health->beat_at || now - health->beat_at > BEAT_LATE)
        warn(&list,
             "No worker has done anything for more than two minutes. Look whether cron calls "
             "leadgen-batch tick each minute.");
    if (health->oldest_ready && now - health->oldest_ready > READY_LATE)
        warn(&list, arena_printf(arena,
                                 "The oldest job has waited for %s. More workers "
                                 "(LEADGEN_WORKERS) or another machine would help.",
                                 view_duration(arena, now - health->oldest_ready)));
    if (health->dead)
        warn(&list, arena_printf(arena, "%s jobs have given up. See Jobs.",
                                 view_number(pg, health->dead)));
    if (health->failed)
        warn(&list, arena_printf(arena,
                                 "%s recurring tasks failed when they last ran. See "
                                 "Schedule.",
                                 view_number(pg, health->failed)));
    if (health->disk_size > 0 && health->disk_free * 100 / health->disk_size < DISK_LOW)
        warn(&list, arena_printf(arena, "The disk of uploads and exports has %s left.",
                                 view_bytes(pg, health->disk_free)));
    if (health->connections * 100 / health->connections_most > CONNECTIONS_HIGH)
        warn(&list, "The database is near its limit of connections (max_connections).");
}

static void
fill_numbers(struct page *pg, const struct system_health *health)
{
    struct arena *arena = pg->ctx->arena;
    struct tree *node = tree_node(pg->view, "System");
    int64_t now = clock_now_ms();
    bool late = !health->beat_at || now - health->beat_at > BEAT_LATE;
    tree_set(node, "beat", health->beat_at ? view_duration(arena, now - health->beat_at) : "never");
    tree_set_bool(node, "late", late);
    tree_set(node, "queue", view_number(pg, health->ready + health->waiting + health->running));
    tree_set(node, "ready", view_number(pg, health->ready));
    tree_set(node, "waiting", view_number(pg, health->waiting));
    tree_set(node, "running", view_number(pg, health->running));
    tree_set(node, "dead", view_number(pg, health->dead));
    tree_set(node, "oldest",
             health->oldest_ready ? view_duration(arena, now - health->oldest_ready) : "–");
    tree_set(node, "database_size", view_bytes(pg, health->database_bytes));
    tree_set(node, "database_up", view_duration(arena, now - health->database_since));
    tree_set(node, "connections", view_number(pg, health->connections));
    tree_set(node, "connections_most", view_number(pg, health->connections_most));
    tree_set(node, "users", view_number(pg, health->users));
    tree_set(node, "tenants", view_number(pg, health->tenants));
    tree_set(node, "postgresql", health->postgresql);
    tree_set(node, "migration", health->migration);
    tree_set(node, "nginx", pg->in->server);
    if (health->disk_size <= 0)
        return;
    tree_set(node, "disk_free", view_bytes(pg, health->disk_free));
    tree_set(node, "disk_size", view_bytes(pg, health->disk_size));
    tree_set(node, "disk_width",
             view_width(arena, health->disk_size - health->disk_free, health->disk_size));
}

bool
system_page(struct page *pg)
{
    struct system_health health;
    struct system_pool *pools = NULL;
    struct utsname machine;
    size_t n = 0;
    if (!system_health(pg->ctx, &health) || !system_pools(pg->ctx, &pools, &n))
        return false;
    account_tabs(pg);
    fill_numbers(pg, &health);
    fill_warnings(pg, &health);
    struct tree_list list = tree_list(pg->view, "Pools");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "name", pools[i].name);
        tree_set(row, "processes", view_number(pg, pools[i].processes));
    }
    if (uname(&machine) == 0)
        tree_set(pg->view, "System.machine",
                 arena_printf(pg->ctx->arena, "%s, %s %s", machine.nodename, machine.sysname,
                              machine.release));
    return reply_template(pg);
}
