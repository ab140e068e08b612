package org.clew.linkage;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.clew.linkage.Form.Words;
import org.jspecify.annotations.Nullable;

/// Cities, districts and other named places, in any script.
final class Places implements Field {
  static final Places FIELD = new Places();

  private Places() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    List<String> words = Romanised.words(cleaned);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Word> read = words.stream().map(word -> new Word(Lexicons.kind(kind), word)).toList();
    long whole = Keys.of(kind, Keys.Way.WHOLE, String.join(" ", words));
    long sound = Keys.of(kind, Keys.Way.SOUND, Sound.of(String.join("", words)));
    return Optional.of(new Words(read, Romanised.script(cleaned), whole, sound));
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    Words place = (Words) form;
    sink.accept(place.whole());
    sink.accept(place.plain());
    if (place.words().size() > 1) {
      for (Word word : place.words()) {
        sink.accept(word(kind, word));
      }
    }
  }

  private static long word(Kind kind, Word word) {
    return Keys.of(kind, Keys.Way.WHOLE, word.text);
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Words a = (Words) asked;
    Words b = (Words) found;
    Model model = Model.of(kind);
    double u = counts.chance(kind, b.whole());
    if (a.whole() == b.whole()) {
      Agreement same =
          a.script() == b.script() ? Agreement.EXACT : Agreement.SAME_IN_ANOTHER_SCRIPT;
      return new Outcome(same, bits(model.exact(), u), counts.of(b.whole()));
    }
    double either = u + counts.chance(kind, a.whole());
    if (a.plain() == b.plain()) {
      Agreement alike =
          a.script() == b.script() ? Agreement.SOUNDS_ALIKE : Agreement.SAME_IN_ANOTHER_SCRIPT;
      return new Outcome(alike, bits(0.3, either), counts.of(b.plain()));
    }
    Alignment aligned = Alignment.of(a.words(), b.words(), Places::word);
    if (aligned.isComplete()) {
      return new Outcome(
          aligned.weakest() == Agreement.EXACT
              ? Agreement.SAME_WORDS_OTHER_ORDER
              : Agreement.CLOSE_SPELLING,
          bits(0.15, either),
          counts.of(b.whole()));
    }
    if (aligned.leftAsked().isEmpty() || aligned.leftFound().isEmpty()) {
      return new Outcome(Agreement.PARTIAL, bits(0.15, 3 * either), counts.of(b.whole()));
    }
    return Outcome.different(model);
  }

  private static @Nullable Outcome word(Word a, Word b) {
    if (a.same(b)) {
      return new Outcome(Agreement.EXACT, 2, 0);
    }
    return !a.isNumber() && a.isClose(b) ? new Outcome(Agreement.CLOSE_SPELLING, 1, 0) : null;
  }

  private static double bits(double m, double u) {
    return Math.max(0.05, Model.bits(m, u));
  }
}
