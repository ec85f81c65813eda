#include "CReadline.h"
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

static CRHandlers handlers;
static int input = 0;
static int initialized = 0;

// MARK: Input

static uint8_t *pushed;
static size_t pushed_start, pushed_end, pushed_capacity;
// C-d on an empty buffer, which readline would take as the end of input before any key map.
enum { END_KEY = 0x1c };
static int end_key_is_ours;

void cr_push(const uint8_t *bytes, size_t count)
{
    if (count == 0) return;
    size_t kept = pushed_end - pushed_start;
    if (kept + count > pushed_capacity || pushed_start > 0) {
        uint8_t *larger = malloc(kept + count);
        if (!larger) return;
        if (kept) memcpy(larger, pushed + pushed_start, kept);
        free(pushed);
        pushed = larger;
        pushed_start = 0;
        pushed_end = kept;
        pushed_capacity = kept + count;
    }
    memcpy(pushed + pushed_end, bytes, count);
    pushed_end += count;
}

size_t cr_pending(void) { return pushed_end - pushed_start; }

static int next_byte(void)
{
    if (pushed_start < pushed_end) return pushed[pushed_start++];
    uint8_t byte;
    for (;;) {
        ssize_t count = read(input, &byte, 1);
        if (count == 1) return byte;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) {
            struct pollfd wait = {input, POLLIN, 0};
            poll(&wait, 1, -1);
            continue;
        }
        return EOF;
    }
}

static int get_key(FILE *stream)
{
    (void)stream;
    int key = next_byte();
    if (key == EOF) {
        // The terminal is gone. readline would take that as RETURN where there is text, and run it.
        handlers.closed(handlers.context);
        return END_KEY;
    }
    if (key == 4 && rl_end == 0 && !cr_in_sequence() && !cr_is_searching()) {
        end_key_is_ours = 1;
        return END_KEY;
    }
    return key;
}

size_t cr_take_until(const char *end, size_t limit, uint8_t **bytes)
{
    size_t mark = strlen(end), count = 0, capacity = 4096;
    uint8_t *taken = malloc(capacity);
    *bytes = taken;
    if (!taken) return 0;
    for (;;) {
        if (pushed_start == pushed_end) {
            struct pollfd wait = {input, POLLIN, 0};
            uint8_t piece[4096];
            if (poll(&wait, 1, 1000) <= 0) return count;
            ssize_t got = read(input, piece, sizeof piece);
            if (got <= 0) return count;
            cr_push(piece, (size_t)got);
        }
        if (count + 1 > capacity) {
            uint8_t *larger = realloc(taken, capacity * 2);
            if (!larger) return count;
            *bytes = taken = larger;
            capacity *= 2;
        }
        taken[count++] = pushed[pushed_start++];
        if (count >= mark && memcmp(taken + count - mark, end, mark) == 0) return count - mark;
        if (count >= limit) return count;
    }
}

// MARK: Key bindings

#define COMMAND(name)                                                                               \
    static int name##_key(int count, int key)                                                      \
    {                                                                                               \
        (void)count;                                                                                \
        handlers.command(handlers.context, name, key);                                              \
        return 0;                                                                                   \
    }
COMMAND(CR_RETURN) COMMAND(CR_NEWLINE) COMMAND(CR_UP) COMMAND(CR_DOWN) COMMAND(CR_LEFT) COMMAND(CR_RIGHT)
COMMAND(CR_HOME) COMMAND(CR_END) COMMAND(CR_FIRST) COMMAND(CR_LAST) COMMAND(CR_BACKSPACE) COMMAND(CR_DELETE)
COMMAND(CR_TAB) COMMAND(CR_BACKTAB) COMMAND(CR_INTERRUPT) COMMAND(CR_PASTE) COMMAND(CR_KILL_END)
COMMAND(CR_KILL_START) COMMAND(CR_CLEAR) COMMAND(CR_SUSPEND) COMMAND(CR_SEARCH) COMMAND(CR_REDRAW)
COMMAND(CR_ALT)

static int end_key(int count, int key)
{
    (void)count;
    if (end_key_is_ours) handlers.command(handlers.context, CR_END_OF_INPUT, key);
    end_key_is_ours = 0;
    return 0;
}

static const struct { const char *keys; rl_command_func_t *function; } bindings[] = {
    {"\\C-m", CR_RETURN_key}, {"\\C-j", CR_RETURN_key},
    {"\\e\\C-m", CR_NEWLINE_key}, {"\\e\\C-j", CR_NEWLINE_key}, {"\\e[13;2u", CR_NEWLINE_key},
    {"\\e[27;2;13~", CR_NEWLINE_key},
    {"\\e[A", CR_UP_key}, {"\\eOA", CR_UP_key}, {"\\C-p", CR_UP_key},
    {"\\e[B", CR_DOWN_key}, {"\\eOB", CR_DOWN_key}, {"\\C-n", CR_DOWN_key},
    {"\\e[D", CR_LEFT_key}, {"\\eOD", CR_LEFT_key}, {"\\C-b", CR_LEFT_key},
    {"\\e[C", CR_RIGHT_key}, {"\\eOC", CR_RIGHT_key}, {"\\C-f", CR_RIGHT_key},
    {"\\e[H", CR_HOME_key}, {"\\eOH", CR_HOME_key}, {"\\e[1~", CR_HOME_key}, {"\\C-a", CR_HOME_key},
    {"\\e[F", CR_END_key}, {"\\eOF", CR_END_key}, {"\\e[4~", CR_END_key}, {"\\C-e", CR_END_key},
    {"\\e<", CR_FIRST_key}, {"\\e>", CR_LAST_key}, {"\\e[1;5H", CR_FIRST_key}, {"\\e[1;5F", CR_LAST_key},
    {"\\C-?", CR_BACKSPACE_key}, {"\\C-h", CR_BACKSPACE_key},
    {"\\e[3~", CR_DELETE_key}, {"\\C-d", CR_DELETE_key},
    {"\\C-i", CR_TAB_key}, {"\\e[Z", CR_BACKTAB_key}, {"\\C-c", CR_INTERRUPT_key},
    {"\\e[200~", CR_PASTE_key}, {"\\C-k", CR_KILL_END_key}, {"\\C-u", CR_KILL_START_key},
    {"\\C-l", CR_CLEAR_key}, {"\\C-z", CR_SUSPEND_key}, {"\\C-r", CR_SEARCH_key},
    {"\\C-s", CR_SEARCH_key}, {"\\C-\\", end_key},
};

static const struct { const char *keys; const char *function; } named_bindings[] = {
    {"\\e[1;5C", "forward-word"}, {"\\e[1;3C", "forward-word"}, {"\\e[5C", "forward-word"},
    {"\\e[1;5D", "backward-word"}, {"\\e[1;3D", "backward-word"}, {"\\e[5D", "backward-word"},
    {"\\C-w", "unix-word-rubout"}, {"\\e\\C-?", "backward-kill-word"}, {"\\C-y", "yank"},
};

static void changed(void) { handlers.changed(handlers.context); }
static void closed(char *line)
{
    free(line);
    handlers.closed(handlers.context);
}
static void leave_mode(int meta) { (void)meta; }
static void leave_mode_too(void) {}

static void initialize(void)
{
    initialized = 1;
    rl_readline_name = "nuthatch";
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_prep_term_function = leave_mode;
    rl_deprep_term_function = leave_mode_too;
    rl_getc_function = get_key;
    rl_instream = stdin;
    // Everything on the screen is drawn by the editor.
    FILE *nothing = fopen("/dev/null", "w");
    rl_outstream = nothing ? nothing : stderr;
    rl_initialize();
    rl_redisplay_function = changed;
    rl_variable_bind("bell-style", "none");
    rl_variable_bind("input-meta", "on");
    rl_variable_bind("output-meta", "on");
    rl_variable_bind("convert-meta", "off");
    rl_variable_bind("blink-matching-paren", "off");
    Keymap maps[] = {rl_get_keymap_by_name("emacs-standard"), rl_get_keymap_by_name("vi-insert"),
        rl_get_keymap_by_name("vi-command")};
    for (size_t map = 0; map < sizeof maps / sizeof *maps; map++) {
        if (!maps[map]) continue;
        for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++) {
            // In vi's command map plain keys keep their meaning; Escape begins no sequence there
            // that arrow keys would not.
            rl_bind_keyseq_in_map(bindings[i].keys, bindings[i].function, maps[map]);
        }
    }
    for (size_t i = 0; i < sizeof named_bindings / sizeof *named_bindings; i++) {
        rl_command_func_t *function = rl_named_function(named_bindings[i].function);
        if (function && maps[0]) rl_bind_keyseq_in_map(named_bindings[i].keys, function, maps[0]);
    }
}

void cr_bind_alt(char letter)
{
    char keys[] = {'\\', 'e', letter, 0};
    if (!initialized) initialize();
    rl_bind_keyseq_in_map(keys, CR_ALT_key, rl_get_keymap_by_name("emacs-standard"));
}

// MARK: Editing

void cr_start(int descriptor, const CRHandlers *new_handlers)
{
    handlers = *new_handlers;
    input = descriptor;
    if (!initialized) initialize();
    rl_callback_handler_install("", closed);
    rl_redisplay_function = changed;
    using_history();
}

void cr_stop(void)
{
    rl_callback_handler_remove();
    rl_free_undo_list();
}

void cr_read_key(void) { rl_callback_read_char(); }

const char *cr_text(void) { return rl_line_buffer ? rl_line_buffer : ""; }
size_t cr_length(void) { return (size_t)rl_end; }
size_t cr_point(void) { return (size_t)rl_point; }
void cr_set_point(size_t point) { rl_point = (int)point > rl_end ? rl_end : (int)point; }

void cr_replace(size_t from, size_t to, const char *text)
{
    rl_begin_undo_group();
    rl_delete_text((int)from, (int)to);
    rl_point = (int)from;
    rl_insert_text(text);
    rl_end_undo_group();
}

void cr_kill(size_t from, size_t to)
{
    rl_kill_text((int)from, (int)to);
    rl_point = (int)from;
}

void cr_reset(void)
{
    rl_free_line_state();
    rl_callback_sigcleanup();
    rl_replace_line("", 1);
    rl_point = rl_mark = 0;
}

int cr_in_sequence(void) { return RL_ISSTATE(RL_STATE_MULTIKEY | RL_STATE_METANEXT | RL_STATE_MOREINPUT) != 0; }
int cr_is_searching(void) { return RL_ISSTATE(RL_STATE_ISEARCH) != 0; }
const char *cr_message(void) { return rl_display_prompt ? rl_display_prompt : ""; }
void cr_search(int32_t key)
{
    if (key == 19) rl_forward_search_history(1, key);
    else rl_reverse_search_history(1, key);
}
void cr_add_history(const char *cell) { add_history(cell); }
void cr_history_at_end(void) { using_history(); }

// MARK: Signals

static const int signals[] = {SIGINT, SIGWINCH, SIGTERM, SIGHUP, SIGCONT};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction before[SIGNALS];
static volatile sig_atomic_t signal_descriptor = -1;

static void note_signal(int number)
{
    int saved = errno;
    uint8_t byte = (uint8_t)number;
    if (signal_descriptor >= 0) (void)!write(signal_descriptor, &byte, 1);
    errno = saved;
}

void cr_catch_signals(int descriptor)
{
    signal_descriptor = descriptor;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_signal;
    sigemptyset(&action.sa_mask);
    // A thread of a pool, and what was started from one, has them blocked.
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], &action, &before[i]);
        sigaddset(&set, signals[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void cr_release_signals(void)
{
    if (signal_descriptor < 0) return;
    for (int i = 0; i < SIGNALS; i++) sigaction(signals[i], &before[i], NULL);
    signal_descriptor = -1;
}

int cr_use_utf8(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
    return setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8");
}
