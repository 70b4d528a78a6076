/* QR codes. See qr.h. */
#include "base/qr.h"

#include <qrencode.h>

#include "base/buf.h"

enum { QUIET = 4, PATH_MOST = 256 * 1024 };

char *
qr_path(struct arena *arena, const char *text, int64_t *size)
{
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    struct buf buf;
    if (!code)
        return NULL;
    buf_init(&buf, arena, PATH_MOST);
    *size = code->width + 2 * QUIET;
    for (int y = 0; y < code->width; y++) {
        const unsigned char *row = code->data + y * code->width;
        for (int x = 0; x < code->width; x++) {
            int run = x;
            while (run < code->width && (row[run] & 1))
                run++;
            if (run == x)
                continue;
            buf_printf(&buf, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run - x, run - x);
            x = run;
        }
    }
    QRcode_free(code);
    return buf.data;
}
