package org.clew.platform.investigation;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet once, into nowhere, before anything of it is kept in memory: a small file
/// may hold more than the machine does, and a single cell far to the right makes its row as wide.
final class WorkbookGuard {

  /// The same parser that reads the rows afterwards, so that both see the same cells.
  private static final XMLInputFactory PARSERS = parsers();

  /// Cells and gaps before them, of all rows.
  private static final long AREA = (long) Limits.FILE_ROWS * Limits.FILE_COLUMNS;

  private long bytes;
  private long area;
  private boolean hasStyles;

  private WorkbookGuard() {}

  /// Whether the workbook says how its cells are shown; the part that does is optional.
  ///
  /// @throws Refused when it unpacks to too much, or a cell stands where no sheet has one
  static boolean hasStyles(byte[] content) {
    var guard = new WorkbookGuard();
    try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
      int parts = 0;
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        parts++;
        if (parts > Limits.UNPACKED_PARTS) {
          throw tooMuch();
        }
        guard.read(part, zip);
      }
    } catch (IOException | RuntimeException e) {
      throw Workbooks.unreadable(e);
    }
    return guard.hasStyles;
  }

  private void read(ZipArchiveEntry part, ZipFile zip) throws IOException {
    boolean held = part.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
    long most = held ? bytes + Limits.UNPACKED_TEXT_BYTES : Limits.UNPACKED_BYTES;
    try (InputStream unpacked = new Counted(zip.getInputStream(part), most)) {
      parse(unpacked);
      unpacked.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void parse(InputStream part) throws IOException {
    try {
      XMLStreamReader reader = PARSERS.createXMLStreamReader(part);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          hasStyles |= reader.getLocalName().equals("styleSheet");
          if (reader.getLocalName().equals("sheetData")) {
            sheet(reader);
          }
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      // What is no XML, or breaks off, is read no further by anybody.
    }
  }

  private void sheet(XMLStreamReader reader) throws XMLStreamException {
    int column = 0;
    int cells = 0;
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (reader.getLocalName().equals("row")) {
        column = 0;
        cells = 0;
      } else if (reader.getLocalName().equals("c")) {
        cells++;
        int before = column;
        column = column(reader.getAttributeValue(null, "r"), Math.max(before + 1, cells));
        area += Math.max(0, column - before);
        if (area > AREA) {
          throw tooMuch();
        }
      }
    }
  }

  /// The column a cell stands in, from 1; one without an address stands where the next one does.
  private static int column(@Nullable String address, int next) {
    int column = address == null ? next : 0;
    for (int i = 0; address != null && i < address.length(); i++) {
      char letter = Character.toUpperCase(address.charAt(i));
      if (letter >= '0' && letter <= '9') {
        break;
      }
      if (letter < 'A' || letter > 'Z' || column > Limits.SHEET_COLUMNS) {
        throw new Refused("investigation.import.refused.noWorkbook");
      }
      column = column * 26 + letter - 'A' + 1;
    }
    if (column > Limits.SHEET_COLUMNS) {
      throw new Refused("investigation.import.refused.noWorkbook");
    }
    return column;
  }

  private static Refused tooMuch() {
    return new Refused("investigation.import.refused.unpacked");
  }

  private static XMLInputFactory parsers() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Counts what is unpacked, and stops at too much.
  private final class Counted extends FilterInputStream {

    private final long most;

    Counted(InputStream unpacked, long most) {
      super(unpacked);
      this.most = Math.min(most, Limits.UNPACKED_BYTES);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      bytes += read;
      if (bytes > most) {
        throw tooMuch();
      }
    }
  }
}
