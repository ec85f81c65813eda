#pragma once
#include <stdint.h>

// What the terminal part uses of libchafa, as a table of functions that ChafaShim fills in. Nothing
// to link: the shim is opened when the first picture is drawn.

enum { CH_VERSION = 1 };

// How the picture is put on the screen.
enum { CH_SYMBOLS = 0, CH_SIXEL = 1, CH_KITTY = 2, CH_ITERM2 = 3 };

// Colours of CH_SYMBOLS.
enum { CH_TRUECOLOR = 0, CH_COLORS_256 = 1, CH_COLORS_16 = 2, CH_MONOCHROME = 3 };

typedef struct {
    const uint8_t *pixels;  // RGBA, not premultiplied, rows from the top
    int32_t width, height;
    int32_t columns, rows;  // cells of the terminal to fill
    int32_t cell_width, cell_height;  // pixels of one cell
    int32_t protocol;
    int32_t colors;
    uint32_t background;  // packed RGB that transparent pixels show
} CHRequest;

typedef struct {
    int32_t version;
    // The picture as escape sequences, 0-terminated, to be freed with `release`; NULL for a request
    // that makes no sense.
    char *(*draw)(const CHRequest *request);
    void (*release)(char *text);
} CHTable;

typedef const CHTable *(*CHTableFunction)(void);
