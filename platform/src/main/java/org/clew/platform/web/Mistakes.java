package org.clew.platform.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is wrong with a form. Its summary stands on top of the page and each mistake again at
/// its field.
public record Mistakes(List<Mistake> all) {

  /// A form nobody has found a mistake in.
  public static final Mistakes NONE = new Mistakes(List.of());

  public Mistakes {
    all = List.copyOf(all);
  }

  public static Mistakes of(Mistake... mistakes) {
    return new Mistakes(List.of(mistakes));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// The first mistake of one field.
  public Optional<Mistake> in(String field) {
    return all.stream().filter(mistake -> mistake.field().equals(field)).findFirst();
  }

  /// What a field's template shows: the sentence, or nothing when the field is right.
  public @Nullable String say(Screen screen, String field) {
    return in(field).map(mistake -> say(screen, mistake)).orElse(null);
  }

  /// One mistake as a sentence.
  public String say(Screen screen, Mistake mistake) {
    return screen.say(mistake.messageKey(), mistake.arguments().toArray());
  }

  /// The ids of the lines that explain a field, for `aria-describedby`.
  public static @Nullable String describedBy(
      String field, @Nullable String hint, @Nullable String wrong) {
    String ids = (hint == null ? "" : field + "-hint ") + (wrong == null ? "" : field + "-wrong");
    return ids.isEmpty() ? null : ids.strip();
  }
}
