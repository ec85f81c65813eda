// The table of the codecs' entries.
#include "Codecs.h"

#include <libheif/heif.h>
#include <png.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <webp/decode.h>
// libjpeg's header needs size_t and FILE first.
#include <jpeglib.h>

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

int32_t cp_fail(CPFault *fault, int32_t kind, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fault->message, sizeof fault->message, format, arguments);
    va_end(arguments);
    fault->kind = kind;
    return kind;
}

static void free_bytes(uint8_t *bytes) { free(bytes); }

static const char *versions(void) {
    return "libjpeg-turbo " TEXT(LIBJPEG_TURBO_VERSION) ", libpng " PNG_LIBPNG_VER_STRING
           ", libheif " LIBHEIF_VERSION ", libwebp";
}

static const CPicturesTable table = {
    .abi = CP_ABI,
    .free_bytes = free_bytes,
    .versions = versions,
    .jpeg_decode = cp_jpeg_decode,
    .jpeg_encode = cp_jpeg_encode,
    .png_decode = cp_png_decode,
    .png_encode = cp_png_encode,
    .webp_header = cp_webp_header,
    .webp_decode = cp_webp_decode,
    .webp_encode = cp_webp_encode,
    .heif_header = cp_heif_header,
    .heif_decode = cp_heif_decode,
};

const CPicturesTable *cpictures_table(void) { return &table; }
