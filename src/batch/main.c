/* leadgen-batch: the table of its commands, and nothing else. Started by cron and by people. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "batch/command.h"
#include "batch/import.h"

/* One row, one line. */
/* clang-format off */
static const struct command commands[] = {
    {"tick", tick_command, "[--for SECONDS] [--json]", "Works for a while: due tasks and the queue."},
    {"work", work_command, "[--json]", "Works until it is told to stop."},
    {"run", run_command, "TASK [--tenant SLUG]", "Runs one recurring task now."},
    {"tasks", tasks_command, "[--json]", "Lists the recurring tasks with last and next run."},
    {"tenant", tenant_command, "add SLUG [--name NAME]", "Makes a tenant."},
    {"user", user_command, "add EMAIL --name N [--tenant SLUG --role R] [--super] [--password-stdin]\n"
        "       leadgen-batch user reset-link EMAIL | list [--json]", "Makes accounts and password links."},
    {"demo", demo_command, "", "Makes the demo tenant."},
    {"import", import_command, IMPORT_USAGE, "Imports a file of companies or contacts."},
    {"pipeline", pipeline_command, "--tenant SLUG [--list NAME | --filter FILTER] [--stage NAME]... [OPTIONS]", "Sends records through stages."},
    {"stages", stages_command, "", "Lists the stages of the pipeline."},
    {"export", export_command, "--tenant SLUG --entity company|contact [OPTIONS]", "Exports companies or contacts as CSV or XLSX."},
    {"campaign", campaign_command, "list|show|generate|export --tenant SLUG [--id ID] [OPTIONS]", "Lists campaigns, shows one, writes its messages, exports the approved ones."},
    {"inspect", inspect_command, "WHAT FILE [OPTIONS]", "Shows how a file is read, as JSON."},
    {"migrate", migrate_command, "", "Brings the database up to this version."},
    {NULL, NULL, NULL, NULL},
};
/* clang-format on */

static void
usage(FILE *out)
{
    fprintf(out, "usage: leadgen-batch COMMAND [ARGUMENTS]\n\n");
    for (const struct command *command = commands; command->name; command++)
        fprintf(out, "  %-10s %s\n", command->name, command->summary);
    fprintf(out, "\nleadgen-batch COMMAND --help shows a command's arguments.\n");
}

int
main(int argc, char **argv)
{
    if (argc < 2) {
        usage(stderr);
        return EX_USAGE;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "help")) {
        usage(stdout);
        return EX_OK;
    }
    if (!strcmp(argv[1], "--version")) {
        printf("leadgen-batch %s\n", LEADGEN_VERSION);
        return EX_OK;
    }
    for (const struct command *command = commands; command->name; command++) {
        if (strcmp(command->name, argv[1]))
            continue;
        for (int i = 2; i < argc; i++) {
            if (strcmp(argv[i], "--help"))
                continue;
            printf("usage: leadgen-batch %s %s\n%s\n", command->name, command->usage,
                   command->summary);
            return EX_OK;
        }
        /* What the database calls this process, so that the page of the system can count it. */
        char name[32];
        snprintf(name, sizeof name, "batch %s", command->name);
        setenv("PGAPPNAME", name, 1);
        return command->run(argc - 1, argv + 1);
    }
    fprintf(stderr, "leadgen-batch: no command \"%s\"; see leadgen-batch --help\n", argv[1]);
    return EX_USAGE;
}
