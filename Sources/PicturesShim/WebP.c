#include "Codecs.h"

#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>

static int32_t fail(CPFault *fault, VP8StatusCode status) {
    switch (status) {
    case VP8_STATUS_NOT_ENOUGH_DATA:
        return cp_fail(fault, CP_TRUNCATED, "the bytes end too early");
    case VP8_STATUS_OUT_OF_MEMORY:
        return cp_fail(fault, CP_MEMORY, "no memory");
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        return cp_fail(fault, CP_UNSUPPORTED, "it uses a feature that libwebp lacks");
    default:
        return cp_fail(fault, CP_CORRUPT, "its bit stream is wrong (libwebp's code %d)", (int)status);
    }
}

int32_t cp_webp_header(const uint8_t *bytes, size_t length, CPHeader *header, CPFault *fault) {
    WebPBitstreamFeatures features;
    VP8StatusCode status = WebPGetFeatures(bytes, length, &features);
    if (status != VP8_STATUS_OK) return fail(fault, status);
    header->width = features.width;
    header->height = features.height;
    header->has_alpha = features.has_alpha;
    // How many frames an animation has does not matter: the first is shown.
    header->frames = features.has_animation ? 2 : 1;
    return 0;
}

static int32_t decode_still(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) return cp_fail(fault, CP_UNSUPPORTED, "libwebp is of another version");
    int stride = target.width * target.channels;
    config.output.colorspace = target.channels == 4 ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = target.pixels;
    config.output.u.RGBA.stride = stride;
    config.output.u.RGBA.size = (size_t)stride * (size_t)target.height;
    VP8StatusCode status = WebPDecode(bytes, length, &config);
    return status == VP8_STATUS_OK ? 0 : fail(fault, status);
}

static int32_t decode_first_frame(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault) {
    WebPAnimDecoderOptions options;
    if (!WebPAnimDecoderOptionsInit(&options)) return cp_fail(fault, CP_UNSUPPORTED, "libwebp is of another version");
    options.color_mode = MODE_RGBA;
    WebPData data = {bytes, length};
    WebPAnimDecoder *decoder = WebPAnimDecoderNew(&data, &options);
    if (!decoder) return cp_fail(fault, CP_CORRUPT, "its animation cannot be read");
    WebPAnimInfo info;
    uint8_t *frame;
    int time;
    int32_t result = 0;
    if (!WebPAnimDecoderGetInfo(decoder, &info) || (int32_t)info.canvas_width != target.width ||
        (int32_t)info.canvas_height != target.height) {
        result = cp_fail(fault, CP_SIZE, "the header promised another size");
    } else if (!WebPAnimDecoderGetNext(decoder, &frame, &time)) {
        result = cp_fail(fault, CP_CORRUPT, "its first frame cannot be read");
    } else {
        size_t count = (size_t)target.width * (size_t)target.height;
        if (target.channels == 4) {
            memcpy(target.pixels, frame, count * 4);
        } else {
            for (size_t i = 0; i < count; i++) memcpy(target.pixels + i * 3, frame + i * 4, 3);
        }
    }
    WebPAnimDecoderDelete(decoder);
    return result;
}

int32_t cp_webp_decode(const uint8_t *bytes, size_t length, CPTarget target, CPFault *fault) {
    WebPBitstreamFeatures features;
    VP8StatusCode status = WebPGetFeatures(bytes, length, &features);
    if (status != VP8_STATUS_OK) return fail(fault, status);
    if (features.width != target.width || features.height != target.height) {
        return cp_fail(fault, CP_SIZE, "the header promised another size");
    }
    return features.has_animation ? decode_first_frame(bytes, length, target, fault)
                                  : decode_still(bytes, length, target, fault);
}

int32_t cp_webp_encode(CPTarget source, float quality, uint8_t **bytes, size_t *length, CPFault *fault) {
    int stride = source.width * source.channels;
    uint8_t *out = NULL;
    int lossless = quality > 100;
    if (source.channels == 4) {
        *length = lossless ? WebPEncodeLosslessRGBA(source.pixels, source.width, source.height, stride, &out)
                           : WebPEncodeRGBA(source.pixels, source.width, source.height, stride, quality, &out);
    } else {
        *length = lossless ? WebPEncodeLosslessRGB(source.pixels, source.width, source.height, stride, &out)
                           : WebPEncodeRGB(source.pixels, source.width, source.height, stride, quality, &out);
    }
    if (*length == 0) return cp_fail(fault, CP_CORRUPT, "libwebp could not encode it");
    // libwebp has its own allocator; callers know only ours.
    *bytes = malloc(*length);
    if (*bytes) memcpy(*bytes, out, *length);
    WebPFree(out);
    return *bytes ? 0 : cp_fail(fault, CP_MEMORY, "no memory");
}
