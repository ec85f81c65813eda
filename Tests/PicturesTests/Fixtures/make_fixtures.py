"""Makes the small pictures that the tests decode and, beside each, what PIL makes of it.

    python3 make_fixtures.py        # Pillow 13; libheif-examples' `heif-enc` for the HEIC picture

`NAME.ppm` is PIL's convert('RGB') of `NAME.*`; `resize_*.ppm` are PIL's resized pictures.
"""
import math, subprocess
from PIL import Image, ImageSequence, ImageOps

W, H = 40, 30


def scene(width=W, height=H):
    """Smooth colours with a few edges: kind to JPEG, telling for filters."""
    picture = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            r = int(127 + 120 * math.sin(x / 7))
            g = int(127 + 120 * math.cos(y / 5))
            b = 220 if (x - 12) ** 2 + (y - 10) ** 2 < 50 else 40
            picture.putpixel((x, y), (r, g, b))
    return picture


def keep(name, **options):
    with Image.open(name) as picture:
        picture.load()
        picture.convert("RGB").save(name.rsplit(".", 1)[0] + ".ppm")


rgb = scene()
grey = rgb.convert("L")
alpha = rgb.copy()
alpha.putalpha(Image.linear_gradient("L").resize((W, H)))

rgb.save("plain.jpg", quality=90)
rgb.save("progressive.jpg", quality=90, progressive=True)
grey.save("grey.jpg", quality=90)
rgb.convert("CMYK").save("cmyk.jpg", quality=90)
rgb.save("plain.png")
grey.save("grey.png")
grey.point(lambda v: 255 * (v > 127)).convert("1").save("onebit.png")
rgb.quantize(16).save("palette.png")
rgb.quantize(16).save("transparent_palette.png", transparency=3)
alpha.save("alpha.png")
Image.merge("LA", (grey, alpha.getchannel("A"))).save("grey_alpha.png")
grey.convert("I;16").point(lambda v: v * 257).save("sixteen.png")
alpha.save("alpha.webp", lossless=True, exact=True)
rgb.save("plain.webp", quality=90)
rgb.save("animated.webp", save_all=True, append_images=[ImageOps.invert(rgb)], lossless=True)
rgb.save("plain.avif", quality=95)
rgb.quantize(32).save("plain.gif")
rgb.quantize(32).save("interlaced.gif", interlace=True)
rgb.quantize(200).save("animated.gif", save_all=True, append_images=[ImageOps.invert(rgb).quantize(32)])
rgb.save("plain.bmp")
rgb.quantize(16).save("palette.bmp")
grey.point(lambda v: 255 * (v > 127)).convert("1").save("onebit.bmp")
subprocess.run(["heif-enc", "-q", "90", "-o", "plain.heic", "plain.png"], check=True)

for name in ["plain.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "plain.png", "grey.png", "onebit.png",
             "palette.png", "transparent_palette.png", "alpha.png", "grey_alpha.png"]:
    with Image.open(name) as picture:
        stem, suffix = name.split(".")
        picture.convert("RGB").save(f"{stem}_{suffix}.ppm")
for name in ["alpha.webp", "plain.webp", "animated.webp", "plain.gif", "interlaced.gif",
             "animated.gif", "plain.bmp", "palette.bmp", "onebit.bmp"]:
    with Image.open(name) as picture:
        stem, suffix = name.split(".")
        picture.convert("RGB").save(f"{stem}_{suffix}.ppm")

# The same upright picture stored in each of the eight ways that a camera may store it.
turns = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
         5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
         8: Image.Transpose.ROTATE_270}
for value in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = value
    stored = rgb.transpose(turns[value]) if value in turns else rgb
    stored.save(f"turned_{value}.jpg", quality=95, exif=exif)
    with Image.open(f"turned_{value}.jpg") as picture:
        ImageOps.exif_transpose(picture).save(f"turned_{value}.ppm")
stored.save("turned.png", exif=exif)
stored.save("turned.webp", exif=exif, lossless=True)

filters = {"nearest": Image.NEAREST, "box": Image.BOX, "bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC,
           "lanczos": Image.LANCZOS}
for name, kind in filters.items():
    rgb.resize((17, 11), kind).save(f"resize_{name}_17x11.ppm")
    rgb.resize((61, 44), kind).save(f"resize_{name}_61x44.ppm")
    rgb.resize((16, 16), kind, box=(3.5, 2.25, 33.75, 27)).save(f"resize_{name}_box.ppm")
alpha.resize((17, 11), Image.BILINEAR).save("resize_alpha.png")
# How JPEG is decoded at a part of its size.
scene(320, 240).save("large.jpg", quality=90)
for scale in (2, 4, 8):
    with Image.open("large.jpg") as picture:
        picture.draft("RGB", (320 // scale, 240 // scale))
        picture.convert("RGB").save(f"large_{scale}.ppm")
