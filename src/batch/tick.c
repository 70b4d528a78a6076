/* leadgen-batch tick and work: a worker for some time (cron's line), or until it is told to stop
 * (a service). */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#include "batch/command.h"
#include "batch/runner.h"

enum { TICK_SECONDS = 55, DAY_SECONDS = 86400 };

static int
work(int64_t seconds, bool wait, bool json)
{
    struct batch batch;
    struct runner_sums sums;
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") || !runner_run(&batch, seconds, wait, &sums))
        return batch_fail(&batch);
    if (json)
        printf("{\"jobs\":%" PRId64 ",\"batches\":%" PRId64 ",\"tasks\":%" PRId64 "}\n", sums.jobs,
               sums.batches, sums.tasks);
    batch_close(&batch);
    return EX_OK;
}

/* Reads --for (when seconds is given) and --json. */
static bool
read_options(int argc, char **argv, int64_t *seconds, bool *json)
{
    static const struct option options[] = {
        {"for",  required_argument, NULL, 'f'},
        {"json", no_argument,       NULL, 'j'},
        {NULL,   0,                 NULL, 0  },
    };
    int option;
    *json = false;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        char *end = NULL;
        if (option == 'j')
            *json = true;
        else if (option == 'f' && seconds)
            *seconds = strtol(optarg, &end, 10);
        else
            return false;
        if (end && (*end || *seconds < 1 || *seconds > DAY_SECONDS)) {
            fprintf(stderr, "leadgen-batch: --for takes 1 to %d seconds\n", DAY_SECONDS);
            return false;
        }
    }
    return optind == argc;
}

int
tick_command(int argc, char **argv)
{
    int64_t seconds = TICK_SECONDS;
    bool json;
    return read_options(argc, argv, &seconds, &json) ? work(seconds, false, json) : EX_USAGE;
}

int
work_command(int argc, char **argv)
{
    bool json;
    return read_options(argc, argv, NULL, &json) ? work(0, true, json) : EX_USAGE;
}
