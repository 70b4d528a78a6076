/* main() of a fuzz target in a build without libFuzzer: every file of its corpus, then each of them
 * cut and bent in a few hundred ways from a fixed seed. Linked only into programs without a main of
 * their own. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

enum { INPUT_MAX = 1 << 20, BENDS = 300 };

static unsigned
next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 8;
}

/* A copy of its own size on the heap, so that a read past the end is seen by a sanitizer. */
static void
try_input(const unsigned char *data, size_t size)
{
    unsigned char *copy = malloc(size ? size : 1);
    if (!copy)
        abort();
    memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void
bend(unsigned char *data, size_t size, unsigned *seed)
{
    static const unsigned char odd[] = {0,   '"', '\'', ',',  ';',  '\n', '\r', '<',
                                        '&', '%', 0x80, 0xc0, 0xff, '{',  '(',  '\\',
                                        '0', '-', '.',  '@',  '=',  ' '};
    size_t length = next_random(seed) % 4 ? size : next_random(seed) % (size + 1);
    for (unsigned n = 1 + next_random(seed) % 4; n && length; n--)
        data[next_random(seed) % length] = odd[next_random(seed) % sizeof odd];
    try_input(data, length);
}

static int
replay(const char *folder, const char *name, unsigned char *data, unsigned char *copy)
{
    char path[8192];
    unsigned seed = 1;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "re");
    if (!file)
        return 0;
    size_t size = fread(data, 1, INPUT_MAX, file);
    fclose(file);
    try_input(data, size);
    int bends = size > 65536 ? BENDS / 30 : BENDS;
    for (int i = 0; i < bends && size; i++) {
        memcpy(copy, data, size);
        bend(copy, size, &seed);
    }
    return 1;
}

int
main(int argc, char **argv)
{
    const char *root = getenv("LEADGEN_SRCDIR"), *stem = strstr(argv[0], "fuzz_");
    char folder[4096];
    (void)argc;
    snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus/%s", root ? root : ".",
             stem ? stem + strlen("fuzz_") : "");
    DIR *dir = opendir(folder);
    unsigned char *data = malloc(INPUT_MAX), *copy = malloc(INPUT_MAX);
    int n = 0;
    if (!data || !copy)
        abort();
    try_input(data, 0);
    for (struct dirent *entry; dir && (entry = readdir(dir));)
        if (*entry->d_name != '.')
            n += replay(folder, entry->d_name, data, copy);
    if (dir)
        closedir(dir);
    free(data);
    free(copy);
    printf("1..1\n%s 1 - %d inputs of the corpus, bent\n", n ? "ok" : "not ok", n);
    return n == 0;
}
