package org.clew.platform.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
