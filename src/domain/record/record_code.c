/* The closed lists. See record_code.h. */
#include "domain/record/record_code.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

#define LIST(array)                                                                                \
    {                                                                                              \
        (array), sizeof(array) / sizeof *(array)                                                   \
    }

/* clang-format off */
static const struct record_choice industries[] = {
    {1, "software_saas", "Software / SaaS"},
    {2, "it", "IT"},
    {3, "professional_services", "Professional services"},
    {4, "financial_services", "Financial services"},
    {5, "healthcare", "Healthcare"},
    {6, "pharma_biotech", "Pharma / Biotech"},
    {7, "manufacturing", "Manufacturing"},
    {8, "automotive", "Automotive"},
    {9, "aerospace_defense", "Aerospace & Defense"},
    {10, "retail", "Retail"},
    {11, "hospitality", "Hospitality"},
    {12, "media", "Media"},
    {13, "energy", "Energy"},
    {14, "telecom", "Telecom"},
    {15, "transport", "Transport"},
    {16, "construction", "Construction"},
    {17, "real_estate", "Real estate"},
    {18, "agriculture", "Agriculture"},
    {19, "education", "Education"},
    {20, "public_sector", "Public sector"},
    {21, "creative_services", "Creative services"},
    {22, "other", "Other"},
};
static const struct record_choice sizes[] = {
    {1, "micro", "Micro, 1–9"},
    {2, "small", "Small, 10–49"},
    {3, "medium", "Medium, 50–249"},
    {4, "mid_market", "Mid-market, 250–999"},
    {5, "enterprise", "Enterprise, 1,000+"},
};
static const struct record_choice regions[] = {
    {1, "dach", "DACH"},
    {2, "nordics", "Nordics"},
    {3, "benelux", "Benelux"},
    {4, "cee", "CEE"},
    {5, "uk_ireland", "UK & Ireland"},
    {6, "southern_europe", "Southern Europe"},
    {7, "us", "US"},
    {8, "other", "Other"},
};
static const struct record_choice revenues[] = {
    {1, "micro", "Micro, below 2 M"},
    {2, "small", "Small, 2–10 M"},
    {3, "medium", "Medium, 10–50 M"},
    {4, "mid_market", "Mid-market, 50–250 M"},
    {5, "enterprise", "Enterprise, 250 M+"},
};
static const struct record_choice company_statuses[] = {
    {1, "cold", "Cold"},
    {2, "approached", "Approached"},
    {3, "prospect", "Prospect"},
    {4, "customer", "Customer"},
    {5, "churned", "Churned"},
    {6, "disqualified", "Disqualified"},
};
static const struct record_choice tiers[] = {
    {1, "tier_1_platinum", "Tier 1 - Platinum"},
    {2, "tier_2_gold", "Tier 2 - Gold"},
    {3, "tier_3_silver", "Tier 3 - Silver"},
    {4, "tier_4_bronze", "Tier 4 - Bronze"},
    {5, "tier_5_copper", "Tier 5 - Copper"},
    {6, "deprioritize", "Deprioritize"},
};
static const struct record_choice seniorities[] = {
    {1, "c_level", "C-Level"},
    {2, "vp", "VP"},
    {3, "director", "Director"},
    {4, "manager", "Manager"},
    {5, "individual_contributor", "Individual contributor"},
    {6, "founder", "Founder"},
    {7, "other", "Other"},
};
static const struct record_choice departments[] = {
    {1, "executive", "Executive"},
    {2, "engineering", "Engineering"},
    {3, "product", "Product"},
    {4, "sales", "Sales"},
    {5, "marketing", "Marketing"},
    {6, "customer_success", "Customer success"},
    {7, "finance", "Finance"},
    {8, "hr", "HR"},
    {9, "operations", "Operations"},
    {10, "other", "Other"},
};
static const struct record_choice ranks[] = {
    {1, "1", "1: assistant, trainee"},
    {2, "2", "2: staff"},
    {3, "3", "3: manager"},
    {4, "4", "4: senior manager"},
    {5, "5", "5: leading expert"},
    {6, "6", "6: director"},
    {7, "7", "7: head of a unit"},
    {8, "8", "8: vice president, head"},
    {9, "9", "9: chief of an area"},
    {10, "10", "10: owner or chief"},
};
static const struct record_choice employments[] = {
    {1, "there", "On the company's pages"},
    {2, "probably_left", "Probably left"},
    {3, "left", "Left"},
};
static const struct record_choice activities[] = {
    {1, "active", "Active"},
    {2, "moderate", "Moderate"},
    {3, "quiet", "Quiet"},
};
static const struct record_choice email_kinds[] = {
    {1, "work", "Work address"},
    {2, "free_mail", "Free mail"},
    {3, "role", "Role address"},
    {4, "disposable", "Disposable"},
};
static const struct record_choice email_states[] = {
    {3, "verified", "Verified"},
    {1, "found", "Found"},
    {2, "pattern_guess", "Pattern guess"},
    {4, "catch_all", "Catch-all"},
    {5, "risky", "Risky"},
    {6, "invalid", "Invalid"},
    {7, "unknown", "Unknown"},
};
static const struct record_choice contact_statuses[] = {
    {1, "prospect", "Prospect"},
    {2, "active", "Active"},
    {3, "dormant", "Dormant"},
    {4, "former", "Former"},
    {5, "partner", "Partner"},
    {6, "internal", "Internal"},
    {7, "disqualified", "Disqualified"},
};
static const struct record_choice known[] = {
    {1, "known", "Known"},
};
/* clang-format on */

const struct record_choices record_industries = LIST(industries);
const struct record_choices record_sizes = LIST(sizes);
const struct record_choices record_regions = LIST(regions);
const struct record_choices record_revenues = LIST(revenues);
const struct record_choices record_company_statuses = LIST(company_statuses);
const struct record_choices record_tiers = LIST(tiers);
const struct record_choices record_seniorities = LIST(seniorities);
const struct record_choices record_departments = LIST(departments);
const struct record_choices record_ranks = LIST(ranks);
const struct record_choices record_employments = LIST(employments);
const struct record_choices record_activities = LIST(activities);
const struct record_choices record_email_kinds = LIST(email_kinds);
const struct record_choices record_email_states = LIST(email_states);
const struct record_choices record_contact_statuses = LIST(contact_statuses);
const struct record_choices record_known = LIST(known);

const struct record_choice *
record_code_named(const struct record_choices *list, const char *name)
{
    for (size_t i = 0; i < list->n; i++)
        if (text_ascii_equal_nocase(list->of[i].name, name) ||
            text_ascii_equal_nocase(list->of[i].label, name))
            return &list->of[i];
    return NULL;
}

const struct record_choice *
record_code_get(const struct record_choices *list, int64_t code)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->of[i].code == code)
            return &list->of[i];
    return NULL;
}

int16_t
record_code_of_country(const char *iso2)
{
    if (!iso2 || strlen(iso2) != 2 || iso2[0] < 'A' || iso2[0] > 'Z' || iso2[1] < 'A' ||
        iso2[1] > 'Z')
        return 0;
    return (int16_t)((iso2[0] - 'A') * 26 + (iso2[1] - 'A') + 1);
}

const char *
record_code_country(struct arena *arena, int64_t code)
{
    if (code < 1 || code > 26 * 26)
        return NULL;
    return arena_printf(arena, "%c%c", (char)('A' + (code - 1) / 26),
                        (char)('A' + (code - 1) % 26));
}

const char *
record_code_array(struct arena *arena, const int16_t *codes, size_t n)
{
    struct buf buf;
    buf_init(&buf, arena, 8 * RECORD_MOST_CODES + 3);
    buf_char(&buf, '{');
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_char(&buf, ',');
        buf_i64(&buf, codes[i]);
    }
    buf_char(&buf, '}');
    return buf.data;
}
