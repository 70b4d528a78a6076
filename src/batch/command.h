/* The sub-commands of leadgen-batch: one row each in main.c, one file each in this folder. */
#ifndef LEADGEN_BATCH_COMMAND_H
#define LEADGEN_BATCH_COMMAND_H

/* A command gets its own argv (argv[0] is its name) and returns a sysexits code. */
typedef int command_fn(int argc, char **argv);

struct command {
    const char *name;
    command_fn *run;
    const char *usage;   /* arguments, for --help */
    const char *summary; /* one line */
};

/* One row of main.c's table each. */
command_fn campaign_command;
command_fn demo_command;
command_fn export_command;
command_fn import_command;
command_fn inspect_command;
command_fn migrate_command;
command_fn pipeline_command;
command_fn run_command;
command_fn stages_command;
command_fn tasks_command;
command_fn tenant_command;
command_fn tick_command;
command_fn user_command;
command_fn work_command;

#endif
