/* Public holidays. See campaign_holiday.h.
 *
 * Sources, as in force in 2026: AT Arbeitsruhegesetz 7; BE loi du 4 janvier 1974; BG Kodeks na truda 154;
 * CZ zákon 245/2000; DE the days that all Länder share; DK lukkeloven and ferieloven; EE pühade ja
 * tähtpäevade seadus; ES Estatuto de los Trabajadores 37.2; FR Code du travail L3133-1; GB Banking and
 * Financial Dealings Act 1971 (England); HR zakon 110/2019; HU Mt. 102; IE Organisation of Working
 * Time Act 1997; IT legge 260/1949; LT Darbo kodeksas 123; LV likums par svētku dienām; NO lov
 * 1995-02-24-12; PL ustawa 18.1.1951; PT Código do Trabalho 234; RO Codul muncii 139; SE lag 1989:253
 * (with Midsummer Eve as it is kept); SI zakon o praznikih; SK zákon 241/1993; US 5 U.S.C. 6103; CA
 * Canada Labour Code 166. Easter: Meeus, Astronomical Algorithms, chapter 8. */
#include "domain/audience/campaign_holiday.h"

#include <stdio.h>
#include <string.h>

enum rule { FIXED, EASTER, ORTHODOX, NTH, LAST, FROM };
enum moves { STAYS, MONDAY, TWO_ON, NEAREST, DAY_BEFORE };
enum { SUN, MON, TUE, WED, THU, FRI, SAT };

struct holiday {
    enum rule rule;
    int month, day;   /* EASTER, ORTHODOX: day is the distance; NTH: which; FROM: on or after */
    int weekday;      /* NTH, LAST, FROM */
    enum moves moves; /* when it falls on a weekend */
    const char *name;
    const char *where; /* codes, a blank between */
};

/* clang-format off */
#define EUROPE "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IS IT LT LU LV MT NL NO PL PT RO SE SI SK"
static const struct holiday holidays[] = {
    {FIXED, 1, 1, 0, STAYS, "New Year's Day", EUROPE},
    {FIXED, 1, 1, 0, MONDAY, "New Year's Day", "GB IE AU CA NZ"},
    {FIXED, 1, 1, 0, NEAREST, "New Year's Day", "US"},
    {FIXED, 1, 2, 0, STAYS, "Day after New Year", "RO SI"},
    {FIXED, 1, 2, 0, TWO_ON, "Day after New Year", "NZ"},
    {FIXED, 1, 6, 0, STAYS, "Epiphany", "AT CY ES FI GR HR IT PL RO SE SK"},
    {FIXED, 1, 7, 0, STAYS, "Saint John", "RO"},
    {FIXED, 1, 24, 0, STAYS, "Unification Day", "RO"},
    {FIXED, 1, 26, 0, MONDAY, "Australia Day", "AU"},
    {NTH, 1, 3, MON, STAYS, "Martin Luther King Day", "US"},
    {NTH, 2, 1, MON, STAYS, "Saint Brigid's Day", "IE"},
    {NTH, 2, 3, MON, STAYS, "Washington's Birthday", "US"},
    {FIXED, 2, 6, 0, MONDAY, "Waitangi Day", "NZ"},
    {FIXED, 2, 8, 0, STAYS, "Prešeren Day", "SI"},
    {FIXED, 2, 10, 0, STAYS, "Saint Paul's Shipwreck", "MT"},
    {FIXED, 2, 16, 0, STAYS, "Restoration of the State", "LT"},
    {FIXED, 2, 24, 0, STAYS, "Independence Day", "EE"},
    {FIXED, 3, 3, 0, STAYS, "Liberation Day", "BG"},
    {FIXED, 3, 11, 0, STAYS, "Restoration of Independence", "LT"},
    {FIXED, 3, 15, 0, STAYS, "Revolution Day", "HU"},
    {FIXED, 3, 17, 0, STAYS, "Saint Patrick's Day", "IE"},
    {FIXED, 3, 19, 0, STAYS, "Saint Joseph", "MT"},
    {FIXED, 3, 25, 0, STAYS, "Independence Day", "CY GR"},
    {FIXED, 3, 31, 0, STAYS, "Freedom Day", "MT"},
    {EASTER, 0, -3, 0, STAYS, "Maundy Thursday", "DK IS NO"},
    {EASTER, 0, -2, 0, STAYS, "Good Friday", "AU CA CH CZ DE DK EE ES FI GB HU IS LV MT NO NZ PT SE SK"},
    {EASTER, 0, 1, 0, STAYS, "Easter Monday", "AT AU BE CH CZ DE DK FI FR GB HR HU IE IS IT LT LU LV NL NO NZ PL SE SI SK"},
    {EASTER, 0, 39, 0, STAYS, "Ascension Day", "AT BE CH DE DK FI FR IS LU NL NO SE"},
    {EASTER, 0, 50, 0, STAYS, "Whit Monday", "AT BE CH DE DK FR HU IS LU NL NO"},
    {EASTER, 0, 60, 0, STAYS, "Corpus Christi", "AT HR PL PT"},
    {ORTHODOX, 0, -48, 0, STAYS, "Clean Monday", "CY GR"},
    {ORTHODOX, 0, -2, 0, STAYS, "Good Friday", "BG CY GR RO"},
    {ORTHODOX, 0, 1, 0, STAYS, "Easter Monday", "BG CY GR RO"},
    {ORTHODOX, 0, 50, 0, STAYS, "Whit Monday", "CY GR RO"},
    {FIXED, 4, 1, 0, STAYS, "National Day", "CY"},
    {FROM, 4, 19, THU, STAYS, "First Day of Summer", "IS"},
    {FIXED, 4, 25, 0, STAYS, "Liberation Day", "IT PT"},
    {FIXED, 4, 25, 0, STAYS, "Anzac Day", "AU NZ"},
    {FIXED, 4, 27, 0, DAY_BEFORE, "King's Day", "NL"},
    {FIXED, 4, 27, 0, STAYS, "Day of Uprising", "SI"},
    {FIXED, 5, 1, 0, STAYS, "Labour Day", "AT BE BG CY CZ DE EE ES FI FR GR HR HU IS IT LT LU LV MT NO PL PT RO SE SI SK"},
    {FIXED, 5, 2, 0, STAYS, "Labour Day", "SI"},
    {FIXED, 5, 3, 0, STAYS, "Constitution Day", "PL"},
    {FIXED, 5, 4, 0, STAYS, "Restoration of Independence", "LV"},
    {FIXED, 5, 6, 0, STAYS, "Saint George's Day", "BG"},
    {FIXED, 5, 8, 0, STAYS, "Victory Day", "CZ FR SK"},
    {FIXED, 5, 9, 0, STAYS, "Europe Day", "LU"},
    {FIXED, 5, 17, 0, STAYS, "Constitution Day", "NO"},
    {FIXED, 5, 24, 0, STAYS, "Culture and Literacy Day", "BG"},
    {FIXED, 5, 30, 0, STAYS, "Statehood Day", "HR"},
    {NTH, 5, 1, MON, STAYS, "May bank holiday", "GB IE"},
    {FROM, 5, 18, MON, STAYS, "Victoria Day", "CA"},
    {LAST, 5, 0, MON, STAYS, "Spring bank holiday", "GB"},
    {LAST, 5, 0, MON, STAYS, "Memorial Day", "US"},
    {FIXED, 6, 1, 0, STAYS, "Children's Day", "RO"},
    {FIXED, 6, 2, 0, STAYS, "Republic Day", "IT"},
    {FIXED, 6, 6, 0, STAYS, "National Day", "SE"},
    {FIXED, 6, 7, 0, STAYS, "Sette Giugno", "MT"},
    {NTH, 6, 1, MON, STAYS, "June bank holiday", "IE"},
    {NTH, 6, 1, MON, STAYS, "King's Birthday", "NZ"},
    {FIXED, 6, 10, 0, STAYS, "Portugal Day", "PT"},
    {FIXED, 6, 17, 0, STAYS, "National Day", "IS"},
    {FIXED, 6, 19, 0, NEAREST, "Juneteenth", "US"},
    {FROM, 6, 19, FRI, STAYS, "Midsummer Eve", "FI SE"},
    {FIXED, 6, 22, 0, STAYS, "Day of Anti-Fascist Struggle", "HR"},
    {FIXED, 6, 23, 0, STAYS, "Midsummer Eve", "EE LV"},
    {FIXED, 6, 23, 0, STAYS, "National Day", "LU"},
    {FIXED, 6, 24, 0, STAYS, "Saint John's Day", "EE LT LV"},
    {FIXED, 6, 25, 0, STAYS, "Statehood Day", "SI"},
    {FIXED, 6, 29, 0, STAYS, "Saint Peter and Saint Paul", "MT"},
    {FIXED, 7, 1, 0, MONDAY, "Canada Day", "CA"},
    {FIXED, 7, 4, 0, NEAREST, "Independence Day", "US"},
    {FIXED, 7, 5, 0, STAYS, "Saints Cyril and Methodius", "CZ SK"},
    {FIXED, 7, 6, 0, STAYS, "Jan Hus Day", "CZ"},
    {FIXED, 7, 6, 0, STAYS, "Statehood Day", "LT"},
    {FIXED, 7, 14, 0, STAYS, "Bastille Day", "FR"},
    {FIXED, 7, 21, 0, STAYS, "National Day", "BE"},
    {FIXED, 8, 1, 0, STAYS, "National Day", "CH"},
    {NTH, 8, 1, MON, STAYS, "August holiday", "IE IS"},
    {FIXED, 8, 5, 0, STAYS, "Victory Day", "HR"},
    {FIXED, 8, 15, 0, STAYS, "Assumption Day", "AT BE CY ES FR GR HR IT LT LU MT PL PT RO SI"},
    {FIXED, 8, 20, 0, STAYS, "Restoration of Independence", "EE"},
    {FIXED, 8, 20, 0, STAYS, "Saint Stephen's Day", "HU"},
    {LAST, 8, 0, MON, STAYS, "Summer bank holiday", "GB"},
    {FIXED, 8, 29, 0, STAYS, "National Uprising", "SK"},
    {NTH, 9, 1, MON, STAYS, "Labor Day", "CA US"},
    {FIXED, 9, 6, 0, STAYS, "Unification Day", "BG"},
    {FIXED, 9, 8, 0, STAYS, "Victory Day", "MT"},
    {FIXED, 9, 15, 0, STAYS, "Our Lady of Sorrows", "SK"},
    {FIXED, 9, 21, 0, STAYS, "Independence Day", "MT"},
    {FIXED, 9, 22, 0, STAYS, "Independence Day", "BG"},
    {FIXED, 9, 28, 0, STAYS, "Statehood Day", "CZ"},
    {FIXED, 9, 30, 0, MONDAY, "Truth and Reconciliation", "CA"},
    {FIXED, 10, 1, 0, STAYS, "Independence Day", "CY"},
    {FIXED, 10, 3, 0, STAYS, "Day of German Unity", "DE"},
    {FIXED, 10, 5, 0, STAYS, "Republic Day", "PT"},
    {NTH, 10, 2, MON, STAYS, "Thanksgiving", "CA"},
    {NTH, 10, 2, MON, STAYS, "Columbus Day", "US"},
    {FIXED, 10, 12, 0, STAYS, "National Day", "ES"},
    {FIXED, 10, 23, 0, STAYS, "Revolution Day", "HU"},
    {NTH, 10, 4, MON, STAYS, "Labour Day", "NZ"},
    {FIXED, 10, 26, 0, STAYS, "National Day", "AT"},
    {LAST, 10, 0, MON, STAYS, "October bank holiday", "IE"},
    {FIXED, 10, 28, 0, STAYS, "Founding of the Republic", "CZ"},
    {FIXED, 10, 28, 0, STAYS, "Ochi Day", "CY GR"},
    {FIXED, 10, 31, 0, STAYS, "Reformation Day", "SI"},
    {FIXED, 11, 1, 0, STAYS, "All Saints' Day", "AT BE ES FR HR HU IT LT LU PL PT SI SK"},
    {FIXED, 11, 2, 0, STAYS, "All Souls' Day", "LT"},
    {FIXED, 11, 11, 0, STAYS, "Armistice Day", "BE FR"},
    {FIXED, 11, 11, 0, STAYS, "Independence Day", "PL"},
    {FIXED, 11, 11, 0, NEAREST, "Veterans Day", "US"},
    {FIXED, 11, 11, 0, MONDAY, "Remembrance Day", "CA"},
    {FIXED, 11, 17, 0, STAYS, "Freedom and Democracy Day", "CZ"},
    {FIXED, 11, 18, 0, STAYS, "Remembrance Day", "HR"},
    {FIXED, 11, 18, 0, STAYS, "Independence Day", "LV"},
    {NTH, 11, 4, THU, STAYS, "Thanksgiving", "US"},
    {FIXED, 11, 30, 0, STAYS, "Saint Andrew's Day", "RO"},
    {FIXED, 12, 1, 0, STAYS, "Restoration of Independence", "PT"},
    {FIXED, 12, 1, 0, STAYS, "National Day", "RO"},
    {FIXED, 12, 6, 0, STAYS, "Constitution Day", "ES"},
    {FIXED, 12, 6, 0, STAYS, "Independence Day", "FI"},
    {FIXED, 12, 8, 0, STAYS, "Immaculate Conception", "AT ES IT MT PT"},
    {FIXED, 12, 13, 0, STAYS, "Republic Day", "MT"},
    {FIXED, 12, 24, 0, STAYS, "Christmas Eve", "BG CZ EE FI HU LT LV PL SE SK"},
    {FIXED, 12, 25, 0, STAYS, "Christmas Day", EUROPE},
    {FIXED, 12, 25, 0, TWO_ON, "Christmas Day", "GB IE AU CA NZ"},
    {FIXED, 12, 25, 0, NEAREST, "Christmas Day", "US"},
    {FIXED, 12, 26, 0, STAYS, "Second Day of Christmas", "AT BG CY CZ DE DK EE FI GR HR HU IS IT LT LU LV NL NO PL RO SE SI SK"},
    {FIXED, 12, 26, 0, TWO_ON, "Boxing Day", "GB IE AU CA NZ"},
    {FIXED, 12, 31, 0, STAYS, "New Year's Eve", "LV SE"},
};
/* clang-format on */

/* Where the weekend is Friday and Saturday. */
static const char friday_weekends[] = "BD BH DZ EG IL IQ JO KW LY MV OM QA SA SD SY YE";

/* Howard Hinnant, chrono-compatible low-level date algorithms. */
int64_t
campaign_holiday_day(int64_t year, int64_t month, int64_t day)
{
    int64_t y = year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
split(int64_t days, int *year, int *month, int *day)
{
    int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = (int)(y + era * 400 + (*month <= 2));
}

static int
weekday_of(int64_t days)
{
    return (int)(((days + 4) % 7 + 7) % 7);
}

int64_t
campaign_holiday_read(const char *text)
{
    int year, month, day, end = 0, y, m, d;
    if (!text || sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10 ||
        text[10] || month < 1 || month > 12 || day < 1 || day > 31)
        return INT64_MIN;
    int64_t days = campaign_holiday_day(year, month, day);
    split(days, &y, &m, &d);
    return y == year && m == month && d == day ? days : INT64_MIN;
}

const char *
campaign_holiday_text(struct arena *arena, int64_t day)
{
    int y, m, d;
    split(day, &y, &m, &d);
    return arena_printf(arena, "%04d-%02d-%02d", y, m, d);
}

const char *
campaign_holiday_words(struct arena *arena, int64_t day)
{
    static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday"};
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int y, m, d;
    split(day, &y, &m, &d);
    return arena_printf(arena, "%s %d %s %d", days[weekday_of(day)], d, months[m - 1], y);
}

static int64_t
easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return campaign_holiday_day(year, n / 31, n % 31 + 1);
}

/* By the Julian calendar, which is 13 days behind from 1900 to 2099. */
static int64_t
orthodox(int year)
{
    int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int n = d + e + 114;
    return campaign_holiday_day(year, n / 31, n % 31 + 1) + 13;
}

static bool
has(const char *codes, const char *country)
{
    for (const char *at = codes; at && strlen(at) >= 2; at += at[2] ? 3 : 2)
        if (!strncmp(at, country, 2))
            return true;
    return false;
}

static int64_t
moved(enum moves moves, int64_t day)
{
    int weekday = weekday_of(day);
    bool free = weekday == SAT || weekday == SUN;
    switch (moves) {
    case STAYS:
        return day;
    case MONDAY:
        return free ? day + (weekday == SAT ? 2 : 1) : day;
    case TWO_ON:
        return free ? day + 2 : day;
    case NEAREST:
        return free ? day + (weekday == SAT ? -1 : 1) : day;
    case DAY_BEFORE:
        return weekday == SUN ? day - 1 : day;
    }
    return day;
}

/* When a holiday is in a year. */
static int64_t
day_in(const struct holiday *holiday, int year)
{
    int64_t first = campaign_holiday_day(year, holiday->month, 1), day;
    switch (holiday->rule) {
    case FIXED:
        return moved(holiday->moves, campaign_holiday_day(year, holiday->month, holiday->day));
    case EASTER:
        return easter(year) + holiday->day;
    case ORTHODOX:
        return orthodox(year) + holiday->day;
    case NTH:
        return first + (holiday->weekday - weekday_of(first) + 7) % 7 + 7 * (holiday->day - 1);
    case LAST:
        day = campaign_holiday_day(year + holiday->month / 12, holiday->month % 12 + 1, 1) - 1;
        return day - (weekday_of(day) - holiday->weekday + 7) % 7;
    case FROM:
        day = campaign_holiday_day(year, holiday->month, holiday->day);
        return day + (holiday->weekday - weekday_of(day) + 7) % 7;
    }
    return 0;
}

bool
campaign_holiday_free(const char *country, int64_t day, const char **name)
{
    int year, month, of_month, weekday = weekday_of(day);
    *name = NULL;
    split(day, &year, &month, &of_month);
    /* New Year's Day of a Saturday is kept on Friday, in the year before. */
    for (int y = year; country && y <= year + 1; y++)
        for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++)
            if (has(holidays[i].where, country) && day_in(&holidays[i], y) == day) {
                *name = holidays[i].name;
                return true;
            }
    bool friday = country && has(friday_weekends, country);
    return weekday == SAT || weekday == (friday ? FRI : SUN);
}

int64_t
campaign_holiday_next(const char *country, int64_t day)
{
    const char *name;
    while (campaign_holiday_free(country, day, &name))
        day++;
    return day;
}

bool
campaign_holiday_known(const char *country)
{
    for (size_t i = 0; country && i < sizeof holidays / sizeof *holidays; i++)
        if (has(holidays[i].where, country))
            return true;
    return false;
}
