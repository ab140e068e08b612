package org.clew.platform.investigation;

import java.io.IOException;
import java.io.InputStream;
import org.clew.platform.web.Refused;

/// Reads lists: delimited text and spreadsheets, whatever they are called.
final class Tables {

  /// Gets the rows of a file one by one.
  @FunctionalInterface
  interface Taker {

    /// Whether to go on.
    enum Answer {
      GO_ON,
      STOP
    }

    Answer take(TableRow row);
  }

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private Tables() {}

  /// Finds out how a file is written.
  ///
  /// @throws Refused when it is empty, protected, or no list at all; the message says what to do
  static TableShape look(byte[] content) {
    if (content.length == 0) {
      throw new Refused("investigation.import.refused.empty");
    }
    if (begins(content, OLE2)) {
      throw new Refused("investigation.import.refused.protected");
    }
    return begins(content, ZIP) ? Workbooks.look(content) : Texts.look(content);
  }

  /// Reads all rows but blank lines.
  ///
  /// @throws Refused when the file breaks off or holds too many rows
  static void read(TableShape shape, InputStream content, Taker taker) throws IOException {
    Taker counting =
        new Taker() {
          private long rows;

          @Override
          public Answer take(TableRow row) {
            rows++;
            if (rows > Limits.FILE_ROWS + 1L) {
              throw new Refused("investigation.import.refused.rows", Limits.FILE_ROWS);
            }
            return taker.take(row);
          }
        };
    switch (shape) {
      case TableShape.Text text -> Texts.read(text, content, counting);
      case TableShape.Workbook workbook -> Workbooks.read(workbook, content, counting);
    }
  }

  private static boolean begins(byte[] content, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (content.length <= i || content[i] != with[i]) {
        return false;
      }
    }
    return true;
  }
}
