#pragma once
#include "CNetwork.h"

#ifdef __cplusplus
extern "C"
#endif
// The one symbol that is looked up after the library has been opened.
__attribute__((visibility("default"))) const CNetworkTable *cnetwork_table(void);
