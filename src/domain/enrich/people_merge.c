/* The same people of several pages made one. See people.h. */
#include <string.h>

#include "domain/enrich/nickname.h"
#include "domain/enrich/people.h"

bool
people_same(const struct person *a, const struct person *b)
{
    if (a->linkedin_key && b->linkedin_key)
        return !strcmp(a->linkedin_key, b->linkedin_key);
    if (a->email && b->email && !strcmp(a->email, b->email))
        return true;
    if (*a->key && !strcmp(a->key, b->key))
        return true;
    return *a->last_key && *a->first_key && *b->first_key && !strcmp(a->last_key, b->last_key) &&
           nickname_same(a->first_key, b->first_key);
}

void
people_join(struct person *into, const struct person *from)
{
    if (!into->title && from->title) {
        into->title = from->title;
        into->seniority = from->seniority;
        into->department = from->department;
        into->rank = from->rank;
    }
    if (!into->linkedin_key) {
        into->linkedin_url = from->linkedin_url;
        into->linkedin_key = from->linkedin_key;
    }
    if (!into->email)
        into->email = from->email;
    if (!into->phone)
        into->phone = from->phone;
    if (from->confidence > into->confidence)
        into->confidence = from->confidence;
}

/* Those who decide most first; equal ones stay in the order of the pages. */
static void
sort_by_rank(struct people *people)
{
    for (size_t i = 1; i < people->n; i++) {
        struct person one = people->of[i];
        size_t at = i;
        while (at > 0 && people->of[at - 1].rank < one.rank) {
            people->of[at] = people->of[at - 1];
            at--;
        }
        people->of[at] = one;
    }
}

void
people_merge(struct people *people, size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < people->n; i++) {
        size_t same = 0;
        while (same < n && !people_same(&people->of[same], &people->of[i]))
            same++;
        if (same < n)
            people_join(&people->of[same], &people->of[i]);
        else
            people->of[n++] = people->of[i];
    }
    people->n = n;
    sort_by_rank(people);
    if (people->n > most)
        people->n = most;
}
