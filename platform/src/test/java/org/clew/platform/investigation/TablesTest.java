package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clew.platform.web.Refused;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

  @Nested
  class OfText {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
      String text = "name;phone\nAmina, K;1\n".replace(";", delimiter);
      if (delimiter.equals(",")) {
        text = "name,phone\n\"Amina, K\",1\n";
      }
      assertThat(cells(text.getBytes(StandardCharsets.UTF_8)))
          .containsExactly(List.of("name", "phone"), List.of("Amina, K", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void findsTheEncoding(String charset) throws IOException {
      byte[] content = "nombre,ciudad\nJosé Peña,Málaga\n".getBytes(Charset.forName(charset));
      assertThat(cells(content)).contains(List.of("José Peña", "Málaga"));
    }

    @Test
    void findsArabicInWindows1256() throws IOException {
      String text =
          "الاسم,المدينة\nمحمد عبد الرحمن السيد,القاهرة الكبرى\nفاطمة الزهراء حسن,الإسكندرية\n";
      assertThat(cells(text.getBytes(Charset.forName("windows-1256"))))
          .contains(List.of("فاطمة الزهراء حسن", "الإسكندرية"));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
      assertThat(cells("\uFEFFname,phone\nA,1\n".getBytes(StandardCharsets.UTF_8)).getFirst())
          .containsExactly("name", "phone");
    }

    @Test
    void keepsLineBreaksInsideQuotesAndCountsLines() throws IOException {
      byte[] content =
          "name,notes\nA,\"one\ntwo \"\"three\"\"\"\n\nB,x\n".getBytes(StandardCharsets.UTF_8);
      List<TableRow> rows = rows(content);
      assertThat(rows).extracting(TableRow::line).containsExactly(1L, 2L, 5L);
      assertThat(rows.get(1).cell(1)).isEqualTo("one\ntwo \"three\"");
    }

    @Test
    void takesRowsShorterAndLongerThanTheHeadings() throws IOException {
      assertThat(cells("a,b,c\n1\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8)))
          .containsExactly(List.of("a", "b", "c"), List.of("1"), List.of("1", "2", "3", "4"));
    }

    @Test
    void takesTheGuardAgainstFormulasOffAgain() throws IOException {
      assertThat(cells("phone\n'+44 7700 900188\n'tis\n".getBytes(StandardCharsets.UTF_8)))
          .containsExactly(List.of("phone"), List.of("+44 7700 900188"), List.of("'tis"));
    }

    @Test
    void keepsUtf8ThatIsBrokenInAFewPlaces() throws IOException {
      var content = new ByteArrayOutputStream();
      content.writeBytes("name\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 50; i++) {
        content.writeBytes("José\n".getBytes(StandardCharsets.UTF_8));
      }
      content.writeBytes(new byte[] {'A', (byte) 0xE9, '\n'});
      assertThat(cells(content.toByteArray()))
          .contains(List.of("José"))
          .contains(List.of("A\uFFFD"));
    }

    @Test
    void refusesWhatIsNoText() {
      refuses(new byte[0], "empty");
      refuses(new byte[] {1, 0, 2, 3, 0, 0, 0, 9, 4, 5, 6, 7, 8, 9, 1, 2}, "noText");
      refuses(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "protected");
      refuses("a,b\n\"never closed,1\n2,3\n".getBytes(StandardCharsets.UTF_8), "quotes");
    }

    @Test
    void refusesTooManyRows() {
      byte[] content = ("a\n" + "x\n".repeat(200_001)).getBytes(StandardCharsets.UTF_8);
      refuses(content, "rows");
    }
  }

  @Nested
  class OfSpreadsheets {

    @Test
    void readsTextNumbersAndDatesAsTheyStand() throws IOException {
      byte[] content =
          workbook(
              sheet -> {
                sheet.value(0, 0, "name");
                sheet.value(0, 1, "phone");
                sheet.value(0, 2, "born");
                sheet.value(1, 0, " Amina ");
                sheet.value(1, 1, 7700900188L);
                sheet.value(1, 2, LocalDate.of(1990, 4, 12));
                sheet.style(1, 2).format("dd/mm/yyyy").set();
                sheet.value(3, 0, "Dario");
              });
      List<TableRow> rows = rows(content);
      assertThat(rows).extracting(TableRow::line).containsExactly(1L, 2L, 4L);
      assertThat(rows.get(1).cells()).containsExactly("Amina", "7700900188", "1990-04-12");
      assertThat(Tables.look(content)).isEqualTo(new TableShape.Workbook(0, "List", 1));
    }

    @Test
    void computesNoFormula() throws IOException {
      byte[] content =
          workbook(
              sheet -> {
                sheet.value(0, 0, "name");
                sheet.formula(1, 0, "1+1");
                sheet.value(2, 0, "Amina");
              });
      assertThat(cells(content)).containsExactly(List.of("name"), List.of("Amina"));
    }

    @Test
    void refusesWhatOnlyBeginsLikeOne() {
      refuses(new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3}, "noWorkbook");
      refuses(zip(Map.of("readme.txt", "Hello")), "noWorkbook");
    }

    @Test
    void refusesABombBeforeItIsUnpackedIntoMemory() {
      var bomb = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bomb)) {
        zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
        byte[] zeros = new byte[1024 * 1024];
        for (int i = 0; i < 100; i++) {
          zip.write(zeros);
        }
        zip.closeEntry();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      assertThat(bomb.size()).isLessThan(1024 * 1024);
      refuses(bomb.toByteArray(), "unpacked");
    }

    @Test
    void refusesACellWhereNoSheetHasOne() {
      for (String address : List.of("ZZZZZZ1", "ZZZZZ1", "XFE1", "[1", "ZZZZZZZZZZZZZZZZ1")) {
        refuses(sheet("<row r='1'><c r='" + address + "'><v>1</v></c></row>"), "noWorkbook");
      }
    }

    @Test
    void readsTheLastColumnThatASheetHas() throws IOException {
      byte[] content = sheet("<row><c r='XFD1'><v>7</v></c></row>");
      assertThat(rows(content))
          .singleElement()
          .extracting(row -> row.cells().size())
          .isEqualTo(16384);
    }

    @Test
    void refusesRowsThatAreWideAndEmpty() {
      refuses(sheet("<row><c r='XFD1'/></row>".repeat(3_000)), "unpacked");
    }

    @Test
    void readsOneThatDoesNotSayHowItsCellsAreShown() throws IOException {
      byte[] content = sheet("<row><c t='inlineStr'><is><t>name</t></is></c><c><v>7</v></c></row>");
      assertThat(cells(content)).containsExactly(List.of("name", "7"));
    }

    /// A workbook of the parts that no workbook can do without.
    private static byte[] sheet(String rows) {
      String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
      String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
      return zip(
          Map.of(
              "[Content_Types].xml",
              "<Types><Override PartName='/xl/workbook.xml' ContentType='"
                  + kind
                  + "sheet.main+xml'/></Types>",
              "xl/workbook.xml",
              "<workbook xmlns='%s' xmlns:r='%s'><sheets>".formatted(main, relations)
                  + "<sheet name='List' sheetId='1' r:id='rId1'/></sheets></workbook>",
              "xl/_rels/workbook.xml.rels",
              "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
                  + "</Relationships>",
              "xl/worksheets/sheet1.xml",
              "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static byte[] zip(Map<String, String> parts) {
      var out = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, String> part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return out.toByteArray();
    }
  }

  @Nested
  class OfShapes {

    @Test
    void areReadAsTheyWereWritten() {
      for (TableShape shape :
          List.of(
              new TableShape.Text("UTF-8", '\t'), new TableShape.Workbook(2, "My list 2025", 4))) {
        assertThat(TableShape.read(shape.written())).isEqualTo(shape);
      }
    }
  }

  /// Fills a sheet.
  interface Filling {
    void fill(Worksheet sheet);
  }

  static byte[] workbook(Filling filling) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      filling.fill(workbook.newWorksheet("List"));
    }
    return out.toByteArray();
  }

  private static void refuses(byte[] content, String why) {
    assertThatThrownBy(() -> rows(content))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.messageKey()).isEqualTo("investigation.import.refused." + why));
  }

  private static List<List<String>> cells(byte[] content) throws IOException {
    return rows(content).stream().map(TableRow::cells).toList();
  }

  private static List<TableRow> rows(byte[] content) throws IOException {
    var rows = new ArrayList<TableRow>();
    Tables.read(
        Tables.look(content),
        new ByteArrayInputStream(content),
        row -> {
          rows.add(row);
          return Tables.Taker.Answer.GO_ON;
        });
    return rows;
  }
}
