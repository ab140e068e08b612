package org.clew.platform.access;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.clew.platform.access.screen.QrPicture;

/// Draws a QR code (ISO/IEC 18004) as the path of an inline SVG: no picture has to be loaded.
final class QrCode {

  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  static QrPicture of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      var path = new StringBuilder();
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y) == 1) {
            path.append('M')
                .append(x + QUIET_ZONE)
                .append(' ')
                .append(y + QUIET_ZONE)
                .append("h1v1h-1z");
          }
        }
      }
      return new QrPicture(modules.getWidth() + 2 * QUIET_ZONE, path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
