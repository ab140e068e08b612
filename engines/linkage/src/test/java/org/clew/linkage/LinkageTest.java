package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A batch against an index.
class LinkageTest {
  private static final LinkRecord AMINA =
      record("amina", "Amina Haddad", "07700 900188", "1990-04-12");
  private static final LinkRecord AMINA_AGAIN =
      record("amina2", "Haddad, Aminah", "+44 7700 900188", "12/04/1990");
  private static final LinkRecord IVAN =
      record("ivan", "Ivan Petrov", "07700 900777", "1985-01-30");
  private static final LinkRecord IVAN_CYRILLIC =
      record("ivan2", "Иван Петров", "07700 900777", "1985-01-30");

  private static LinkRecord record(String id, String name, String phone, String born) {
    return new LinkRecord(
        id,
        List.of(
            new Value(Kind.NAME, name),
            new Value(Kind.PHONE, phone),
            new Value(Kind.BIRTH_DATE, born)));
  }

  @Test
  void linksABatchToAnIndexAndChangesNeither() {
    LinkIndex index = new LinkIndex("GB");
    index.put(AMINA);
    index.put(IVAN);
    List<Link> links =
        Linkage.between(List.of(IVAN_CYRILLIC, AMINA_AGAIN), index, 3, 5, Progress.NONE);
    assertThat(links).extracting(Link::left).containsExactly("ivan2", "amina2");
    assertThat(links).extracting(Link::right).containsExactly("ivan", "amina");
    assertThat(index.size()).isEqualTo(2);
  }
}
