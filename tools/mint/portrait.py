"""Draws the portrait of nobody: portrait.jpg and portrait.jp2, checked in so that the mint needs no picture library."""

from PIL import Image, ImageDraw

image = Image.new("RGB", (120, 160), "#dbe7f0")
draw = ImageDraw.Draw(image)
draw.ellipse((8, 112, 112, 230), fill="#2d5f8b")
draw.rectangle((48, 96, 72, 124), fill="#e2b48c")
draw.ellipse((30, 20, 90, 70), fill="#2b2320")
draw.ellipse((34, 30, 86, 108), fill="#edc39b")
draw.chord((32, 22, 88, 74), 180, 360, fill="#2b2320")
for x in (48, 72):
    draw.ellipse((x - 4, 64, x + 4, 70), fill="#ffffff")
    draw.ellipse((x - 2, 64, x + 2, 70), fill="#2b2320")
draw.arc((50, 78, 70, 94), 20, 160, fill="#8a4a3a", width=2)
draw.line((60, 70, 58, 80, 62, 81), fill="#c99a73")
image.save("portrait.jpg", quality=70, optimize=True)
image.save("portrait.jp2", quality_mode="rates", quality_layers=[20], irreversible=True)
