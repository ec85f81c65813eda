#include "Codecs.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

// The bytes still to be read, or those written so far.
typedef struct {
    const uint8_t *next;
    size_t left;
    CPFault *fault;
} Reader;

typedef struct {
    uint8_t *bytes;
    size_t length, capacity;
} Writer;

static void fail(png_structp codec, png_const_charp message) {
    CPFault *fault = png_get_error_ptr(codec);
    if (!fault->kind) cp_fail(fault, CP_CORRUPT, "%s", message);
    png_longjmp(codec, 1);
}

static void stay_silent(png_structp codec, png_const_charp message) {
    (void)codec;
    (void)message;
}

static void read(png_structp codec, png_bytep out, size_t count) {
    Reader *reader = png_get_io_ptr(codec);
    if (count > reader->left) {
        cp_fail(reader->fault, CP_TRUNCATED, "the bytes end too early");
        png_error(codec, "the bytes end too early");
    }
    memcpy(out, reader->next, count);
    reader->next += count;
    reader->left -= count;
}

static void write(png_structp codec, png_bytep in, size_t count) {
    Writer *writer = png_get_io_ptr(codec);
    if (writer->length + count > writer->capacity) {
        size_t capacity = (writer->length + count) * 2;
        uint8_t *bytes = realloc(writer->bytes, capacity);
        if (!bytes) png_error(codec, "no memory");
        writer->bytes = bytes;
        writer->capacity = capacity;
    }
    memcpy(writer->bytes + writer->length, in, count);
    writer->length += count;
}

static void flush(png_structp codec) { (void)codec; }

int32_t cp_png_decode(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault) {
    Reader reader = {bytes, length, fault};
    png_bytep *volatile rows = NULL;
    png_infop info = NULL;
    fault->kind = 0;
    png_structp codec = png_create_read_struct(PNG_LIBPNG_VER_STRING, fault, fail, stay_silent);
    if (!codec) return cp_fail(fault, CP_MEMORY, "no memory");
    if (setjmp(png_jmpbuf(codec))) {
        png_destroy_read_struct(&codec, &info, NULL);
        free(rows);
        return fault->kind;
    }
    info = png_create_info_struct(codec);
    if (!info) png_error(codec, "no memory");
    png_set_read_fn(codec, &reader, read);
    png_read_info(codec, info);
    if ((int32_t)png_get_image_width(codec, info) != target.width ||
        (int32_t)png_get_image_height(codec, info) != target.height) {
        cp_fail(fault, CP_SIZE, "the header promised another size");
        png_error(codec, "");
    }
    // 16 bits become 8 by their upper half, palettes their colours: PIL's convert('RGB').
    png_set_strip_16(codec);
    png_set_palette_to_rgb(codec);
    png_set_expand_gray_1_2_4_to_8(codec);
    if (target.channels == 4) {
        png_set_tRNS_to_alpha(codec);
        png_set_add_alpha(codec, 255, PNG_FILLER_AFTER);
    } else {
        png_set_strip_alpha(codec);
    }
    if (target.channels >= 3) png_set_gray_to_rgb(codec);
    png_set_interlace_handling(codec);
    png_read_update_info(codec, info);
    size_t stride = (size_t)target.width * (size_t)target.channels;
    if (png_get_rowbytes(codec, info) != stride) {
        cp_fail(fault, CP_SIZE, "its rows have %zu bytes, not %zu",
                (size_t)png_get_rowbytes(codec, info), stride);
        png_error(codec, "");
    }
    rows = malloc(sizeof(png_bytep) * (size_t)target.height);
    if (!rows) png_error(codec, "no memory");
    for (int32_t y = 0; y < target.height; y++) rows[y] = target.pixels + stride * (size_t)y;
    png_read_image(codec, rows);
    png_destroy_read_struct(&codec, &info, NULL);
    free(rows);
    return 0;
}

int32_t cp_png_encode(CPTarget source, int32_t compression, uint8_t **bytes, size_t *length,
                      CPFault *fault) {
    Writer writer = {NULL, 0, 0};
    png_infop info = NULL;
    fault->kind = 0;
    png_structp codec = png_create_write_struct(PNG_LIBPNG_VER_STRING, fault, fail, stay_silent);
    if (!codec) return cp_fail(fault, CP_MEMORY, "no memory");
    if (setjmp(png_jmpbuf(codec))) {
        png_destroy_write_struct(&codec, &info);
        free(((volatile Writer *)&writer)->bytes);
        return fault->kind;
    }
    info = png_create_info_struct(codec);
    if (!info) png_error(codec, "no memory");
    png_set_write_fn(codec, &writer, write, flush);
    int colours = source.channels == 1   ? PNG_COLOR_TYPE_GRAY
                  : source.channels == 4 ? PNG_COLOR_TYPE_RGBA
                                         : PNG_COLOR_TYPE_RGB;
    png_set_IHDR(codec, info, (png_uint_32)source.width, (png_uint_32)source.height, 8, colours,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(codec, compression);
    png_write_info(codec, info);
    size_t stride = (size_t)source.width * (size_t)source.channels;
    for (int32_t y = 0; y < source.height; y++) {
        png_write_row(codec, source.pixels + stride * (size_t)y);
    }
    png_write_end(codec, info);
    png_destroy_write_struct(&codec, &info);
    *bytes = writer.bytes;
    *length = writer.length;
    return 0;
}
