/* What a column of a list can mean, independent of language: the vocabulary that header words, value
 * shapes and known export formats share. Called by the files of the mapping step only. */
#ifndef LEADGEN_DOMAIN_MAPPING_MEANING_H
#define LEADGEN_DOMAIN_MAPPING_MEANING_H

#include <stdbool.h>

#include "domain/record/record_field.h"

enum mapping_meaning {
    MEANS_NOTHING,
    /* a person */
    MEANS_FULL_NAME,
    MEANS_NAME, /* of a person or a company, or half a person's name beside the other half */
    MEANS_FIRST_NAME,
    MEANS_MIDDLE_NAME,
    MEANS_LAST_NAME,
    MEANS_PREFIX,
    MEANS_SUFFIX,
    MEANS_TITLE, /* job title or form of address */
    MEANS_JOB_TITLE,
    MEANS_SENIORITY,
    MEANS_DEPARTMENT,
    MEANS_BIRTHDAY,
    MEANS_MOBILE,
    /* a person or a company */
    MEANS_EMAIL,
    MEANS_PHONE,
    MEANS_LINKEDIN,
    MEANS_ADDRESS,
    MEANS_STREET,
    MEANS_CITY,
    MEANS_REGION,
    MEANS_POSTAL_CODE,
    MEANS_COUNTRY,
    MEANS_LOCATION, /* a place, how exact is open */
    MEANS_LANGUAGE,
    MEANS_SOURCE,
    MEANS_NOTES,
    MEANS_TAGS,
    MEANS_URL, /* an address in the web, of what is open */
    MEANS_DESCRIPTION,
    /* a company */
    MEANS_COMPANY,
    MEANS_LEGAL_FORM,
    MEANS_DOMAIN,
    MEANS_WEBSITE,
    MEANS_INDUSTRY,
    MEANS_KEYWORDS,
    MEANS_CATEGORIES, /* industry, keywords or tags */
    MEANS_EMPLOYEES,
    MEANS_REVENUE,
    MEANS_FOUNDED,
    MEANS_REGISTRY_NUMBER,
    MEANS_LOGO,
    MEANS_CRUNCHBASE,
    /* understood, but no field of ours: a custom field at most */
    MEANS_OTHER,
    MEANS_SOCIAL,
    MEANS_TAX_NUMBER,
    MEANS_FAX,
    MEANS_DATE,
    /* understood, and left out */
    MEANS_PEOPLE,
    MEANS_OWNER,
    MEANS_ID,
    MEANS_LABEL, /* says what kind of value the column beside it holds */
    MEANS_LINE_2,
    MEANS_PRIVATE,
    MEANS_SENSITIVE,
    /* words that only colour the others */
    MEANS_OF_PERSON,
    MEANS_OF_COMPANY,
    MEANS_AT_WORK,
    MEANS_MAIN,
    MEANS_AT_HOME,
    MEANS_SECOND,
    MEANS_FILLER,
    MEANS_COUNT
};

/* How the values of a column prove or disprove a meaning. */
enum mapping_proof {
    PROOF_NONE,   /* nothing can be told from values */
    PROOF_TEXT,   /* words: refuted by addresses, numbers */
    PROOF_PERSON, /* names of one person */
    PROOF_ORGANISATION,
    PROOF_TITLE,
    PROOF_EMAIL,
    PROOF_PHONE,
    PROOF_LINKEDIN,
    PROOF_URL,
    PROOF_DOMAIN,
    PROOF_CRUNCHBASE,
    PROOF_PLACE,
    PROOF_COUNTRY,
    PROOF_POSTAL,
    PROOF_STREET,
    PROOF_SIZE,
    PROOF_MONEY,
    PROOF_YEAR,
    PROOF_DATE,
    PROOF_LONG_TEXT,
    PROOF_CODE /* short, may hold digits */
};

struct mapping_meaning_info {
    const char *noun;    /* for reasons: "company name" */
    const char *contact; /* target when it is about the person, else NULL */
    const char *company; /* target when it is about the company, else NULL */
    enum mapping_proof proof;
    int weight; /* of several meanings in one header the heaviest is meant: "e-mail domain" */
};

/* Never NULL. */
const struct mapping_meaning_info *mapping_meaning_info(enum mapping_meaning meaning);

/* The target of a meaning that is about `entity`, falling back to the other one; NULL: no field. */
const char *mapping_meaning_target(enum mapping_meaning meaning, enum record_entity entity);

/* True for a word that only colours others: whose it is, which of several. */
bool mapping_meaning_colours(enum mapping_meaning meaning);

#endif
