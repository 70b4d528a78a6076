/* Every statement of sql/queries against the migrated database: PostgreSQL prepares it, describes
 * it, and names every column of a result that has more than one. What cannot be prepared (COPY,
 * temporary tables) is run and taken back. Needs LEADGEN_OWNER_DSN. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#include "statements.h"

static const char *
first_line(PGconn *conn)
{
    char *text = PQerrorMessage(conn);
    text[strcspn(text, "\n")] = '\0';
    return text;
}

static bool
columns_are_named(const PGresult *described, const char *name)
{
    int n = PQnfields(described);
    for (int i = 0; n > 1 && i < n; i++) {
        if (!strcmp(PQfname(described, i), "?column?")) {
            printf("# %s: column %d has no name\n", name, i + 1);
            return false;
        }
        for (int j = 0; j < i; j++) {
            if (!strcmp(PQfname(described, i), PQfname(described, j))) {
                printf("# %s: two columns %s\n", name, PQfname(described, i));
                return false;
            }
        }
    }
    return true;
}

/* The highest $n in the text. */
static int
parameter_count(const char *text)
{
    int most = 0;
    for (const char *at = strchr(text, '$'); at; at = strchr(at + 1, '$')) {
        int n = (int)strtol(at + 1, NULL, 10);
        most = n > most ? n : most;
    }
    return most;
}

static bool
prepares(PGconn *conn, const struct sql *sql)
{
    PGresult *result = PQprepare(conn, sql->name, sql->text, 0, NULL);
    bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    if (!ok) {
        printf("# %s: %s\n", sql->name, first_line(conn));
        return false;
    }
    result = PQdescribePrepared(conn, sql->name);
    ok = PQresultStatus(result) == PGRES_COMMAND_OK && columns_are_named(result, sql->name);
    if (ok && PQnparams(result) != parameter_count(sql->text)) {
        printf("# %s: %d parameters\n", sql->name, PQnparams(result));
        ok = false;
    }
    PQclear(result);
    return ok;
}

/* COPY: begun and broken off. DDL of temporary tables: done. */
static bool
executes(PGconn *conn, const struct sql *sql)
{
    PGresult *result = PQexec(conn, sql->text);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COMMAND_OK;
    if (!ok)
        printf("# %s: %s\n", sql->name, first_line(conn));
    PQclear(result);
    if (status == PGRES_COPY_IN)
        PQputCopyEnd(conn, "only a check");
    for (char *row; status == PGRES_COPY_OUT && PQgetCopyData(conn, &row, 0) > 0; PQfreemem(row))
        ;
    while ((result = PQgetResult(conn)))
        PQclear(result);
    return ok;
}

static bool
starts(const struct sql *sql, const char *word)
{
    return !strncmp(sql->text, word, strlen(word));
}

/* Temporary tables first, as long as others need them. */
enum turn { TURN_MAKE, TURN_INDEX, TURN_USE, TURN_DROP, TURNS };

static enum turn
turn_of(const struct sql *sql)
{
    if (sql->prepared)
        return TURN_USE;
    if (starts(sql, "CREATE TEMP"))
        return TURN_MAKE;
    if (starts(sql, "CREATE"))
        return TURN_INDEX;
    return starts(sql, "DROP") ? TURN_DROP : TURN_USE;
}

static bool
passes(PGconn *conn, const struct sql *sql)
{
    bool as_is = turn_of(sql) != TURN_USE || starts(sql, "COPY");
    return as_is ? executes(conn, sql) : prepares(conn, sql);
}

int
main(void)
{
    const char *dsn = getenv("LEADGEN_OWNER_DSN");
    if (!dsn || !*dsn) {
        printf("# LEFT OUT: LEADGEN_OWNER_DSN is not set: no statement is checked\n"
               "1..0 # SKIP LEADGEN_OWNER_DSN is not set\n");
        return 0;
    }
    PGconn *conn = PQconnectdb(dsn);
    int n = 0, failed = 0;
    for (enum turn turn = TURN_MAKE; turn < TURNS; turn++)
        for (const struct sql *const *at = sql_statements; *at; at++) {
            if (turn_of(*at) != turn)
                continue;
            bool ok = passes(conn, *at);
            printf("%sok %d - %s\n", ok ? "" : "not ", ++n, (*at)->name);
            failed += !ok;
        }
    printf("1..%d\n", n);
    PQfinish(conn);
    return failed != 0;
}
