package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// The normal forms of a column's texts.
final class NormalTexts {
  private static final int AS_WRITTEN = -2;

  /// Every form once, in the order in which the texts come to them.
  final Texts texts;

  /// By text of the column, the number of its form; -1 where it says nothing.
  final int[] numbers;

  private NormalTexts(Texts texts, int[] numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /// Those of a column that shares its values with none. Most values are written in their normal
  /// form, which is then not looked for but among the forms of the others.
  static NormalTexts of(Kind kind, Texts written, String region) {
    var others = new Texts();
    var reading = new Reading(kind, written, region, new Intake(others));
    int[] numbers = new int[written.size()];
    for (int text = 0; text < numbers.length; text++) {
      numbers[text] = reading.isAsWritten(text) ? AS_WRITTEN : -1;
    }
    int[] other = reading.forms.codes(numbers.length);
    var texts = new Texts(written, others);
    int[] taken = new int[others.size()];
    Arrays.fill(taken, -1);
    for (int text = 0; text < numbers.length; text++) {
      boolean own = numbers[text] == AS_WRITTEN;
      int form = !own ? other[text] : taken.length == 0 ? -1 : others.find(written, text);
      if (form >= 0) {
        taken[form] = taken[form] < 0 ? texts.takeSecond(others, form) : taken[form];
        numbers[text] = taken[form];
      } else if (own) {
        numbers[text] = texts.takeFirst(written, text);
      }
    }
    return new NormalTexts(texts, numbers);
  }

  /// Adds those of a column to others'.
  ///
  /// @return by text, the number of its form; -1 where it says nothing
  static int[] add(Kind kind, Texts written, String region, Texts texts) {
    var reading = new Reading(kind, written, region, new Intake(texts));
    for (int text = 0; text < written.size(); text++) {
      reading.add(text);
    }
    return reading.forms.codes(written.size());
  }

  /// Reads the texts of a column one by one.
  private static final class Reading {
    private final Kind kind;
    private final Texts written;
    private final String region;
    private final Quick quick;
    private final Intake forms;

    Reading(Kind kind, Texts written, String region, Intake forms) {
      this.kind = kind;
      this.written = written;
      this.region = region;
      this.forms = forms;
      quick = new Quick(kind, region);
    }

    /// Whether a text is its own form; where not, its form is added.
    boolean isAsWritten(int text) {
      byte[] block = written.block(text);
      int from = written.from(text);
      int length = written.length(text);
      if (!quick.reads(block, from, length)) {
        addNormal(text);
        return false;
      }
      boolean same =
          quick.length() == length && Texts.areSame(quick.bytes(), 0, block, from, length);
      if (!same) {
        add(text, quick.bytes(), quick.length());
      }
      return same;
    }

    void add(int text) {
      if (quick.reads(written.block(text), written.from(text), written.length(text))) {
        add(text, quick.bytes(), quick.length());
      } else {
        addNormal(text);
      }
    }

    private void addNormal(int text) {
      byte[] normal = Normal.of(kind, written.text(text), region).getBytes(UTF_8);
      add(text, normal, normal.length);
    }

    private void add(int text, byte[] form, int length) {
      if (length > 0) {
        forms.add(text, form, 0, length);
      }
    }
  }
}
