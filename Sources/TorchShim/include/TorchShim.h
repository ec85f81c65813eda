#pragma once
#include "CTorch.h"
