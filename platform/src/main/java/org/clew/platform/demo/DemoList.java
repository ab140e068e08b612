package org.clew.platform.demo;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.clew.tables.CellWriter;

/// A made-up list as somebody would send it.
///
/// @param fileName its name as a file
/// @param source what it is called in Clew
record DemoList(String fileName, String source, List<String> header, List<List<String>> rows) {

  DemoList {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  byte[] csv() {
    var out = new ByteArrayOutputStream();
    try (var csv = new CellWriter(out)) {
      csv.row(header);
      rows.forEach(csv::row);
    }
    return out.toByteArray();
  }
}
