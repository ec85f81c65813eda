import math
print(math.sqrt(9))
import maths_and_more
