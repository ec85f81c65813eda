#pragma once
#include "CPictures.h"

#ifdef __cplusplus
extern "C"
#endif
// The one symbol that is looked up after the library has been opened.
__attribute__((visibility("default"))) const CPicturesTable *cpictures_table(void);
