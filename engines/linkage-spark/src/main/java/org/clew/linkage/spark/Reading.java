package org.clew.linkage.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.clew.tables.Cells;
import org.clew.tables.Delimited;
import org.clew.tables.Unreadable;

/// Reads whole files, one after the other in a task, with the reader of the command line: a cell is
/// the same cell, in whatever encoding and with whatever line ends in it.
final class Reading implements FlatMapFunction<Iterator<Integer>, Row> {

  private static final long serialVersionUID = 1;

  /// What stands for bytes that are no character.
  private static final char UNKNOWN = '\uFFFD';

  private static final int LAST_OF_ASCII = 127;
  private static final int WHOLE_PER_BROKEN = 20;

  private final List<String> files;
  private final List<String> charsets;
  private final List<Character> delimiters;
  private final Encoding encoding;
  private final int headings;
  private final SerializableConfiguration configuration;

  /// Whether it was said how the files are written, or found out from how they begin.
  enum Encoding {
    SAID,
    FOUND_OUT
  }

  /// @param headings how many there are
  Reading(
      List<String> files,
      List<Delimited> written,
      Encoding encoding,
      int headings,
      SerializableConfiguration configuration) {
    this.files = List.copyOf(files);
    this.charsets = written.stream().map(each -> each.charset().name()).toList();
    this.delimiters = written.stream().map(Delimited::delimiter).toList();
    this.encoding = encoding;
    this.headings = headings;
    this.configuration = configuration;
  }

  @Override
  public Iterator<Row> call(Iterator<Integer> numbers) {
    return new Iterator<>() {
      private Iterator<Row> rows = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!rows.hasNext() && numbers.hasNext()) {
          rows = new Rows(numbers.next());
        }
        return rows.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return rows.next();
      }
    };
  }

  /// The rows of one file below its headings.
  private final class Rows implements Iterator<Row> {
    private final int file;
    private final InputStream content;
    private final Cells cells;
    private long at;
    private boolean isThere;

    /// Cells with what is above ASCII, and those among them that were not UTF-8.
    private long above;

    private long broken;

    Rows(int file) {
      this.file = file;
      try {
        Path path = new Path(files.get(file));
        content = path.getFileSystem(configuration.value()).open(path);
        var written = new Delimited(Charset.forName(charsets.get(file)), delimiters.get(file));
        cells = written.cells(content);
        cells.next();
      } catch (IOException e) {
        throw refused(e);
      }
      go();
    }

    private void go() {
      try {
        do {
          isThere = cells.next();
        } while (isThere && cells.isBlank());
        if (!isThere) {
          content.close();
          demandUtf8();
        }
      } catch (IOException e) {
        throw refused(e);
      }
      if (isThere && cells.count() > headings) {
        throw JobEnding.badInput(
            ("%s, line %d: %d cells, but there are %d headings. Is a cell with the delimiter in it"
                    + " without quotes?")
                .formatted(name(), cells.line(), cells.count(), headings));
      }
    }

    /// A file may begin as if it were UTF-8 and go on in another encoding.
    private void demandUtf8() {
      boolean isFoundOut = encoding == Encoding.FOUND_OUT;
      if (isFoundOut && broken > 0 && above <= broken * WHOLE_PER_BROKEN) {
        throw JobEnding.badInput(
            "%s begins as UTF-8 but is not. Say how it is written: --encoding windows-1252."
                .formatted(name()));
      }
    }

    private String counted(String text) {
      if (text.indexOf(UNKNOWN) >= 0) {
        broken++;
      }
      above += text.chars().anyMatch(each -> each > LAST_OF_ASCII) ? 1 : 0;
      return text;
    }

    private RuntimeException refused(IOException e) {
      return e instanceof Unreadable unreadable
          ? JobEnding.badInput("%s %s".formatted(name(), unreadable.said()))
          : new UncheckedIOException(e);
    }

    private String name() {
      return new Path(files.get(file)).getName();
    }

    @Override
    public boolean hasNext() {
      return isThere;
    }

    @Override
    public Row next() {
      if (!isThere) {
        throw new NoSuchElementException();
      }
      String[] texts = new String[headings];
      for (int column = 0; column < headings; column++) {
        texts[column] = column < cells.count() ? counted(cells.text(column)) : "";
      }
      Row row = RowFactory.create(file, at++, texts);
      go();
      return row;
    }
  }
}
