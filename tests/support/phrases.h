/* What every table of phrases must be: in the form in which text is searched, sorted, without
 * repeats, with meanings of the owner's range. Included by the tests of the stems that own tables. */
#ifndef LEADGEN_TESTS_SUPPORT_PHRASES_H
#define LEADGEN_TESTS_SUPPORT_PHRASES_H

#include "support/test.h"

#include "base/phrase.h"

static inline void
phrases_check_list(struct arena *arena, const struct phrase_list *list, bool sorted, int most)
{
    for (size_t i = 0; i < list->n; i++) {
        const struct phrase *entry = &list->of[i];
        if (strcmp(phrase_plain(arena, entry->text), entry->text) ||
            strlen(entry->text) != entry->length)
            fail_msg("\"%s\" is not in the plain form", entry->text);
        if (entry->meaning < 1 || entry->meaning > most)
            fail_msg("\"%s\" means %d", entry->text, entry->meaning);
        if (sorted && i > 0 && strcmp(entry[-1].text, entry->text) >= 0)
            fail_msg("\"%s\" stands before \"%s\"", entry[-1].text, entry->text);
        arena_reset(arena);
    }
}

/* Fails the test when a table is not as it must be. */
static inline void
phrases_check(struct arena *arena, const struct phrases *table, int most)
{
    for (size_t i = 0; i < PHRASE_LISTS && table->lists[i]; i++)
        phrases_check_list(arena, table->lists[i], true, most);
    phrases_check_list(arena, &table->endings, false, most);
}

#endif
