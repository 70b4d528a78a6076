/* leadgen-batch demo: makes the demo tenant from the files under sql/seed, through the import, with a
 * campaign that workers fill when the first run is done. */
#include <stdio.h>
#include <sysexits.h>

#include "base/conf.h"
#include "base/db.h"
#include "batch/command.h"
#include "batch/import.h"
#include "batch/pipeline.h"
#include "domain/account/tenant.h"
#include "domain/campaign/campaign_demo.h"

static bool
begin_campaign(struct ctx *ctx, int64_t tenant_id)
{
    return db_begin(ctx, false) && tenant_enter(ctx, tenant_id) && campaign_demo_begin(ctx) &&
           db_commit(ctx);
}

static bool
load(struct batch *batch)
{
    struct ctx *ctx = &batch->ctx;
    struct import_wish companies = {.path = batch_data_path(batch, "sql/seed/startups.csv"),
                                    .slug = "demo",
                                    .entity = "company",
                                    .list = "Startups"};
    struct import_wish people = {.path = batch_data_path(batch, "sql/seed/people.csv"),
                                 .slug = "demo",
                                 .entity = "contact",
                                 .list = "Invented people"};
    struct import_wish sites = {.path = batch_data_path(batch, "sql/seed/sites.csv"),
                                .slug = "demo",
                                .entity = "company",
                                .list = "Demo sites"};
    struct pipeline_wish first = {
        .slug = "demo",
        .list = sites.list,
        .choice = {
                   .entity = RECORD_COMPANY, .filter = "", .title = "First look at the demo sites"}
    };
    int64_t tenant_id;
    return tenant_add(ctx, "demo", "Demo", "Europe/Prague", &tenant_id) &&
           tenant_mark_demo(ctx, tenant_id) && import_file(batch, &companies) &&
           import_file(batch, &people) && import_file(batch, &sites) &&
           pipeline_begin(batch, &first) && begin_campaign(ctx, tenant_id);
}

int
demo_command(int argc, char **argv)
{
    struct batch batch;
    struct conf conf;
    (void)argv;
    if (argc != 1) {
        fprintf(stderr, "usage: leadgen-batch demo\n");
        return EX_USAGE;
    }
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN"))
        return batch_fail(&batch);
    struct ctx *ctx = &batch.ctx;
    struct arena *unit = ctx->arena;
    ctx->arena = batch.process;
    bool ok = conf_read(ctx, CONF_FILES, &conf);
    ctx->conf = &conf;
    ctx->arena = unit;
    if (!ok || !load(&batch))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}
