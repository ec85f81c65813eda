#include "ChafaShim.h"
#include <stdlib.h>
#include <string.h>

// libchafa's own headers ask for GLib's development files (40 MB with what they pull in). These are
// the functions used here; their signatures and the numbers below are stable since libchafa 1.6.
typedef struct ChafaCanvas ChafaCanvas;
typedef struct ChafaCanvasConfig ChafaCanvasConfig;
typedef struct ChafaSymbolMap ChafaSymbolMap;
typedef struct ChafaTermDb ChafaTermDb;
typedef struct ChafaTermInfo ChafaTermInfo;
typedef struct {
    char *str;
    size_t len;
    size_t allocated_len;
} GString;

ChafaCanvasConfig *chafa_canvas_config_new(void);
void chafa_canvas_config_unref(ChafaCanvasConfig *config);
void chafa_canvas_config_set_geometry(ChafaCanvasConfig *config, int width, int height);
void chafa_canvas_config_set_cell_geometry(ChafaCanvasConfig *config, int width, int height);
void chafa_canvas_config_set_canvas_mode(ChafaCanvasConfig *config, int mode);
void chafa_canvas_config_set_pixel_mode(ChafaCanvasConfig *config, int mode);
void chafa_canvas_config_set_symbol_map(ChafaCanvasConfig *config, const ChafaSymbolMap *map);
void chafa_canvas_config_set_transparency_threshold(ChafaCanvasConfig *config, float threshold);
void chafa_canvas_config_set_bg_color(ChafaCanvasConfig *config, uint32_t packed);
void chafa_canvas_config_set_fg_color(ChafaCanvasConfig *config, uint32_t packed);
void chafa_canvas_config_set_work_factor(ChafaCanvasConfig *config, float factor);
void chafa_canvas_config_set_optimizations(ChafaCanvasConfig *config, int flags);
void chafa_canvas_config_set_preprocessing_enabled(ChafaCanvasConfig *config, int enabled);
ChafaCanvas *chafa_canvas_new(const ChafaCanvasConfig *config);
void chafa_canvas_unref(ChafaCanvas *canvas);
void chafa_canvas_draw_all_pixels(
    ChafaCanvas *canvas, int type, const uint8_t *pixels, int width, int height, int stride);
GString *chafa_canvas_print(ChafaCanvas *canvas, ChafaTermInfo *info);
ChafaSymbolMap *chafa_symbol_map_new(void);
void chafa_symbol_map_unref(ChafaSymbolMap *map);
void chafa_symbol_map_add_by_tags(ChafaSymbolMap *map, int tags);
ChafaTermDb *chafa_term_db_new(void);
void chafa_term_db_unref(ChafaTermDb *db);
ChafaTermInfo *chafa_term_db_detect(ChafaTermDb *db, char **environment);
void chafa_term_info_unref(ChafaTermInfo *info);
// From GLib, which comes with libchafa.
char *g_string_free(GString *string, int free_segment);

enum { RGBA8_UNASSOCIATED = 4 };
enum { MODE_TRUECOLOR = 0, MODE_INDEXED_256 = 1, MODE_INDEXED_240 = 2, MODE_INDEXED_16 = 3, MODE_FGBG = 5 };
enum { TAG_SPACE = 1 << 0, TAG_SOLID = 1 << 1, TAG_BLOCK = 1 << 3, TAG_QUAD = 1 << 7, TAG_HALF = 3 << 8 };
enum { REUSE_ATTRIBUTES = 1 };

// The sequences of a terminal that speaks the protocol; which terminal this is has been settled.
static ChafaTermInfo *sequences(int protocol)
{
    char *kitty[] = {"TERM=xterm-kitty", NULL};
    char *iterm2[] = {"TERM=xterm-256color", "TERM_PROGRAM=iTerm.app", "LC_TERMINAL=iTerm2", NULL};
    char *sixel[] = {"TERM=mlterm", NULL};
    char *symbols[] = {"TERM=xterm-256color", "COLORTERM=truecolor", NULL};
    char **environment = protocol == CH_KITTY ? kitty
        : protocol == CH_ITERM2 ? iterm2
        : protocol == CH_SIXEL ? sixel
        : symbols;
    ChafaTermDb *db = chafa_term_db_new();
    ChafaTermInfo *info = chafa_term_db_detect(db, environment);
    chafa_term_db_unref(db);
    return info;
}

static int canvas_mode(const CHRequest *request)
{
    // 240: the sixteen colours that themes change stay out.
    static const int modes[] = {MODE_TRUECOLOR, MODE_INDEXED_240, MODE_INDEXED_16, MODE_FGBG};
    if (request->protocol != CH_SYMBOLS) return MODE_TRUECOLOR;
    return modes[request->colors & 3];
}

static char *draw(const CHRequest *request)
{
    if (request->width < 1 || request->height < 1 || request->columns < 1 || request->rows < 1) return NULL;
    static const int pixel_modes[] = {0, 1, 2, 3};
    ChafaCanvasConfig *config = chafa_canvas_config_new();
    chafa_canvas_config_set_geometry(config, request->columns, request->rows);
    if (request->cell_width > 0 && request->cell_height > 0)
        chafa_canvas_config_set_cell_geometry(config, request->cell_width, request->cell_height);
    chafa_canvas_config_set_canvas_mode(config, canvas_mode(request));
    chafa_canvas_config_set_pixel_mode(config, pixel_modes[request->protocol & 3]);
    chafa_canvas_config_set_bg_color(config, request->background);
    chafa_canvas_config_set_fg_color(config, request->background > 0x7f7f7f ? 0x000000 : 0xffffff);
    chafa_canvas_config_set_transparency_threshold(config, 0.5f);
    chafa_canvas_config_set_work_factor(config, 0.4f);
    chafa_canvas_config_set_preprocessing_enabled(config, request->colors == CH_COLORS_16);
    chafa_canvas_config_set_optimizations(config, REUSE_ATTRIBUTES);
    // Halves and quarters of a cell are in every font; finer symbols are not.
    ChafaSymbolMap *map = chafa_symbol_map_new();
    chafa_symbol_map_add_by_tags(map, TAG_SPACE | TAG_SOLID | TAG_BLOCK | TAG_QUAD | TAG_HALF);
    chafa_canvas_config_set_symbol_map(config, map);
    ChafaCanvas *canvas = chafa_canvas_new(config);
    chafa_canvas_draw_all_pixels(
        canvas, RGBA8_UNASSOCIATED, request->pixels, request->width, request->height, request->width * 4);
    ChafaTermInfo *info = sequences(request->protocol);
    GString *printed = chafa_canvas_print(canvas, info);
    char *text = malloc(printed->len + 1);
    if (text) {
        memcpy(text, printed->str, printed->len);
        text[printed->len] = 0;
    }
    g_string_free(printed, 1);
    chafa_term_info_unref(info);
    chafa_canvas_unref(canvas);
    chafa_symbol_map_unref(map);
    chafa_canvas_config_unref(config);
    return text;
}

static void release(char *text)
{
    free(text);
}

const CHTable *ch_table(void)
{
    static const CHTable table = {CH_VERSION, draw, release};
    return &table;
}
