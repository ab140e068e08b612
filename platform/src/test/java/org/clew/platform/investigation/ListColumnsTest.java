package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.junit.jupiter.api.Test;

class ListColumnsTest {

  @Test
  void makesHeadingsThatCanBeToldApart() {
    assertThat(Headings.of(new TableRow(1, List.of("name", "", "Name", "name", "a\nb"))))
        .containsExactly("name", "#2", "Name (2)", "name (3)", "a b");
  }

  @Test
  void saysWhyARowIsLeftOut() {
    var check =
        new RowCheck(
            List.of(
                new ListColumn("name", "NAME"),
                new ListColumn("born", "BIRTH_DATE"),
                new ListColumn("note", "KEEP"),
                new ListColumn("secret", "LEAVE_OUT")),
            ImportList.OddCells.REJECT_ROW,
            "GB");
    assertThat(fault(check, "", "", "", "")).isEqualTo(RowFault.EMPTY);
    assertThat(fault(check, "A", "", "", "", "extra")).isEqualTo(RowFault.TOO_MANY_CELLS);
    assertThat(fault(check, "A", "the day before yesterday", "")).isEqualTo(RowFault.NOT_THE_KIND);
    assertThat(fault(check, "n/a", "", "only a note")).isEqualTo(RowFault.NOTHING_TO_COMPARE);
    assertThat(fault(check, "A\uFFFD", "")).isEqualTo(RowFault.UNREADABLE);
    assertThat(fault(check, "x".repeat(40_000), "")).isEqualTo(RowFault.CELL_TOO_LONG);
    assertThat(check.check(new TableRow(2, List.of("Amina", "1990-04-12", "hello", "hidden"))))
        .isInstanceOfSatisfying(
            CheckedRow.Good.class,
            good -> {
              assertThat(good.values())
                  .containsExactly(
                      new Value(Kind.NAME, "Amina"), new Value(Kind.BIRTH_DATE, "1990-04-12"));
              assertThat(good.cells()).containsExactly("Amina", "1990-04-12", "hello");
            });
  }

  private static RowFault fault(RowCheck check, String... cells) {
    return ((CheckedRow.Bad) check.check(new TableRow(2, List.of(cells)))).fault();
  }
}
