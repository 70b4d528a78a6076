leadgen_batch_SOURCES += src/batch/main.c
