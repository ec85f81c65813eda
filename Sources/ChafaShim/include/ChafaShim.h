#pragma once
#include "CChafa.h"

// The one symbol of this library.
const CHTable *ch_table(void);
