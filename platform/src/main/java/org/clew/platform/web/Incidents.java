package org.clew.platform.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes what nobody expected into the log under a number that the person was shown. An
/// exception's text may quote what somebody typed, so only where and what kind is written, and the
/// text of our own exceptions, which hold nothing about people.
@Component
final class Incidents {

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

  private static final int FRAMES = 40;

  private final SecureRandom random = new SecureRandom();

  /// Logs it and answers its number.
  String report(Throwable thrown) {
    byte[] bytes = new byte[4];
    random.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes);
    LOG.error("incident {}: {}", number, told(thrown));
    return number;
  }

  static String told(Throwable thrown) {
    var told = new StringBuilder();
    int depth = 0;
    for (@Nullable Throwable at = thrown; at != null && depth < 8; at = at.getCause(), depth++) {
      told.append(depth == 0 ? "" : "\ncaused by ").append(at.getClass().getName());
      if (at.getClass().getName().startsWith("org.clew.")) {
        told.append(": ").append(at.getMessage());
      }
      StackTraceElement[] frames = at.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        told.append("\n\tat ").append(frames[i]);
      }
    }
    return told.toString();
  }
}
