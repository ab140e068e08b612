package org.clew.platform.investigation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clew.platform.web.Refused;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// Reads spreadsheets (ECMA-376) as what is written in them: a formula is the text it last showed,
/// and nothing is computed.
final class Workbooks {

  private Workbooks() {}

  /// The first visible sheet that holds anything.
  static TableShape.Workbook look(byte[] content) {
    try (var workbook = open(content)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      for (Sheet sheet : sheets) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE && holdsAnything(sheet)) {
          return new TableShape.Workbook(sheet.getIndex(), sheet.getName(), sheets.size());
        }
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    throw new Refused("investigation.import.refused.empty");
  }

  static void read(TableShape.Workbook shape, InputStream content, Tables.Taker taker)
      throws IOException {
    try (var workbook = open(content.readAllBytes())) {
      Sheet sheet =
          workbook
              .getSheet(shape.sheet())
              .orElseThrow(() -> new Refused("investigation.import.refused.noWorkbook"));
      try (Stream<Row> rows = sheet.openStream()) {
        Iterator<Row> each = rows.iterator();
        while (each.hasNext()) {
          TableRow row = row(each.next());
          if (!row.isBlank() && taker.take(row) == Tables.Taker.Answer.STOP) {
            return;
          }
        }
      }
    } catch (RuntimeException e) {
      throw e instanceof Refused ? e : unreadable(e);
    }
  }

  private static ReadableWorkbook open(byte[] content) throws IOException {
    var options = new ReadingOptions(WorkbookGuard.hasStyles(content), true);
    return new ReadableWorkbook(new ByteArrayInputStream(content), options);
  }

  static RuntimeException unreadable(Exception e) {
    return e instanceof Refused refused
        ? refused
        : new Refused("investigation.import.refused.noWorkbook");
  }

  private static boolean holdsAnything(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.anyMatch(row -> !row(row).isBlank());
    }
  }

  private static TableRow row(Row row) {
    var cells = new ArrayList<String>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(text(row.getCell(i)).strip());
    }
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return new TableRow(row.getRowNum(), cells);
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    if (cell.getType() == CellType.NUMBER) {
      return number(cell, raw);
    }
    return cell.getType() == CellType.STRING ? String.valueOf(cell.getValue()) : raw;
  }

  private static String number(Cell cell, String raw) {
    try {
      if (isDate(cell.getDataFormatString())) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? moment.toLocalDate().toString()
            : moment.toString();
      }
      BigDecimal number = new BigDecimal(raw);
      return number.scale() > 0
          ? number.stripTrailingZeros().toPlainString()
          : number.toPlainString();
    } catch (RuntimeException e) {
      // What cannot be read as a number is what it says.
      return raw;
    }
  }

  private static boolean isDate(@Nullable String format) {
    if (format == null || format.equalsIgnoreCase("General")) {
      return false;
    }
    String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return plain.contains("y") || plain.contains("d");
  }
}
