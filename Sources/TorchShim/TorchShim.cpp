#include "TorchShim.h"
