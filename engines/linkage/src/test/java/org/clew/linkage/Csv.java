package org.clew.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Delimited text for tests: RFC 4180 with spaces around fields cut off.
final class Csv {
  private Csv() {}

  /// Rows by column name, in file order.
  static List<Map<String, String>> rows(Path file) {
    try {
      List<List<String>> lines = parse(Files.readString(file));
      List<String> header = lines.getFirst();
      List<Map<String, String>> out = new ArrayList<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), line.size()); i++) {
          row.put(header.get(i), line.get(i));
        }
        out.add(row);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> parse(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          field.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        line.add(field.toString().strip());
        field.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        field.append(c);
      }
    }
    if (!field.isEmpty() || !line.isEmpty()) {
      line.add(field.toString().strip());
      lines.add(line);
    }
    lines.removeIf(each -> each.size() == 1 && each.getFirst().isEmpty());
    return lines;
  }
}
