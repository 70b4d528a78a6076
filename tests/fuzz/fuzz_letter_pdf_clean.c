/* The cleaner and the placeholders of PDFs under arbitrary bytes: what is left is clean for ever, names no
 * element that runs, and fills without growing past its bound. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/letter_pdf/letter_pdf_clean.h"
#include "domain/letter_pdf/letter_pdf_variable.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const never[] = {"<script", "<iframe", "<link", "<object", "<svg", "<meta"};
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct letter_pdf_cleaned out, again;
    const char *values[LETTER_PDF_VARIABLES];
    bool missing[LETTER_PDF_VARIABLES] = {false};
    if (!letter_pdf_clean(&ctx, (const char *)data, size, &out)) {
        if (ctx.err.kind != ERR_INPUT)
            abort();
        arena_free(arena);
        return 0;
    }
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (memmem(out.html, out.length, never[i], strlen(never[i])))
            abort();
    if (letter_pdf_clean(&ctx, out.html, out.length, &again) && again.n_removed)
        abort();
    for (size_t i = 0; i < LETTER_PDF_VARIABLES; i++)
        values[i] = i % 2 ? "<a \"b'&" : NULL;
    struct buf filled;
    buf_init(&filled, arena, 64 * (out.length + 64));
    letter_pdf_fill(&filled, out.html, out.length, values, missing);
    if (filled.over)
        abort();
    arena_free(arena);
    return 0;
}
