#include "Codecs.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
// libjpeg's headers need size_t and FILE first.
#include <jerror.h>
#include <jpeglib.h>

// libjpeg reports errors by not returning; this is where they land.
typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf landing;
    CPFault *fault;
} Errors;

static void fail(j_common_ptr codec) {
    Errors *errors = (Errors *)codec->err;
    char message[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, message);
    // The source below raises this code where the bytes end.
    int kind = codec->err->msg_code == JERR_INPUT_EOF       ? CP_TRUNCATED
               : codec->err->msg_code == JERR_OUT_OF_MEMORY ? CP_MEMORY
                                                            : CP_CORRUPT;
    cp_fail(errors->fault, kind, "%s", message);
    longjmp(errors->landing, 1);
}

// Warnings are about damage that leaves a picture; libjpeg would print them.
static void stay_silent(j_common_ptr codec) { (void)codec; }

static void no_action(j_decompress_ptr codec) { (void)codec; }

// libjpeg's own source would invent an end marker and fill the rest with grey.
static boolean bytes_ended(j_decompress_ptr codec) {
    ERREXIT(codec, JERR_INPUT_EOF);
    return FALSE;
}

static void skip(j_decompress_ptr codec, long count) {
    if (count <= 0) return;
    if ((size_t)count > codec->src->bytes_in_buffer) bytes_ended(codec);
    codec->src->next_input_byte += count;
    codec->src->bytes_in_buffer -= (size_t)count;
}

static struct jpeg_error_mgr *install(Errors *errors, CPFault *fault) {
    jpeg_std_error(&errors->base);
    errors->base.error_exit = fail;
    errors->base.output_message = stay_silent;
    errors->fault = fault;
    return &errors->base;
}

// As PIL converts: ink is inverted in the file, and products are divided by 255 with rounding.
static void rgb_from_cmyk(const uint8_t *cmyk, uint8_t *rgb, int32_t width) {
    for (int32_t x = 0; x < width; x++, cmyk += 4, rgb += 3) {
        int light = cmyk[3];
        for (int channel = 0; channel < 3; channel++) {
            int product = (255 - cmyk[channel]) * light + 128;
            rgb[channel] = (uint8_t)(light - ((product + (product >> 8)) >> 8));
        }
    }
}

int32_t cp_jpeg_decode(const uint8_t *bytes, size_t length, int32_t denominator, CPTarget target,
                       CPFault *fault) {
    struct jpeg_decompress_struct codec;
    Errors errors;
    uint8_t *volatile row_of_inks = NULL;
    struct jpeg_source_mgr source = {
        .next_input_byte = bytes,
        .bytes_in_buffer = length,
        .init_source = no_action,
        .fill_input_buffer = bytes_ended,
        .skip_input_data = skip,
        .resync_to_restart = jpeg_resync_to_restart,
        .term_source = no_action,
    };
    codec.err = install(&errors, fault);
    if (setjmp(errors.landing)) {
        jpeg_destroy_decompress(&codec);
        free(row_of_inks);
        return fault->kind;
    }
    jpeg_create_decompress(&codec);
    codec.src = &source;
    jpeg_read_header(&codec, TRUE);
    codec.scale_num = 1;
    codec.scale_denom = (unsigned)denominator;
    int inks = codec.num_components == 4;
    codec.out_color_space = inks ? JCS_CMYK : target.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&codec);
    if ((int32_t)codec.output_width != target.width || (int32_t)codec.output_height != target.height ||
        (inks && target.channels != 3)) {
        cp_fail(fault, CP_SIZE, "the header promised another size");
        jpeg_destroy_decompress(&codec);
        return CP_SIZE;
    }
    size_t stride = (size_t)target.width * (size_t)target.channels;
    if (inks) {
        row_of_inks = malloc((size_t)target.width * 4);
        if (!row_of_inks) ERREXIT1(&codec, JERR_OUT_OF_MEMORY, 0);
    }
    while (codec.output_scanline < codec.output_height) {
        if (inks) {
            uint8_t *out = target.pixels + stride * codec.output_scanline;
            JSAMPROW row = row_of_inks;
            if (jpeg_read_scanlines(&codec, &row, 1)) rgb_from_cmyk(row, out, target.width);
        } else {
            JSAMPROW rows[8];
            unsigned count = codec.output_height - codec.output_scanline;
            if (count > 8) count = 8;
            for (unsigned i = 0; i < count; i++) {
                rows[i] = target.pixels + stride * (codec.output_scanline + i);
            }
            jpeg_read_scanlines(&codec, rows, count);
        }
    }
    // Whatever follows the last row, even nothing, does no harm: the picture is complete.
    jpeg_destroy_decompress(&codec);
    free(row_of_inks);
    return 0;
}

int32_t cp_jpeg_encode(CPTarget source, int32_t quality, uint8_t **bytes, size_t *length,
                       CPFault *fault) {
    struct jpeg_compress_struct codec;
    Errors errors;
    unsigned char *volatile out = NULL;
    unsigned long size = 0;
    codec.err = install(&errors, fault);
    if (setjmp(errors.landing)) {
        jpeg_destroy_compress(&codec);
        free(out);
        return fault->kind;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, (unsigned char **)&out, &size);
    codec.image_width = (unsigned)source.width;
    codec.image_height = (unsigned)source.height;
    codec.input_components = source.channels;
    codec.in_color_space = source.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    jpeg_start_compress(&codec, TRUE);
    size_t stride = (size_t)source.width * (size_t)source.channels;
    while (codec.next_scanline < codec.image_height) {
        JSAMPROW row = source.pixels + stride * codec.next_scanline;
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    *bytes = out;
    *length = size;
    return 0;
}
