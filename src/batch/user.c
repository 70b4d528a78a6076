/* leadgen-batch user: accounts from the command line, where mail and a first admin do not exist yet:
 * add, reset-link, list. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "base/json.h"
#include "batch/batch.h"
#include "batch/command.h"
#include "domain/account/password.h"
#include "domain/account/tenant.h"
#include "domain/account/user.h"

enum { LIST_PAGE = 500 };

struct wish {
    const char *email, *name, *tenant, *role;
    bool super, password_stdin, json;
};

static int
usage(void)
{
    fprintf(stderr, "usage: leadgen-batch user add EMAIL --name NAME [--tenant SLUG --role ROLE]\n"
                    "                          [--super] [--password-stdin]\n"
                    "       leadgen-batch user reset-link EMAIL\n"
                    "       leadgen-batch user list [--json]\n");
    return EX_USAGE;
}

/* The first line of the standard input. */
static bool
read_password(struct ctx *ctx, const char **password)
{
    char line[PASSWORD_MOST * 4 + 2];
    if (!fgets(line, sizeof line, stdin))
        return err_raise(ctx, ERR_INPUT, "No password came on the standard input.");
    line[strcspn(line, "\r\n")] = '\0';
    *password = arena_strdup(ctx->arena, line);
    return true;
}

static bool
add(struct ctx *ctx, const struct wish *wish)
{
    const char *password = NULL;
    int64_t user_id, tenant_id = 0;
    if (wish->password_stdin && !read_password(ctx, &password))
        return false;
    if (!password)
        password = password_random(ctx->arena);
    if (wish->tenant && !tenant_by_slug(ctx, wish->tenant, &tenant_id))
        return false;
    if (!db_begin(ctx, false) ||
        !user_add(ctx, wish->email, wish->name, password, wish->super, &user_id) ||
        (tenant_id && !user_set_role(ctx, user_id, tenant_id, wish->role)) || !db_commit(ctx)) {
        db_rollback(ctx);
        return false;
    }
    printf("user %" PRId64 " %s\n", user_id, wish->email);
    if (!wish->password_stdin)
        printf("password %s\n", password);
    return true;
}

static bool
reset_link(struct ctx *ctx, const char *url, const char *email)
{
    const char *token = NULL;
    int64_t user_id, hours;
    if (!user_by_email(ctx, email, &user_id) || !user_reset_link(ctx, user_id, &token, &hours))
        return false;
    printf("%s/link/%s\n", url ? url : "", token);
    fprintf(stderr, "Good once, within %" PRId64 " hours.\n", hours);
    return true;
}

static void
print_user(struct arena *arena, const struct user *user, bool json)
{
    if (!json) {
        printf("%-40s %-24s %s%s%s\n", user->email, user->name,
               user->is_super ? "super admin " : "", user->active ? "" : "(off) ", user->roles);
        return;
    }
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "user_id", user->user_id);
    jsn_set_text(object, "email", user->email);
    jsn_set_text(object, "name", user->name);
    jsn_set_bool(object, "super", user->is_super);
    jsn_set_bool(object, "active", user->active);
    jsn_set_text(object, "roles", user->roles);
    printf("%s\n", jsn_write(arena, object));
}

static bool
list(struct ctx *ctx, bool json)
{
    const char *after = "";
    for (size_t n = LIST_PAGE; n == LIST_PAGE;) {
        struct user *users = NULL;
        if (!user_list(ctx, "", "", after, "", LIST_PAGE, &users, &n))
            return false;
        for (size_t i = 0; i < n; i++)
            print_user(ctx->arena, &users[i], json);
        if (n)
            after = users[n - 1].email;
    }
    return true;
}

static bool
read_options(int argc, char **argv, struct wish *wish)
{
    static const struct option options[] = {
        {"name",           required_argument, NULL, 'n'},
        {"tenant",         required_argument, NULL, 't'},
        {"role",           required_argument, NULL, 'r'},
        {"super",          no_argument,       NULL, 's'},
        {"password-stdin", no_argument,       NULL, 'p'},
        {"json",           no_argument,       NULL, 'j'},
        {NULL,             0,                 NULL, 0  },
    };
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'n')
            wish->name = optarg;
        else if (option == 't')
            wish->tenant = optarg;
        else if (option == 'r')
            wish->role = optarg;
        else if (option == 's')
            wish->super = true;
        else if (option == 'p')
            wish->password_stdin = true;
        else if (option == 'j')
            wish->json = true;
        else
            return false;
    }
    return true;
}

static bool
is_role(const char *role)
{
    return !strcmp(role, "viewer") || !strcmp(role, "editor") || !strcmp(role, "admin");
}

int
user_command(int argc, char **argv)
{
    struct wish wish = {0};
    if (!read_options(argc, argv, &wish) || optind == argc)
        return usage();
    const char *what = argv[optind];
    wish.email = optind + 1 < argc ? argv[optind + 1] : NULL;
    bool is_add = !strcmp(what, "add"), is_link = !strcmp(what, "reset-link");
    if ((!is_add && !is_link && strcmp(what, "list") != 0) ||
        argc - optind != (is_add || is_link ? 2 : 1) || (is_add && !wish.name) ||
        (!wish.tenant) != (!wish.role) || (wish.role && !is_role(wish.role)))
        return usage();
    struct batch batch;
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN"))
        return batch_fail(&batch);
    bool ok = is_add    ? add(&batch.ctx, &wish)
              : is_link ? reset_link(&batch.ctx, batch_setting(&batch, "LEADGEN_URL"), wish.email)
                        : list(&batch.ctx, wish.json);
    if (!ok)
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}
