/* One person as pages show them. See people.h. */
#include "domain/enrich/people.h"

#include <string.h>

#include "base/text.h"
#include "domain/contact/email_address.h"
#include "domain/contact/job_title.h"
#include "domain/contact/linkedin_url.h"
#include "domain/contact/phone_number.h"
#include "domain/enrich/decision_rank.h"

enum { TITLE_CHARACTERS = 120, EMAIL_BYTES = 400 };

struct person *
people_add(struct arena *arena, struct people *people)
{
    if (people->n == PEOPLE_PAGE_MAX)
        return NULL;
    if (people->n == people->room) {
        size_t room = 2 * people->room + 16;
        struct person *more = ARENA_ARRAY(arena, room, struct person);
        if (people->n)
            memcpy(more, people->of, people->n * sizeof *more);
        people->of = more;
        people->room = room;
    }
    struct person *person = &people->of[people->n++];
    *person = (struct person){.display = NULL};
    return person;
}

static void
set_keys(struct arena *arena, struct person *person)
{
    person->key = person_name_key(arena, person->name.first, person->name.last);
    person->first_key = text_fold(arena, person->name.first);
    person->last_key = text_fold(arena, person->name.last);
}

void
people_of_contact(struct arena *arena, const char *first_name, const char *last_name,
                  const char *linkedin_url, const char *email, struct person *out)
{
    *out = (struct person){.display = ""};
    if (!person_name_from_parts(arena, first_name, last_name, &out->name))
        out->name = (struct person_name){
            .title = "", .first = "", .middle = "", .last = "", .suffix = "", .nickname = ""};
    set_keys(arena, out);
    if (linkedin_url)
        people_set_linkedin(arena, out, linkedin_url);
    out->email = email;
}

struct person
people_copy(struct arena *arena, const struct person *person)
{
    struct person out = *person;
    const char **texts[] = {
        &out.name.title,   &out.name.first,    &out.name.middle, &out.name.last,
        &out.name.suffix,  &out.name.nickname, &out.display,     &out.key,
        &out.first_key,    &out.last_key,      &out.title,       &out.linkedin_url,
        &out.linkedin_key, &out.email,         &out.phone,       &out.url};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_strdup(arena, *texts[i]);
    return out;
}

bool
people_set_name(struct arena *arena, struct person *person, const char *text)
{
    if (!person_name_split(arena, text, &person->name))
        return false;
    person->display = person_name_display(arena, &person->name);
    set_keys(arena, person);
    return *person->key != '\0';
}

void
people_set_title(struct arena *arena, struct person *person, const char *text)
{
    struct job_title title;
    const char *clean = text ? text_squeeze(arena, text) : "";
    if (!*clean)
        return;
    person->title = text_cut(arena, clean, TITLE_CHARACTERS);
    job_title_read(arena, person->title, &title);
    person->seniority = title.seniority;
    person->department = title.department;
    person->rank = decision_rank_of(arena, person->title, title.seniority, title.department);
}

void
people_set_email(struct arena *arena, struct person *person, const char *text)
{
    struct email_address email;
    if (person->email || strlen(text) > EMAIL_BYTES ||
        email_address_read(arena, text, &email) != EMAIL_OK || email.role || email.disposable)
        return;
    person->email = email.address;
}

void
people_set_phone(struct arena *arena, struct person *person, const char *text, const char *country)
{
    struct phone_number phone;
    if (!person->phone && strlen(text) < 64 &&
        phone_number_read(arena, text, country, &phone) == PHONE_OK)
        person->phone = phone.e164;
}

void
people_set_linkedin(struct arena *arena, struct person *person, const char *text)
{
    struct linkedin_url profile;
    if (person->linkedin_key || linkedin_url_read(arena, text, &profile) != LINKEDIN_PERSON)
        return;
    person->linkedin_url = profile.url;
    person->linkedin_key = profile.key;
}
