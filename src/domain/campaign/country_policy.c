/* Laws of countries about the first e-mail to a company, and what workspaces decided. See
 * country_policy.h. */
#include "domain/campaign/country_policy.h"

#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/record/country.h"
#include "statements.h"

/* clang-format off */
const struct country_basis country_bases[] = {
    {"allowed", "Allowed", "People may be written to at work when it concerns their work, they learn who writes, and can say no.", "ok"},
    {"role_only", "Company addresses only", "Addresses of a company (info@, sales@) may be written to; those of a named person need consent.", "warn"},
    {"consent", "Consent needed", "Nobody may be written to who has not agreed before.", "warn"},
    {"blocked", "Not at all", "Nobody there is written to.", "bad"},
    {NULL, NULL, NULL, NULL},
};

#define EPRIVACY "https://eur-lex.europa.eu/eli/dir/2002/58/oj"
const struct country_law country_laws[] = {
    {"AT", "consent", "Telekommunikationsgesetz 2021, § 174", "https://www.ris.bka.gv.at/", "Consent before any advertising e-mail, to companies too."},
    {"AU", "consent", "Spam Act 2003", "https://www.acma.gov.au/avoid-sending-spam", "Consent; it may be inferred where a work address is published and the message concerns that work."},
    {"BE", "role_only", "Code of Economic Law, XII.13; Royal Decree of 4 April 2003", "https://economie.fgov.be/en", "Consent, but for addresses of companies that name no person."},
    {"BG", "role_only", "Electronic Commerce Act, art. 6", EPRIVACY, "Consent of people; companies may be written to unless they are on the register of those who object."},
    {"CA", "consent", "Canada's Anti-Spam Legislation, S.C. 2010, c. 23", "https://laws-lois.justice.gc.ca/eng/acts/E-1.6/", "Consent; it may be implied where an address is published without objection and the message concerns the person's role."},
    {"CH", "consent", "Bundesgesetz gegen den unlauteren Wettbewerb, art. 3(1)(o)", "https://www.fedlex.admin.ch/eli/cc/1988/223_223_223/de", "Consent before mass advertising by e-mail; the sender is named and saying no is easy."},
    {"CY", "consent", "Law 112(I)/2004, s. 106", EPRIVACY, "Consent of people; interests of companies are protected too."},
    {"CZ", "consent", "Zákon č. 480/2004 Sb., § 7", "https://www.zakonyprolidi.cz/cs/2004-480", "Consent before any commercial message, but to one's own customers."},
    {"DE", "consent", "Gesetz gegen den unlauteren Wettbewerb, § 7", "https://www.gesetze-im-internet.de/uwg_2004/__7.html", "Express consent before any advertising e-mail, to companies too."},
    {"DK", "consent", "Markedsføringsloven, § 10", "https://www.forbrugerombudsmanden.dk/", "Consent before any e-mail for sale, to companies too."},
    {"EE", "role_only", "Electronic Communications Act, § 103¹", "https://www.riigiteataja.ee/", "Consent of people; companies may be written to until they object."},
    {"ES", "consent", "Ley 34/2002 (LSSI), art. 21", "https://www.boe.es/buscar/act.php?id=BOE-A-2002-13758", "Consent before any advertising e-mail, but to one's own customers."},
    {"FI", "allowed", "Act on Electronic Communications Services 917/2014, § 200-202", "https://www.finlex.fi/", "Companies until they object; people at work when it concerns their duties."},
    {"FR", "allowed", "Code des postes et des communications électroniques, L. 34-5", "https://www.cnil.fr/fr/la-prospection-commerciale-par-courrier-electronique", "People at work when it concerns their profession, are told of it, and can object free of charge."},
    {"GB", "allowed", "Privacy and Electronic Communications Regulations 2003, reg. 22-23", "https://www.legislation.gov.uk/uksi/2003/2426/contents", "Companies until they object; sole traders and some partnerships count as people and need consent."},
    {"GR", "consent", "Law 3471/2006, art. 11", EPRIVACY, "Consent before any advertising e-mail, of companies too."},
    {"HK", "allowed", "Unsolicited Electronic Messages Ordinance, Cap. 593", "https://www.elegislation.gov.hk/hk/cap593", "Until they object; the sender is named with address and telephone."},
    {"HR", "role_only", "Electronic Communications Act 2022", EPRIVACY, "Consent of people; companies may be written to until they object."},
    {"HU", "role_only", "Act XLVIII of 2008, § 6", EPRIVACY, "Consent of people; companies may be written to until they object."},
    {"IE", "allowed", "S.I. No. 336/2011, reg. 13", "https://www.irishstatutebook.ie/eli/2011/si/336/", "Work addresses, when it concerns the work alone, until they object."},
    {"IL", "consent", "Communications Law 1982, s. 30A", "https://www.gov.il/en", "Consent; a business may be asked once whether it wants to hear more."},
    {"IS", "consent", "Electronic Communications Act 70/2022", EPRIVACY, "Consent before any advertising e-mail."},
    {"IT", "consent", "D.lgs. 196/2003, art. 130", "https://www.normattiva.it/", "Consent before any advertising e-mail, of companies too."},
    {"JP", "consent", "Act on Regulation of Transmission of Specified Electronic Mail", "https://www.caa.go.jp/", "Consent; published business addresses are an exception unless they say no."},
    {"KR", "consent", "Network Act, art. 50", "https://www.law.go.kr/", "Express consent before any advertising e-mail."},
    {"LI", "consent", "Kommunikationsgesetz", EPRIVACY, "Consent before any advertising e-mail."},
    {"LT", "consent", "Law on Electronic Communications", EPRIVACY, "Consent before any advertising e-mail."},
    {"LU", "role_only", "Law of 30 May 2005, art. 11", EPRIVACY, "Consent of people; companies may be written to until they object."},
    {"LV", "role_only", "Law on Information Society Services, s. 9", "https://likumi.lv/", "Consent of people; companies may be written to until they object."},
    {"MT", "role_only", "Subsidiary Legislation 586.01, reg. 9", EPRIVACY, "Consent of people; companies may be written to until they object."},
    {"NL", "consent", "Telecommunicatiewet, art. 11.7", "https://wetten.overheid.nl/BWBR0009950/", "Consent, of companies too, but for addresses published for that very purpose."},
    {"NO", "role_only", "Markedsføringsloven, § 15", "https://lovdata.no/lov/2009-01-09-2", "Consent of people, also at an address with their name at work; companies' own addresses until they object."},
    {"NZ", "consent", "Unsolicited Electronic Messages Act 2007", "https://www.legislation.govt.nz/act/public/2007/0007/latest/whole.html", "Consent; it is deemed where a work address is published and the message concerns that work."},
    {"PL", "consent", "Prawo komunikacji elektronicznej 2024, art. 398", "https://isap.sejm.gov.pl/", "Consent before any marketing by e-mail, of companies too."},
    {"PT", "role_only", "Lei 41/2004, art. 13-A", EPRIVACY, "Consent of people; companies may be written to unless they are on the list of those who object."},
    {"RO", "consent", "Law 506/2004, art. 12", EPRIVACY, "Express consent before any commercial e-mail."},
    {"SE", "allowed", "Marknadsföringslagen (2008:486), § 19-21", "https://www.konsumentverket.se/", "Companies, people at work included, until they object; consent of private people."},
    {"SG", "allowed", "Spam Control Act 2007", "https://sso.agc.gov.sg/Act/SCA2007", "Until they object; advertising sent in bulk is marked as such."},
    {"SI", "consent", "Electronic Communications Act (ZEKom-2)", EPRIVACY, "Consent before any advertising e-mail."},
    {"SK", "role_only", "Zákon č. 452/2021 Z. z., § 116", "https://www.slov-lex.sk/", "Consent of people; published addresses of companies may be written to until they object."},
    {"TR", "role_only", "Law No. 6563, art. 6", "https://www.mevzuat.gov.tr/", "Consent of people; merchants may be written to until they object, through the national register."},
    {"US", "allowed", "CAN-SPAM Act, 15 U.S.C. 7701", "https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business", "Until they object; a true subject, a postal address and a way to say no stand in each message."},
    {"ZA", "consent", "Protection of Personal Information Act, s. 69", "https://www.gov.za/documents/protection-personal-information-act", "Consent, of companies too; it may be asked for once."},
    {NULL, NULL, NULL, NULL, NULL},
};
/* clang-format on */

/* A decision of the workspace. */
struct decided {
    const char *country, *basis, *note, *by;
    int64_t at_ms;
};
static const struct field map[] = {
    FIELD_STR(struct decided, country), FIELD_STR(struct decided, basis),
    FIELD_STR(struct decided, note),    FIELD_STR(struct decided, by),
    FIELD_I64(struct decided, at_ms),   FIELD_END};

const struct country_basis *
country_basis_of(const char *name)
{
    for (const struct country_basis *basis = country_bases; basis->name; basis++)
        if (name && !strcmp(basis->name, name))
            return basis;
    return NULL;
}

const struct country_law *
country_law_of(const char *country)
{
    for (const struct country_law *law = country_laws; law->country; law++)
        if (country && text_ascii_equal_nocase(law->country, country))
            return law;
    return NULL;
}

static struct country_policy
policy_of(const char *country, const struct decided *decided)
{
    struct country_policy policy = {.country = country, .law = country_law_of(country)};
    policy.basis = decided ? decided->basis : policy.law ? policy.law->basis : "consent";
    if (decided) {
        policy.note = decided->note;
        policy.by = decided->by;
        policy.at_ms = decided->at_ms;
    }
    return policy;
}

bool
country_policy_of(struct ctx *ctx, const char *country, struct country_policy *out)
{
    const struct country *known = country && *country ? country_by_code(country) : NULL;
    struct decided *rows = NULL;
    size_t n = 0;
    if (known && !DB_ALL(ctx, &SQL_COUNTRY_POLICIES, DB_ARGS(DB_STR(known->iso2)), map, &rows, &n))
        return false;
    *out = policy_of(known ? known->iso2 : "", n ? rows : NULL);
    return true;
}

bool
country_policies(struct ctx *ctx, struct country_policy **out, size_t *n)
{
    struct decided *rows;
    size_t n_rows, n_laws = 0;
    if (!DB_ALL(ctx, &SQL_COUNTRY_POLICIES, DB_ARGS(DB_NULL), map, &rows, &n_rows))
        return false;
    while (country_laws[n_laws].country)
        n_laws++;
    *out = ARENA_ARRAY(ctx->arena, n_laws + n_rows, struct country_policy);
    *n = 0;
    /* Both are in the order of the codes. */
    for (size_t law = 0, row = 0; law < n_laws || row < n_rows;) {
        int order = law == n_laws   ? 1
                    : row == n_rows ? -1
                                    : strcmp(country_laws[law].country, rows[row].country);
        (*out)[(*n)++] = policy_of(order > 0 ? rows[row].country : country_laws[law].country,
                                   order < 0 ? NULL : &rows[row]);
        law += order <= 0;
        row += order >= 0;
    }
    return true;
}

static bool
read_country(struct ctx *ctx, const char *country, const struct country **out)
{
    *out = country && *country ? country_by_code(country) : NULL;
    return *out || err_field(ctx, ERR_INPUT, "country", "Choose a country.");
}

static bool
audit(struct ctx *ctx, const struct country *country, const char *basis, const char *note)
{
    struct jsn *detail = jsn_object(ctx->arena);
    jsn_set_text(detail, "basis", basis);
    if (note)
        jsn_set_text(detail, "note", note);
    return audit_add(ctx, "country_policy", country->name, jsn_write(ctx->arena, detail));
}

bool
country_policy_set(struct ctx *ctx, const char *country, const char *basis, const char *note)
{
    const struct country *known;
    const struct country_basis *chosen = country_basis_of(basis);
    if (!read_country(ctx, country, &known))
        return false;
    if (!chosen)
        return err_field(ctx, ERR_INPUT, "basis", "Choose one of the list.");
    note = text_trim(ctx->arena, text_nfc(ctx->arena, note ? note : ""));
    if (!*note)
        return err_field(ctx, ERR_INPUT, "note",
                         "Write why: whoever asks later has to find the reason here.");
    if (text_count(note) > COUNTRY_POLICY_NOTE_MOST)
        return err_field(ctx, ERR_INPUT, "note", "At most %d characters fit here.",
                         COUNTRY_POLICY_NOTE_MOST);
    return db_exec(ctx, &SQL_COUNTRY_POLICY_PUT,
                   DB_ARGS(DB_STR(known->iso2), DB_STR(chosen->name), DB_STR(note)), NULL) &&
           audit(ctx, known, chosen->label, note);
}

bool
country_policy_reset(struct ctx *ctx, const char *country)
{
    const struct country *known;
    int64_t n;
    if (!read_country(ctx, country, &known) ||
        !db_exec(ctx, &SQL_COUNTRY_POLICY_REMOVE, DB_ARGS(DB_STR(known->iso2)), &n))
        return false;
    return !n || audit(ctx, known, "as the table has it", NULL);
}
