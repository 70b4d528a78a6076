/* What every command of leadgen-batch does the same way: settings, connection, errors, exit code. */
#ifndef LEADGEN_BATCH_BATCH_H
#define LEADGEN_BATCH_BATCH_H

#include "base/conf.h"
#include "base/db.h"

struct batch {
    struct ctx ctx;
    struct arena *process; /* lives as long as the command */
    struct conf conf;      /* ctx.conf points here */
};

/* Reads the settings ($LEADGEN_VAR/env of a checkout when the variables are not set) and connects
 * with the connection string in the setting `dsn_name`; NULL connects nowhere. */
MUST_CHECK bool batch_open(struct batch *batch, const char *dsn_name);

/* A setting, or NULL. */
const char *batch_setting(struct batch *batch, const char *name);

/* Path of a data file that ships with the program: the installed one, or the checkout's. */
const char *batch_data_path(struct batch *batch, const char *relative);

void batch_close(struct batch *batch);

/* Prints ctx->err for people, closes, and returns the sysexits code of its kind. */
int batch_fail(struct batch *batch);

#endif
