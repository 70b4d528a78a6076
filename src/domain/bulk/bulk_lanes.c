/* Parts of a bulk action side by side. See bulk_lanes.h. */
#include "domain/bulk/bulk_lanes.h"

#include "domain/pipeline/job_lanes.h"

static bool
prepare(struct ctx *ctx, const void *bulk)
{
    return bulk_part_prepare(ctx, bulk);
}

static bool
send(struct ctx *ctx, void *bulk, void *one, bool anew)
{
    struct bulk_part *part = one;
    if (anew)
        *part = (struct bulk_part){.first = part->first, .last = part->last};
    return bulk_part_send(ctx, bulk, part);
}

static bool
receive(struct ctx *ctx, void *bulk, void *part, bool *whole)
{
    return bulk_part_receive(ctx, bulk, part, whole);
}

static void
end(struct job_parts *parts, const void *one)
{
    struct bulk *bulk = parts->work;
    const struct bulk_part *part = one;
    bulk->done += part->last - part->first + 1;
    bulk->changed += part->changed;
    parts->done = bulk->done;
}

bool
bulk_lanes_run(struct ctx *ctx, struct job *job, struct bulk *bulk, struct bulk_part *parts,
               size_t n)
{
    struct job_parts all = {.work = bulk,
                            .parts = parts,
                            .n = n,
                            .size = sizeof *parts,
                            .done = bulk->done,
                            .total = bulk->n_ids,
                            .prepare = prepare,
                            .send = send,
                            .receive = receive,
                            .end = end};
    return job_lanes_run(ctx, job, &all);
}
