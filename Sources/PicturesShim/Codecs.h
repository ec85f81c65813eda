// What every file of the shim needs: the codecs' functions and the one way to report a fault.
#pragma once
#include "PicturesShim.h"

int32_t cp_fail(CPFault *fault, int32_t kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

int32_t cp_jpeg_decode(const uint8_t *, size_t, int32_t denominator, CPTarget, CPFault *);
int32_t cp_jpeg_encode(CPTarget, int32_t quality, uint8_t **, size_t *, CPFault *);
int32_t cp_png_decode(const uint8_t *, size_t, CPTarget, CPFault *);
int32_t cp_png_encode(CPTarget, int32_t compression, uint8_t **, size_t *, CPFault *);
int32_t cp_webp_header(const uint8_t *, size_t, CPHeader *, CPFault *);
int32_t cp_webp_decode(const uint8_t *, size_t, CPTarget, CPFault *);
int32_t cp_webp_encode(CPTarget, float quality, uint8_t **, size_t *, CPFault *);
int32_t cp_heif_header(const uint8_t *, size_t, CPHeader *, CPFault *);
int32_t cp_heif_decode(const uint8_t *, size_t, CPTarget, CPFault *);
