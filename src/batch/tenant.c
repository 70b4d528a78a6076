/* leadgen-batch tenant add: makes a tenant. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "batch/batch.h"
#include "batch/command.h"
#include "domain/account/tenant.h"

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
        !tenant_add(&batch.ctx, slug, name ? name : slug, "UTC", &tenant_id))
        return batch_fail(&batch);
    printf("tenant %" PRId64 " %s\n", tenant_id, slug);
    batch_close(&batch);
    return EX_OK;
}
