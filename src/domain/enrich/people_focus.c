/* Whom a workspace looks for. See people_focus.h. */
#include "domain/enrich/people_focus.h"

#include <stdlib.h>

#include "base/db.h"
#include "domain/contact/job_title.h"
#include "statements.h"

enum { DEFAULT_MOST = 50, BY_RANK = 6, BY_DEPARTMENT = 25, BY_NONE = 10, BY_SENIORITY = 15 };

struct people_focus
people_focus_default(void)
{
    struct people_focus focus = {.most = DEFAULT_MOST};
    static const int16_t departments[] = {DEPARTMENT_EXECUTIVE, DEPARTMENT_ENGINEERING,
                                          DEPARTMENT_PRODUCT, DEPARTMENT_OPERATIONS};
    static const int16_t seniorities[] = {SENIORITY_FOUNDER, SENIORITY_C_LEVEL, SENIORITY_VP,
                                          SENIORITY_DIRECTOR};
    for (size_t i = 0; i < sizeof departments / sizeof *departments; i++)
        focus.departments[departments[i]] = true;
    for (size_t i = 0; i < sizeof seniorities / sizeof *seniorities; i++)
        focus.seniorities[seniorities[i]] = true;
    return focus;
}

/* Codes as PostgreSQL writes them: "{1,2}". */
static void
read_codes(const char *text, bool *out)
{
    for (const char *at = text; *at && *at != '}';) {
        char *end = NULL;
        long code = strtol(at + 1, &end, 10);
        if (end == at + 1)
            return;
        if (code > 0 && code < PEOPLE_FOCUS_CODES)
            out[code] = true;
        at = end;
    }
}

bool
people_focus_read(struct ctx *ctx, struct people_focus *out)
{
    struct row {
        const char *departments, *seniorities;
        int64_t most;
    } row;
    static const struct field map[] = {FIELD_STR(struct row, departments),
                                       FIELD_STR(struct row, seniorities),
                                       FIELD_I64(struct row, most), FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_PEOPLE_FOCUS_READ, DB_NO_ARGS, map, &row, &found))
        return false;
    *out = people_focus_default();
    if (!found)
        return true;
    *out = (struct people_focus){.most = row.most};
    read_codes(row.departments, out->departments);
    read_codes(row.seniorities, out->seniorities);
    return true;
}

static size_t
write_codes(const bool *codes, int64_t *out)
{
    size_t n = 0;
    for (int64_t i = 1; i < PEOPLE_FOCUS_CODES; i++)
        if (codes[i])
            out[n++] = i;
    return n;
}

bool
people_focus_write(struct ctx *ctx, const struct people_focus *focus)
{
    int64_t departments[PEOPLE_FOCUS_CODES], seniorities[PEOPLE_FOCUS_CODES];
    if (focus->most < 1 || focus->most > PEOPLE_FOCUS_MOST)
        return err_field(ctx, ERR_INPUT, "most", "Write a number from 1 to %d.", PEOPLE_FOCUS_MOST);
    size_t n_departments = write_codes(focus->departments, departments);
    size_t n_seniorities = write_codes(focus->seniorities, seniorities);
    return db_exec(ctx, &SQL_PEOPLE_FOCUS_WRITE,
                   DB_ARGS(DB_I64S(departments, n_departments), DB_I64S(seniorities, n_seniorities),
                           DB_I64(focus->most)),
                   NULL);
}

int
people_focus_relevance(const struct people_focus *focus, int16_t rank, int16_t department,
                       int16_t seniority)
{
    int points = BY_RANK * rank;
    if (department == 0)
        points += BY_NONE;
    else if (department < PEOPLE_FOCUS_CODES && focus->departments[department])
        points += BY_DEPARTMENT;
    if (seniority > 0 && seniority < PEOPLE_FOCUS_CODES && focus->seniorities[seniority])
        points += BY_SENIORITY;
    return points;
}
