package org.clew.platform.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.clew.platform.web.Refused;
import org.clew.tables.Delimited;
import org.clew.tables.Row;
import org.clew.tables.Unreadable;

/// Reads delimited text.
final class Texts {

  private Texts() {}

  static TableShape.Text look(byte[] content) {
    try {
      Delimited written = Delimited.look(content);
      return new TableShape.Text(written.charset().name(), written.delimiter());
    } catch (Unreadable e) {
      throw refused(e);
    }
  }

  static void read(TableShape.Text shape, InputStream content, Tables.Taker taker)
      throws IOException {
    try {
      new Delimited(Charset.forName(shape.charset()), shape.delimiter())
          .read(content, row -> taker.take(plain(row)) == Tables.Taker.Answer.GO_ON);
    } catch (Unreadable e) {
      throw refused(e);
    }
  }

  private static Refused refused(Unreadable e) {
    return switch (e.why()) {
      case EMPTY -> new Refused("investigation.import.refused.empty");
      case NO_TEXT, OTHER_ENCODING -> new Refused("investigation.import.refused.noText");
      case OPEN_QUOTE, LONG_CELL -> new Refused("investigation.import.refused.quotes");
    };
  }

  private static TableRow plain(Row row) {
    List<String> cells = row.cells().stream().map(Texts::plain).toList();
    return new TableRow(row.line(), cells);
  }

  /// Strips, and takes back the apostrophe that keeps a spreadsheet from computing a cell.
  private static String plain(String field) {
    String cell = field.strip();
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
    return guarded ? cell.substring(1) : cell;
  }
}
