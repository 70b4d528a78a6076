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
    bool of_person;
    int cell; /* of the person or of the text */
    enum record_export_type type;
} all_columns[] = {
    {"First Name",   true,  PERSON_FIRST_NAME,   EXPORT_AS_TEXT  },
    {"Last Name",    true,  PERSON_LAST_NAME,    EXPORT_AS_TEXT  },
    {"Email",        true,  PERSON_EMAIL,        EXPORT_AS_TEXT  },
    {"LinkedIn URL", true,  PERSON_LINKEDIN_URL, EXPORT_AS_TEXT  },
    {"Job Title",    true,  PERSON_TITLE,        EXPORT_AS_TEXT  },
    {"Company",      true,  PERSON_COMPANY,      EXPORT_AS_TEXT  },
    {"Domain",       true,  PERSON_DOMAIN,       EXPORT_AS_TEXT  },
    {"Channel",      false, TEXT_CHANNEL,        EXPORT_AS_TEXT  },
    {"Step",         false, TEXT_POSITION,       EXPORT_AS_NUMBER},
    {"Label",        false, TEXT_STEP,           EXPORT_AS_TEXT  },
    {"Subject",      false, TEXT_SUBJECT,        EXPORT_AS_TEXT  },
    {"Body",         false, TEXT_BODY,           EXPORT_AS_TEXT  },
    {"Status",       false, TEXT_STATE,          EXPORT_AS_TEXT  },
    {"Tone",         false, TEXT_TONE,           EXPORT_AS_TEXT  },
    {"Cost (USD)",   false, TEXT_COST,           EXPORT_AS_NUMBER},
    {"Approved At",  false, TEXT_APPROVED,       EXPORT_AS_TIME  },
    {"PDF",          false, TEXT_PDF,            EXPORT_AS_TEXT  },
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
is_of_text(size_t column, int cell)
{
    return !all_columns[column].of_person && all_columns[column].cell == cell;
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
            if (!is_of_text(i, TEXT_PDF) || layout->n_pdf)
                add_column(layout, all_columns[i].label, is_of_text(i, TEXT_BODY) ? WIDE : USUAL,
                           all_columns[i].type);
    layout->values = ARENA_ARRAY(arena, layout->n_columns, struct span);
    *out = layout;
    return true;
}

static struct span
cell_of(const struct db_table *table, size_t row, int column)
{
    const char *text = db_cell(table, row, (size_t)column);
    return (struct span){text ? text : "", text ? db_cell_length(table, row, (size_t)column) : 0};
}

static struct span
text_span(const char *text)
{
    return (struct span){text, strlen(text)};
}

static struct span
pdf_span(struct arena *arena, const struct message_export_layout *layout,
         const struct db_table *texts, size_t row)
{
    const char *token = db_cell(texts, row, TEXT_PDF);
    return token ? text_span(arena_printf(arena, "%s%s", layout->url, token)) : text_span("");
}

static const char *
channel_label(const char *name)
{
    const struct campaign_channel *channel = campaign_channel_of(name);
    return channel ? channel->label : name;
}

static const struct message_export_step *
step_of(const struct message_export_layout *layout, const char *id)
{
    int64_t step_id = strtoll(id, NULL, 10);
    for (size_t i = 0; i < layout->n_steps; i++)
        if (layout->steps[i].step_id == step_id)
            return &layout->steps[i];
    return NULL; /* added while this file is made */
}

static struct span
text_cell(struct arena *arena, const struct message_export_layout *layout,
          const struct db_table *texts, size_t row, int cell)
{
    const struct message_export_step *step;
    switch (cell) {
    case TEXT_PDF:
        return pdf_span(arena, layout, texts, row);
    case TEXT_CHANNEL:
        return text_span(channel_label(db_cell(texts, row, TEXT_CHANNEL)));
    case TEXT_STEP:
        step = step_of(layout, db_cell(texts, row, TEXT_STEP));
        return text_span(step ? step->label : "");
    default:
        return cell_of(texts, row, cell);
    }
}

/* Each message a row. */
static bool
write_messages(struct ctx *ctx, struct arena *arena, const struct message_export_layout *layout,
               const struct message_export_batch *batch, size_t place,
               struct record_export_file *file, int64_t *messages)
{
    size_t person = (size_t)batch->person[place];
    for (int64_t text = batch->first[place]; text >= 0; text = batch->next[text]) {
        for (size_t i = 0; i < layout->n_columns; i++)
            layout->values[i] =
                all_columns[i].of_person
                    ? cell_of(&batch->people, person, all_columns[i].cell)
                    : text_cell(arena, layout, &batch->texts, (size_t)text, all_columns[i].cell);
        if (!record_export_file_row(ctx, file, layout->values))
            return false;
        *messages += 1;
    }
    return true;
}

static void
put_person(struct arena *arena, const struct message_export_layout *layout,
           const struct db_table *people, size_t row)
{
    struct span *values = layout->values;
    struct span first = cell_of(people, row, PERSON_FIRST_NAME),
                last = cell_of(people, row, PERSON_LAST_NAME);
    for (size_t i = 0; i < layout->n_columns; i++)
        values[i] = text_span("");
    if (layout->format == MESSAGE_EXPORT_LEMLIST) {
        values[0] = cell_of(people, row, PERSON_EMAIL);
        values[1] = first;
        values[2] = last;
        values[3] = cell_of(people, row, PERSON_COMPANY);
        return;
    }
    values[0] = text_span(arena_printf(arena, "%s%s%s", first.data,
                                       first.length && last.length ? " " : "", last.data));
    values[1] = cell_of(people, row, PERSON_LINKEDIN_URL);
}

/* All messages of the person in one row; of several approved variants of a step the one they were
 * meant to get, else the first. */
static bool
write_sequence(struct ctx *ctx, struct arena *arena, const struct message_export_layout *layout,
               const struct message_export_batch *batch, size_t place,
               struct record_export_file *file, int64_t *messages)
{
    const struct db_table *texts = &batch->texts;
    struct span *values = layout->values;
    size_t person = (size_t)batch->person[place];
    int64_t wanted = batch->members[place].variant;
    put_person(arena, layout, &batch->people, person);
    for (int64_t text = batch->first[place]; text >= 0; text = batch->next[text]) {
        size_t row = (size_t)text;
        const struct message_export_step *step = step_of(layout, db_cell(texts, row, TEXT_STEP));
        if (!step || step->body < 0)
            continue;
        bool empty = !values[step->body].length;
        if (!empty && (!wanted || wanted != strtoll(db_cell(texts, row, TEXT_VARIANT), NULL, 10)))
            continue;
        *messages += empty;
        values[step->body] = cell_of(texts, row, TEXT_BODY);
        if (step->subject >= 0)
            values[step->subject] = cell_of(texts, row, TEXT_SUBJECT);
        if (step->pdf >= 0)
            values[step->pdf] = pdf_span(arena, layout, texts, row);
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
