/* leadgen-batch tenant add: makes a tenant. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "batch/batch.h"
#include "batch/command.h"
#include "statements.h"

/* The constraint that stood in the way, in words. */
static bool
explain(struct ctx *ctx, const char *slug)
{
    static const struct {
        const char *constraint, *message;
    } words[] = {
        {"tenant_slug_unique", "is taken"                                       },
        {"tenant_slug_form",   "is not possible: use 2 to 40 small letters, digits and hyphens, and "
                             "none of our own words"},
    };
    if (ctx->err.kind != ERR_CONFLICT)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(db_constraint(ctx), words[i].constraint))
            continue;
        err_clear(ctx);
        return err_field(ctx, ERR_INPUT, "slug", "The short name \"%s\" %s.", slug,
                         words[i].message);
    }
    return false;
}

static bool
add(struct ctx *ctx, const char *slug, const char *name, int64_t *tenant_id)
{
    return db_i64(ctx, &SQL_TENANT_ADD, DB_ARGS(DB_STR(slug), DB_STR(name), DB_STR("UTC")),
                  tenant_id) ||
           explain(ctx, slug);
}

int
tenant_command(int argc, char **argv)
{
    static const struct option options[] = {
        {"name", required_argument, NULL, 'n'},
        {NULL,   0,                 NULL, 0  },
    };
    const char *name = NULL;
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option != 'n')
            return EX_USAGE;
        name = optarg;
    }
    if (optind != argc - 2 || strcmp(argv[optind], "add")) {
        fprintf(stderr, "usage: leadgen-batch tenant add SLUG [--name NAME]\n");
        return EX_USAGE;
    }
    const char *slug = argv[optind + 1];
    struct batch batch;
    int64_t tenant_id;
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") ||
        !add(&batch.ctx, slug, name ? name : slug, &tenant_id))
        return batch_fail(&batch);
    printf("tenant %" PRId64 " %s\n", tenant_id, slug);
    batch_close(&batch);
    return EX_OK;
}
