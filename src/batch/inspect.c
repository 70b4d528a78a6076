/* leadgen-batch inspect WHAT FILE: the pure parts of the program on one file, to debug and to
 * script. Each kind is one file of its own and one row here. */
#include "batch/inspect.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "batch/command.h"

static const struct inspect kinds[] = {
    {"csv", inspect_csv, "FILE [--rows]"},
};

static int
exit_code(enum err_kind kind)
{
    switch (kind) {
    case ERR_NONE:
        return EX_OK;
    case ERR_INPUT:
        return EX_DATAERR;
    case ERR_NOT_FOUND:
        return EX_NOINPUT;
    case ERR_UNAVAILABLE:
        return EX_IOERR;
    case ERR_CONFLICT:
    case ERR_DENIED:
    case ERR_BUG:
        return EX_SOFTWARE;
    }
    return EX_SOFTWARE;
}

int
inspect_run(int argc, char **argv)
{
    for (size_t i = 0; argc > 2 && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].what, argv[1]))
            continue;
        struct arena *arena = arena_new();
        struct ctx ctx = {.arena = arena};
        bool done = kinds[i].run(&ctx, argc - 1, argv + 1);
        if (done && (fflush(stdout) || ferror(stdout)))
            done = err_raise(&ctx, ERR_UNAVAILABLE, "The output cannot be written.");
        if (!done)
            fprintf(stderr, "leadgen-batch inspect %s: %s\n", argv[1], ctx.err.message);
        int code = done ? EX_OK : exit_code(ctx.err.kind);
        arena_free(arena);
        return code;
    }
    fprintf(stderr, "usage:\n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        fprintf(stderr, "  leadgen-batch inspect %s %s\n", kinds[i].what, kinds[i].usage);
    return EX_USAGE;
}
