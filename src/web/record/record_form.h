/* The form of a company or a contact: its parameters, its fields as the template needs them, what was
 * typed as values by place. Called by the pages that create and edit. */
#ifndef LEADGEN_WEB_RECORD_FORM_H
#define LEADGEN_WEB_RECORD_FORM_H

#include "domain/record/record.h"
#include "web/record/record_page.h"
#include "web/web.h"

/* What both forms carry beside the facts. */
struct record_form {
    struct record_where where; /* id 0 of a new record */
    int64_t version;           /* that was shown */
    const char *was;           /* of a single field: record_form_mark of the value that was shown */
    int64_t with;              /* of a new contact: the company it is for */
    const char *field;         /* the only field that is edited, or "" for all */
    const char *company;       /* of a contact: its company by name or domain */
    bool keep_both;            /* although there is one already */
};

struct company_form {
    struct record_form form;
    const char *name, *legal_form, *domain, *website_url, *linkedin_url, *industry, *keywords,
        *employees, *revenue, *founded_year, *description, *phone, *email, *address, *city, *region,
        *postal_code, *country, *registry_number, *logo_url, *crunchbase_url, *source, *notes,
        *owner_id, *status, *tier;
};

struct contact_form {
    struct record_form form;
    const char *name_prefix, *first_name, *last_name, *name_suffix, *job_title, *email,
        *other_emails, *phone, *mobile_phone, *other_phones, *linkedin_url, *seniority, *department,
        *address, *city, *region, *postal_code, *country, *language, *birthday, *source, *notes,
        *owner_id, *status, *linkedin_activity;
};

/* Groups.N.fields.M for the template, and the values of `record` (NULL: none) as those of the form.
 * `only`: name of the one field to show, or "". *any is false when there is no such field. */
MUST_CHECK bool record_form_show(struct page *pg, enum record_entity entity,
                                 const struct record *record, const char *only, bool *any);

/* What was typed, as texts by place. */
void record_form_texts(struct page *pg, enum record_entity entity, const char **texts);

/* Shows the form again with what was typed, after record_form_show. */
void record_form_typed(struct page *pg, enum record_entity entity, const char *const *texts);

/* The bits of the fields that the form edits. */
int64_t record_form_mask(enum record_entity entity, const char *only);

/* A mark of a value, to tell later whether it is still the same. */
const char *record_form_mark(struct arena *arena, const char *value);

/* Normalises what was typed; false: the form is shown again with a message at each wrong field. */
bool record_form_read(struct page *pg, enum record_entity entity, const char **values);

#endif
