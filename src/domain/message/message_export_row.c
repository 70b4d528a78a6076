/* Columns and cells. See message_export_row.h. */
#include "domain/message/message_export_row.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "domain/sequence/campaign_step.h"

enum { NAME_MOST = 60, WIDE = 40, USUAL = 18, STEP_COLUMNS = 3, FIXED = 4 };

static const struct {
    const char *label;
    enum message_export_table table;
    int cell;
    enum record_export_type type;
} all_columns[] = {
    {"First Name",   EXPORTED_PERSON,  PERSON_FIRST_NAME,   EXPORT_AS_TEXT  },
    {"Last Name",    EXPORTED_PERSON,  PERSON_LAST_NAME,    EXPORT_AS_TEXT  },
    {"Email",        EXPORTED_PERSON,  PERSON_EMAIL,        EXPORT_AS_TEXT  },
    {"LinkedIn URL", EXPORTED_PERSON,  PERSON_LINKEDIN_URL, EXPORT_AS_TEXT  },
    {"Job Title",    EXPORTED_PERSON,  PERSON_TITLE,        EXPORT_AS_TEXT  },
    {"Company",      EXPORTED_COMPANY, EMPLOYER_NAME,       EXPORT_AS_TEXT  },
    {"Domain",       EXPORTED_COMPANY, EMPLOYER_DOMAIN,     EXPORT_AS_TEXT  },
    {"Channel",      EXPORTED_MESSAGE, MESSAGE_CHANNEL,     EXPORT_AS_TEXT  },
    {"Step",         EXPORTED_MESSAGE, MESSAGE_POSITION,    EXPORT_AS_NUMBER},
    {"Label",        EXPORTED_MESSAGE, MESSAGE_STEP,        EXPORT_AS_TEXT  },
    {"Subject",      EXPORTED_TEXT,    TEXT_SUBJECT,        EXPORT_AS_TEXT  },
    {"Body",         EXPORTED_TEXT,    TEXT_BODY,           EXPORT_AS_TEXT  },
    {"Status",       EXPORTED_MESSAGE, MESSAGE_STATE,       EXPORT_AS_TEXT  },
    {"Tone",         EXPORTED_MESSAGE, MESSAGE_TONE,        EXPORT_AS_TEXT  },
    {"Cost (USD)",   EXPORTED_MESSAGE, MESSAGE_COST,        EXPORT_AS_NUMBER},
    {"Approved At",  EXPORTED_MESSAGE, MESSAGE_APPROVED_AT, EXPORT_AS_TIME  },
    {"PDF",          EXPORTED_MESSAGE, MESSAGE_PDF,         EXPORT_AS_TEXT  },
};
enum { ALL_COLUMNS = sizeof all_columns / sizeof *all_columns };

const char *
message_export_column_name(struct arena *arena, const char *label, int64_t position)
{
    char *name = text_fold(arena, label);
    size_t n = 0;
    for (const char *at = name; *at && n < NAME_MOST; at++) {
        bool plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (plain)
            name[n++] = *at;
        else if (n && name[n - 1] != '_')
            name[n++] = '_';
    }
    while (n && name[n - 1] == '_')
        n--;
    name[n] = '\0';
    if (!n)
        return arena_printf(arena, "step_%" PRId64, position);
    return *name >= 'a' ? name : arena_printf(arena, "step_%s", name);
}

static void
add_column(struct message_export_layout *layout, const char *label, int width,
           enum record_export_type type)
{
    layout->columns[layout->n_columns++] =
        (struct record_export_column){.label = label, .width = width, .type = type};
}

/* Tools do not tell "Email" from "email", and nobody two columns of one name. */
static const char *
unused_name(struct arena *arena, const struct message_export_layout *layout, const char *wanted)
{
    const char *name = wanted;
    for (int n = 2;; n++) {
        bool taken = false;
        for (size_t i = 0; i < layout->n_columns; i++)
            taken = taken || text_ascii_equal_nocase(layout->columns[i].label, name);
        if (!taken)
            return name;
        name = arena_printf(arena, "%s_%d", wanted, n);
    }
}

static int
add_named(struct arena *arena, struct message_export_layout *layout, const char *wanted)
{
    add_column(layout, unused_name(arena, layout, wanted), WIDE, EXPORT_AS_TEXT);
    return (int)layout->n_columns - 1;
}

/* A column for each step, then the subjects of e-mails, then the addresses of PDFs. */
static void
lay_lemlist(struct arena *arena, struct message_export_layout *layout,
            const struct campaign_step *lines)
{
    static const char *const fixed[FIXED] = {"email", "firstName", "lastName", "companyName"};
    for (size_t i = 0; i < FIXED; i++)
        add_column(layout, fixed[i], USUAL, EXPORT_AS_TEXT);
    for (size_t i = 0; i < layout->n_steps; i++)
        layout->steps[i].body = add_named(
            arena, layout, message_export_column_name(arena, lines[i].label, lines[i].position));
    for (size_t i = 0; i < layout->n_steps; i++)
        if (!strcmp(lines[i].channel, "email"))
            layout->steps[i].subject = add_named(
                arena, layout,
                arena_printf(arena, "%s_subject", layout->columns[layout->steps[i].body].label));
    for (size_t i = 0; i < layout->n_steps; i++)
        if (lines[i].pdf_template_id)
            layout->steps[i].pdf = add_named(
                arena, layout,
                arena_printf(arena, "%s_pdf", layout->columns[layout->steps[i].body].label));
}

static void
lay_linkedin(struct arena *arena, struct message_export_layout *layout,
             const struct campaign_step *lines)
{
    static const char *const fixed[FIXED] = {"full_name", "linkedin_url", "connection_message",
                                             "followup_message"};
    bool connection = false, followup = false;
    for (size_t i = 0; i < FIXED; i++)
        add_column(layout, fixed[i], i < 2 ? USUAL : WIDE, EXPORT_AS_TEXT);
    for (size_t i = 0; i < layout->n_steps; i++) {
        bool connect = !strcmp(lines[i].channel, "linkedin_connect");
        if (!connect && strcmp(lines[i].channel, "linkedin_message") != 0)
            continue;
        bool *used = connect ? &connection : &followup;
        int own = connect ? 2 : 3;
        layout->steps[i].body = *used ? add_named(arena, layout, layout->columns[own].label) : own;
        *used = true;
    }
}

static bool
is_column(size_t column, enum message_export_table table, int cell)
{
    return all_columns[column].table == table && all_columns[column].cell == cell;
}

bool
message_export_layout(struct ctx *ctx, struct arena *arena, int64_t campaign_id,
                      enum message_export_format format, struct message_export_layout **out)
{
    struct message_export_layout *layout = ARENA_NEW(arena, struct message_export_layout);
    struct campaign_step *lines;
    size_t n = 0, n_all;
    if (!campaign_steps(ctx, campaign_id, &lines, &n_all))
        return false;
    for (size_t i = 0; i < n_all; i++)
        if (lines[i].is_on || lines[i].messages)
            lines[n++] = lines[i];
    layout->format = format;
    layout->url = arena_printf(arena, "%s/p/", ctx->conf && ctx->conf->url ? ctx->conf->url : "");
    layout->n_steps = n;
    layout->steps = ARENA_ARRAY(arena, n + 1, struct message_export_step);
    layout->columns =
        ARENA_ARRAY(arena, ALL_COLUMNS + n * STEP_COLUMNS, struct record_export_column);
    for (size_t i = 0; i < n; i++) {
        layout->steps[i] = (struct message_export_step){
            lines[i].step_id, arena_strdup(arena, lines[i].label), -1, -1, -1};
        layout->n_pdf += lines[i].pdf_template_id != 0;
    }
    if (format == MESSAGE_EXPORT_LEMLIST)
        lay_lemlist(arena, layout, lines);
    else if (format == MESSAGE_EXPORT_LINKEDIN)
        lay_linkedin(arena, layout, lines);
    else
        for (size_t i = 0; i < ALL_COLUMNS; i++)
            if (!is_column(i, EXPORTED_MESSAGE, MESSAGE_PDF) || layout->n_pdf)
                add_column(layout, all_columns[i].label,
                           is_column(i, EXPORTED_TEXT, TEXT_BODY) ? WIDE : USUAL,
                           all_columns[i].type);
    layout->values = ARENA_ARRAY(arena, layout->n_columns, struct span);
    *out = layout;
    return true;
}

static struct span
text_span(const char *text)
{
    return (struct span){text, strlen(text)};
}

/* Empty where there is no such row. */
static struct span
cell_of(const struct message_export_batch *batch, enum message_export_table table, int64_t row,
        int column)
{
    const struct db_table *from = &batch->tables[table];
    const char *text = row >= 0 ? db_cell(from, (size_t)row, (size_t)column) : NULL;
    return text ? (struct span){text, db_cell_length(from, (size_t)row, (size_t)column)}
                : text_span("");
}

static struct span
pdf_span(struct arena *arena, const struct message_export_layout *layout,
         const struct message_export_batch *batch, int64_t message)
{
    struct span token = cell_of(batch, EXPORTED_MESSAGE, message, MESSAGE_PDF);
    return token.length ? text_span(arena_printf(arena, "%s%s", layout->url, token.data)) : token;
}

static const char *
channel_label(const char *name)
{
    const struct campaign_channel *channel = campaign_channel_of(name);
    return channel ? channel->label : name;
}

static const struct message_export_step *
step_of(const struct message_export_layout *layout, const struct message_export_batch *batch,
        int64_t message)
{
    int64_t step_id =
        strtoll(cell_of(batch, EXPORTED_MESSAGE, message, MESSAGE_STEP).data, NULL, 10);
    for (size_t i = 0; i < layout->n_steps; i++)
        if (layout->steps[i].step_id == step_id)
            return &layout->steps[i];
    return NULL; /* added while this file is made */
}

static struct span
message_cell(struct arena *arena, const struct message_export_layout *layout,
             const struct message_export_batch *batch, int64_t message, int cell)
{
    const struct message_export_step *step;
    struct span span = cell_of(batch, EXPORTED_MESSAGE, message, cell);
    switch (cell) {
    case MESSAGE_PDF:
        return pdf_span(arena, layout, batch, message);
    case MESSAGE_CHANNEL:
        return text_span(channel_label(span.data));
    case MESSAGE_STEP:
        step = step_of(layout, batch, message);
        return text_span(step ? step->label : "");
    default:
        return span;
    }
}

static struct span
column_cell(struct arena *arena, const struct message_export_layout *layout,
            const struct message_export_batch *batch, size_t column, size_t place, int64_t message)
{
    int cell = all_columns[column].cell;
    switch (all_columns[column].table) {
    case EXPORTED_PERSON:
        return cell_of(batch, EXPORTED_PERSON, batch->person[place], cell);
    case EXPORTED_COMPANY:
        return cell_of(batch, EXPORTED_COMPANY, batch->company[place], cell);
    case EXPORTED_TEXT:
        return cell_of(batch, EXPORTED_TEXT, batch->text[message], cell);
    case EXPORTED_MESSAGE:
    case EXPORTED_TABLES:
        break;
    }
    return message_cell(arena, layout, batch, message, cell);
}

/* Each message a row. */
static bool
write_messages(struct ctx *ctx, struct arena *arena, const struct message_export_layout *layout,
               const struct message_export_batch *batch, size_t place,
               struct record_export_file *file, int64_t *messages)
{
    for (int64_t message = batch->first[place]; message >= 0; message = batch->next[message]) {
        for (size_t i = 0; i < layout->n_columns; i++)
            layout->values[i] = column_cell(arena, layout, batch, i, place, message);
        if (!record_export_file_row(ctx, file, layout->values))
            return false;
        *messages += 1;
    }
    return true;
}

static void
put_person(struct arena *arena, const struct message_export_layout *layout,
           const struct message_export_batch *batch, size_t place)
{
    struct span *values = layout->values;
    int64_t person = batch->person[place];
    struct span first = cell_of(batch, EXPORTED_PERSON, person, PERSON_FIRST_NAME),
                last = cell_of(batch, EXPORTED_PERSON, person, PERSON_LAST_NAME);
    for (size_t i = 0; i < layout->n_columns; i++)
        values[i] = text_span("");
    if (layout->format == MESSAGE_EXPORT_LEMLIST) {
        values[0] = cell_of(batch, EXPORTED_PERSON, person, PERSON_EMAIL);
        values[1] = first;
        values[2] = last;
        values[3] = cell_of(batch, EXPORTED_COMPANY, batch->company[place], EMPLOYER_NAME);
        return;
    }
    values[0] = text_span(arena_printf(arena, "%s%s%s", first.data,
                                       first.length && last.length ? " " : "", last.data));
    values[1] = cell_of(batch, EXPORTED_PERSON, person, PERSON_LINKEDIN_URL);
}

/* All messages of the person in one row; of several approved variants of a step the one they were
 * meant to get, else the first. */
static bool
write_sequence(struct ctx *ctx, struct arena *arena, const struct message_export_layout *layout,
               const struct message_export_batch *batch, size_t place,
               struct record_export_file *file, int64_t *messages)
{
    struct span *values = layout->values;
    int64_t wanted = batch->members[place].variant;
    put_person(arena, layout, batch, place);
    for (int64_t message = batch->first[place]; message >= 0; message = batch->next[message]) {
        const struct message_export_step *step = step_of(layout, batch, message);
        if (!step || step->body < 0)
            continue;
        const char *variant = cell_of(batch, EXPORTED_MESSAGE, message, MESSAGE_OF_VARIANT).data;
        bool empty = !values[step->body].length;
        if (!empty && (!wanted || wanted != strtoll(variant, NULL, 10)))
            continue;
        *messages += empty;
        values[step->body] = cell_of(batch, EXPORTED_TEXT, batch->text[message], TEXT_BODY);
        if (step->subject >= 0)
            values[step->subject] =
                cell_of(batch, EXPORTED_TEXT, batch->text[message], TEXT_SUBJECT);
        if (step->pdf >= 0)
            values[step->pdf] = pdf_span(arena, layout, batch, message);
    }
    return !*messages || record_export_file_row(ctx, file, values);
}

bool
message_export_person(struct ctx *ctx, struct arena *arena,
                      const struct message_export_layout *layout,
                      const struct message_export_batch *batch, size_t place,
                      struct record_export_file *file, int64_t *messages)
{
    bool sequence =
        layout->format == MESSAGE_EXPORT_LEMLIST || layout->format == MESSAGE_EXPORT_LINKEDIN;
    return (sequence ? write_sequence : write_messages)(ctx, arena, layout, batch, place, file,
                                                        messages);
}
