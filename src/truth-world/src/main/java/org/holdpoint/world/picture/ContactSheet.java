package org.holdpoint.world.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small copies of pictures side by side, each with its number. */
public final class ContactSheet {
  private static final int COLUMNS = 4;
  private static final int CELL_PX = 341;
  private static final int GAP_PX = 6;
  private static final int DOT_PX = 3;
  private static final byte PAPER = (byte) 40;
  private static final byte INK = (byte) 230;

  /** More would not fit on a screen. */
  public static final int MAX_PICTURES = 60;

  private final int width_px;
  private final byte[] rgb;

  private ContactSheet(int width_px, int height_px) {
    this.width_px = width_px;
    rgb = new byte[3 * width_px * height_px];
    Arrays.fill(rgb, PAPER);
  }

  /**
   * The sheet of 1 to {@link #MAX_PICTURES} pictures, numbered from 1.
   *
   * @throws IllegalArgumentException for none or more
   */
  public static Picture of(List<Picture> pictures, Map<String, String> metadata) {
    if (pictures.isEmpty() || pictures.size() > MAX_PICTURES) {
      throw new IllegalArgumentException(
          "a contact sheet holds 1 to " + MAX_PICTURES + " pictures, not " + pictures.size());
    }
    int columns = Math.min(COLUMNS, pictures.size());
    int rows = (pictures.size() + columns - 1) / columns;
    int width_px = columns * (CELL_PX + GAP_PX) + GAP_PX;
    int height_px = rows * (CELL_PX + GAP_PX) + GAP_PX;
    ContactSheet sheet = new ContactSheet(width_px, height_px);
    for (int i = 0; i < pictures.size(); i++) {
      int left = GAP_PX + i % columns * (CELL_PX + GAP_PX);
      int top = GAP_PX + i / columns * (CELL_PX + GAP_PX);
      sheet.paste(pictures.get(i), left, top);
      sheet.number(i + 1, left + 2 * DOT_PX, top + 2 * DOT_PX);
    }
    return new Picture(width_px, height_px, sheet.rgb, 0, 0, 0, metadata);
  }

  /** Each pixel is the mean of those that fall on it. */
  private void paste(Picture picture, int left, int top) {
    for (int row = 0; row < CELL_PX; row++) {
      int fromRow = row * picture.height_px() / CELL_PX;
      int toRow = Math.max(fromRow + 1, (row + 1) * picture.height_px() / CELL_PX);
      for (int column = 0; column < CELL_PX; column++) {
        int fromColumn = column * picture.width_px() / CELL_PX;
        int toColumn = Math.max(fromColumn + 1, (column + 1) * picture.width_px() / CELL_PX);
        for (int channel = 0; channel < 3; channel++) {
          int sum = 0;
          for (int y = fromRow; y < toRow; y++) {
            for (int x = fromColumn; x < toColumn; x++) {
              sum += picture.code(x, y, channel);
            }
          }
          int count = (toRow - fromRow) * (toColumn - fromColumn);
          set(left + column, top + row, channel, (byte) ((sum + count / 2) / count));
        }
      }
    }
  }

  private void number(int number, int left, int top) {
    int x = left;
    for (char digit : Integer.toString(number).toCharArray()) {
      for (int i = 0; i < Digits.COLUMNS * Digits.ROWS * DOT_PX * DOT_PX; i++) {
        int column = i % (Digits.COLUMNS * DOT_PX);
        int row = i / (Digits.COLUMNS * DOT_PX);
        if (Digits.dot(digit - '0', column / DOT_PX, row / DOT_PX)) {
          for (int channel = 0; channel < 3; channel++) {
            set(x + column, top + row, channel, INK);
          }
        }
      }
      x += (Digits.COLUMNS + 1) * DOT_PX;
    }
  }

  private void set(int column, int row, int channel, byte code) {
    rgb[3 * (row * width_px + column) + channel] = code;
  }
}
