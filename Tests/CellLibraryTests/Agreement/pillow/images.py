from PIL import Image
im = Image.new('RGB', (40, 20), (255, 0, 0))
print(im.size, im.width, im.height, im.mode, im.getpixel((0, 0)))
im.putpixel((1, 1), (0, 0, 255))
print(im.getpixel((1, 1)), im.resize((10, 10)).size, im.crop((0, 0, 5, 4)).size, im.convert('L').mode, im.convert('L').getpixel((0, 0)), im.rotate(90, expand=True).size)
t = im.copy(); t.thumbnail((10, 10)); print(t.size, im.size)
im.save('out.png'); im.save('out.jpg')
again = Image.open('out.png')
print(again.size, again.mode, again.format, Image.open('out.jpg').format, again.getpixel((1, 1)))
import numpy as np
a = np.array(im)
print(a.shape, a.dtype, a[0, 0], Image.fromarray(a).size, Image.fromarray(np.zeros((2, 3), dtype=np.uint8)).mode)
print(im.transpose(Image.Transpose.FLIP_LEFT_RIGHT).getpixel((38, 1)), im.getbbox(), im.convert('L').convert('RGB').getpixel((0, 0)))
try:
    Image.open('missing.jpg')
except FileNotFoundError as error:
    print(type(error).__name__)
