package org.holdpoint.world.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG by the JDK's own coder, with metadata as tEXt chunks. */
public final class PngFile {
  private static final String FORMAT = "javax_imageio_png_1.0";

  private PngFile() {}

  /** The file of a picture. The same picture gives the same bytes with the same JDK. */
  public static byte[] bytes(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width_px(), picture.height_px(), BufferedImage.TYPE_INT_RGB);
    byte[] rgb = picture.rgb();
    for (int row = 0; row < picture.height_px(); row++) {
      for (int column = 0; column < picture.width_px(); column++) {
        int at = 3 * (row * picture.width_px() + column);
        image.setRGB(
            column, row, (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF));
      }
    }
    return coded(image, picture.metadata());
  }

  private static byte[] coded(BufferedImage image, Map<String, String> texts) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      metadata.mergeTree(FORMAT, tree(texts));
      writer.write(new IIOImage(image, null, metadata));
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException("the JDK's PNG coder takes no tEXt chunks", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot code a PNG in memory", e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static IIOMetadataNode tree(Map<String, String> texts) {
    IIOMetadataNode text = new IIOMetadataNode("tEXt");
    texts.forEach(
        (name, value) -> {
          IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
          entry.setAttribute("keyword", name);
          entry.setAttribute("value", value);
          text.appendChild(entry);
        });
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(text);
    return root;
  }
}
