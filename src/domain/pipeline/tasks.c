/* THE registries: every kind of job and every recurring task, one row each. */
#include "domain/pipeline/task.h"

#include "domain/import/import_run.h"
#include "domain/pipeline/house.h"

const struct job_kind job_kinds[] = {
    {"import_preview", "Import preview", "rows", 5, 60, import_preview_job, import_dead},
    {"import_run",          "Import", "rows", 5, 60, import_run_job, import_dead},
    {"import_undo",              "Undo of an import", "records", 5, 60, import_undo_job, import_dead},
    {.name = NULL    },
};

const struct task tasks[] = {
    {"queue_sweep", "Take over jobs of lost workers", 10, NULL, NULL, 0, false, true, false, 60,
     house_queue_sweep},
    {"partitions",           "Prepare the coming months' tables, drop old ones", 0, "00:40", "UTC", 600,
     false, true, false, 600, house_partitions},
    {"job_purge",         "File away jobs dead for 90 days", 0, "01:10", "UTC", 600, false, true, false,
     600, house_job_purge},
    {.name = NULL       },
};
