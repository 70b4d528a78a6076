/* Replies of mail servers under arbitrary bytes: a reply is whole, or more is needed, or it is none. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/smtp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = malloc(size + 1);
    if (!bytes)
        return 0;
    memcpy(bytes, data, size);
    size_t at = 0, used;
    struct smtp_reply reply;
    while (smtp_reply_read(bytes + at, size - at, &reply, &used) == SMTP_READ_ONE) {
        if (used == 0 || at + used > size || reply.code < 200 || reply.code > 599 ||
            strlen(reply.text) >= SMTP_TEXT_SIZE)
            abort();
        at += used;
    }
    free(bytes);
    return 0;
}
