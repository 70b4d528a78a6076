/* leadgen-batch inspect WHAT FILE: the pure parts of the program on one file or value, to debug and to
 * script. Each kind is one file of its own and one row here. */
#include "batch/inspect/inspect.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "batch/batch.h"
#include "batch/command.h"

static const struct inspect kinds[] = {
    {"csv",      inspect_csv,    "FILE [--rows]"                                 },
    {"name",     inspect_value,  "[--] VALUE | --lines FILE"                     },
    {"company",  inspect_value,  "[--] VALUE | --lines FILE"                     },
    {"email",    inspect_value,  "[--] VALUE | --lines FILE"                     },
    {"phone",    inspect_value,  "[--country CODE] [--] VALUE | --lines FILE"    },
    {"url",      inspect_value,  "[--base URL] [--] VALUE | --lines FILE"        },
    {"domain",   inspect_value,  "[--] VALUE | --lines FILE"                     },
    {"robots",   inspect_robots, "FILE --agent A --url U"                        },
    {"title",    inspect_value,  "[--] VALUE | --lines FILE"                     },
    {"industry", inspect_value,  "[--] VALUE | --lines FILE"                     },
    {"letter",   inspect_letter, "FILE"                                          },
    {"page",     inspect_page,
     "FILE --url ADDRESS [--content-type TYPE] [--header LINE]... [--model FILE]"},
};

int
inspect_command(int argc, char **argv)
{
    for (size_t i = 0; argc > 2 && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].what, argv[1]))
            continue;
        struct batch batch;
        bool done = batch_open(&batch, NULL) && kinds[i].run(&batch.ctx, argc - 1, argv + 1);
        if (done && (fflush(stdout) || ferror(stdout)))
            done = err_raise(&batch.ctx, ERR_UNAVAILABLE, "The output cannot be written.");
        if (!done)
            return batch_fail(&batch);
        batch_close(&batch);
        return EX_OK;
    }
    fprintf(stderr, "usage:\n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        fprintf(stderr, "  leadgen-batch inspect %s %s\n", kinds[i].what, kinds[i].usage);
    return EX_USAGE;
}
