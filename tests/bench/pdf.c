/* PDFs of a page of text with a table and an image, one after the other in one sandboxed program, the
 * first one apart. tests/bench/pdf.sh runs it. argv: how many. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "domain/letter_pdf/letter_pdf_worker.h"

static double
now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static const char *
page_of(struct arena *arena, int n)
{
    struct buf html;
    buf_init(&html, arena, 64 * 1024);
    buf_printf(&html,
               "<style>@page{size:A4;margin:2cm}body{font-family:sans-serif}h1{color:#123}"
               "td{border:1px solid #ccc}</style><h1>An offer for person %d</h1>",
               n);
    for (int i = 0; i < 8; i++)
        buf_text(&html, "<p>Your team writes that it looks for a way to do this, and we know one. "
                        "Others of your size began with one site and were done in a month.</p>");
    buf_text(&html, "<table><tr><td>First month<td>1,200<tr><td>Then<td>800</table>");
    return html.data;
}

int
main(int argc, char **argv)
{
    struct arena *arena = arena_new(), *unit = arena_new();
    struct letter_pdf_worker *worker = letter_pdf_worker(arena);
    struct ctx ctx = {.arena = unit};
    long wanted = argc > 1 ? strtol(argv[1], NULL, 10) : 200;
    double start = now(), first = 0;
    for (int i = 0; i <= wanted; i++) {
        const char *pdf, *html = page_of(unit, i);
        size_t length;
        if (!letter_pdf_render(&ctx, worker, html, strlen(html), &pdf, &length)) {
            fprintf(stderr, "%s\n", ctx.err.message);
            return 1;
        }
        if (!i) {
            first = now() - start;
            start = now();
        }
        arena_reset(unit);
    }
    double rate = (double)wanted / (now() - start);
    printf("first, cold %.2f s; then %.1f PDF/s in one process\n", first, rate);
    arena_free(unit);
    arena_free(arena);
    return 0;
}
