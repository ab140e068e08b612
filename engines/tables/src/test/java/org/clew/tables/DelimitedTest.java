package org.clew.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsTheOneThatCutsRowsAlike(String delimiter) throws IOException {
    String text = "name~phone~town\n\"Amina, K; | \tx\"~1~A\nB~2~C\n".replace("~", delimiter);
    assertThat(cells(text.getBytes(UTF_8)))
        .containsExactly(
            List.of("name", "phone", "town"),
            List.of("Amina, K; | \tx", "1", "A"),
            List.of("B", "2", "C"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void theEncodingIsFound(String charset) throws IOException {
    String text = "name,town\nJosé Peña,Málaga\nZoë,Besançon\n";
    assertThat(cells(text.getBytes(Charset.forName(charset))).get(1))
        .containsExactly("José Peña", "Málaga");
  }

  @Test
  void cellsComeAsTheyStand() throws IOException {
    byte[] text = "\uFEFFa,b\n  x ,'=1+1\n\"one\ntwo\",\n\ny\n".getBytes(UTF_8);
    List<Row> rows = rows(text);
    assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L, 6L);
    assertThat(rows)
        .extracting(Row::cells)
        .containsExactly(
            List.of("a", "b"), List.of("  x ", "'=1+1"), List.of("one\ntwo", ""), List.of("y"));
    assertThat(rows.getLast().cell(7)).isEmpty();
  }

  @Test
  void whatIsNoListSaysWhy() {
    refuses(new byte[0], Unreadable.Why.EMPTY);
    refuses(new byte[] {0, 1, 2, 0, 0, 5, 6, 7, 8, 9, 10, 11, 12}, Unreadable.Why.NO_TEXT);
    refuses("a,b\n\"never closed,1\n2,3\n".getBytes(UTF_8), Unreadable.Why.OPEN_QUOTE);
    refuses(
        ("a\n" + "x".repeat(Delimited.CELL_BYTES + 1)).getBytes(UTF_8), Unreadable.Why.LONG_CELL);
  }

  @Test
  void aCellOfTenMillionCharactersIsRead() throws IOException {
    String cell = "x".repeat(10_000_000);
    assertThat(cells(("a\n" + cell + "\n").getBytes(UTF_8)).get(1).getFirst())
        .hasSize(cell.length());
  }

  @Test
  void whoReadsMayStop() throws IOException {
    byte[] text = "a\n1\n2\n3\n".getBytes(UTF_8);
    var seen = new ArrayList<Row>();
    Delimited.look(text)
        .read(
            new ByteArrayInputStream(text),
            row -> {
              seen.add(row);
              return seen.size() < 2;
            });
    assertThat(seen).hasSize(2);
  }

  @Test
  void anEncodingThatWasNamedAndCannotBeRightIsRefusedWithTheLine() throws IOException {
    byte[] western = "place\nSpain\nEspaña\n".getBytes(Charset.forName("windows-1252"));

    assertThatThrownBy(() -> new Delimited(UTF_8, ',').demandEncoding(western))
        .isInstanceOfSatisfying(
            Unreadable.class, refused -> assertThat(refused.said()).contains("line 3"));
    new Delimited(Charset.forName("windows-1252"), ',').demandEncoding(western);
    new Delimited(UTF_8, ',').demandEncoding("Côte\n".getBytes(UTF_8));
  }

  private static void refuses(byte[] content, Unreadable.Why why) {
    assertThatThrownBy(() -> rows(content))
        .isInstanceOfSatisfying(
            Unreadable.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private static List<List<String>> cells(byte[] content) throws IOException {
    return rows(content).stream().map(Row::cells).toList();
  }

  private static List<Row> rows(byte[] content) throws IOException {
    var rows = new ArrayList<Row>();
    Delimited.look(content).read(new ByteArrayInputStream(content), rows::add);
    return rows;
  }
}
