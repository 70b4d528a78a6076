/* Pages of arbitrary bytes, of every kind that shows people: each person found has a name, a rank within
 * bounds and values of the forms that are stored. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/enrich/decision_rank.h"
#include "domain/enrich/people.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum page_kind kinds[] = {PAGE_TEAM, PAGE_HOME, PAGE_LEGAL, PAGE_OTHER};
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct markup document;
    if (!markup_html(&ctx, (const char *)data, size, NULL, &document))
        abort();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct people_source source = {"https://acme.example/", kinds[i], "Acme", "acme.example",
                                       "DE"};
        struct people people;
        people_page_read(&ctx, &document, &source, &people);
        if (people.n > PEOPLE_PAGE_MAX)
            abort();
        for (size_t k = 0; k < people.n; k++) {
            const struct person *person = &people.of[k];
            if (!*person->key || person->rank < 0 || person->rank > DECISION_RANK_MOST ||
                person->confidence < 1 || person->confidence > 100 ||
                (person->email && !strchr(person->email, '@')) ||
                (person->phone && person->phone[0] != '+'))
                abort();
        }
    }
    arena_free(arena);
    return 0;
}
